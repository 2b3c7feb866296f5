import { foldText } from '../search/fold-text.ts';
import { stemmerFor } from '../search/stem-word.ts';
import { compilePattern, findPattern } from '../search/term-pattern.ts';
import { splitPieces } from '../search/word-runs.ts';
import type { Steps } from '../steps.ts';
import { isChinese, type LanguageTag } from '../text/language.ts';
import { segmentText } from '../text/work.ts';
import type { ConcordanceCorpus } from './concordance-corpus.ts';
import {
  findCounterpartOf,
  renderingText,
  type Absence,
  type CorpusPlace,
  type Counterpart,
} from './counterpart.ts';
import { normaliseRendering } from './normalise-rendering.ts';

/** What is looked up: one word, phrase or beginning in one language, and the language whose words are to answer it. */
export interface ConcordanceQuery {
  /** `sovereignty`, `"information space"` (just so, not inflected), `develop*` (what begins so), `信息网络空间`. */
  readonly text: string;
  readonly language: LanguageTag;
  readonly counterpart: LanguageTag;
}

/** One place where the words stand: what a KWIC line is made of. */
export interface ConcordanceLine extends CorpusPlace {
  readonly counterpart: Counterpart;
  /** What the rendering is counted under: normalised words, or why there are none. */
  readonly rendering: RenderingKey;
}

/** A rendering as it is counted. Two are the same where `type` and `key` are. */
export type RenderingKey =
  /** 'wider': the rendering of a longer phrase that the words are a part of. */
  | { readonly type: 'rendered' | 'wider'; readonly key: string }
  | { readonly type: Absence; readonly key: '' };

const QUOTED = /^["“”„「『«](?<inner>.+?)["“”„」』»]?$/u;

/** Units looked into before the computation gives way. */
const UNITS_A_STEP = 100;

/** Where the words of a query stand in a folded text; null for a query without a letter or a digit. */
export function compileConcordanceQuery({
  text,
  language,
}: Pick<ConcordanceQuery, 'text' | 'language'>): ((folded: string) => ReturnType<typeof findPattern>) | null {
  const trimmed = text.trim();
  const quoted = QUOTED.exec(trimmed)?.groups?.['inner'];
  const folded = foldText(quoted ?? trimmed).text;
  const words = splitPieces(folded).join(' ');
  if (words === '') return null;
  const form = quoted !== undefined ? 'phrase' : /[*＊]$/u.test(trimmed) ? 'prefix' : 'word';
  const pattern = compilePattern({ form, text: words });
  const stem = stemmerFor(language);
  return (segment) => findPattern(segment, pattern, stem);
}

/** Every place where the words of a query stand, in the order of the works and their units, with what answers them. */
export function* findLines(
  corpus: ConcordanceCorpus,
  query: ConcordanceQuery,
): Steps<readonly ConcordanceLine[]> {
  const find = compileConcordanceQuery(query);
  const lines: ConcordanceLine[] = [];
  if (find === null) return lines;
  const { language, counterpart } = query;
  let looked = 0;
  for (const [workIndex, work] of corpus.works.entries()) {
    if (!work.editions.some((edition) => edition.language === language)) continue;
    for (const unitIndex of work.units.keys()) {
      looked += 1;
      if (looked % UNITS_A_STEP === 0) yield;
      const folded = corpus.foldedAt(workIndex, unitIndex, language);
      for (const found of find(folded.text)) {
        const place = { work: workIndex, unit: unitIndex, language, span: folded.toOriginal(found) };
        lines.push(makeLine(corpus, place, counterpart));
      }
    }
  }
  return lines;
}

/** A line of the concordance at a place. */
export function makeLine(corpus: ConcordanceCorpus, place: CorpusPlace, other: LanguageTag): ConcordanceLine {
  const counterpart = findCounterpartOf(corpus, place, other);
  return { ...place, counterpart, rendering: keyOf(corpus, place, counterpart, other) };
}

function keyOf(
  corpus: ConcordanceCorpus,
  place: CorpusPlace,
  counterpart: Counterpart,
  other: LanguageTag,
): RenderingKey {
  if (counterpart.type !== 'linked') return { type: counterpart.type, key: '' };
  const unit = corpus.works[place.work]?.units[place.unit];
  const segment = unit === undefined ? '' : segmentText(unit, other);
  return {
    type: counterpart.isWider ? 'wider' : 'rendered',
    key: normaliseRendering(renderingText(segment, counterpart.spans), other),
  };
}

/** The language whose words answer those of `language`, where a reader has not chosen: the first other one, else itself. */
export function guessCounterpart(languages: readonly LanguageTag[], language: LanguageTag): LanguageTag {
  const others = languages.filter((other) => other !== language);
  return others.find((other) => isChinese(other) !== isChinese(language)) ?? others[0] ?? language;
}
