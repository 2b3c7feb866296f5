import type { LanguageTag } from '../text/language.ts';
import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import type { CorpusPlace } from './counterpart.ts';

/**
 * How many of some places stand in each of `barCount` equal stretches of a corpus, from its beginning to its end: what a
 * dispersion plot shows. All are places in `language`; the stretches are equal in its characters.
 */
export function measureSpread(
  corpus: ConcordanceCorpus,
  language: LanguageTag,
  places: readonly Pick<CorpusPlace, 'work' | 'unit' | 'span'>[],
  barCount: number,
): readonly number[] {
  const starts: number[][] = [];
  let length = 0;
  for (const work of corpus.works) {
    starts.push(
      work.units.map((unit) => {
        const start = length;
        length += segmentText(unit, language).length;
        return start;
      }),
    );
  }
  const bars = Array.from({ length: barCount }, () => 0);
  for (const { work, unit, span } of places) {
    const at = (starts[work]?.[unit] ?? 0) + span.start;
    const bar = Math.min(barCount - 1, Math.floor((at / Math.max(1, length)) * barCount));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}
