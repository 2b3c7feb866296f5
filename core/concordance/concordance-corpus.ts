import { foldText, type FoldedText } from '../search/fold-text.ts';
import type { LanguageTag } from '../text/language.ts';
import { indexLinks, type LinkIndex } from '../text/link-index.ts';
import { segmentText, type Work } from '../text/work.ts';

/** The works a concordance is made of, with what is prepared of them once and asked for often. */
export interface ConcordanceCorpus {
  readonly works: readonly Work[];
  /** A segment as search compares it. Works and units are named by their positions. */
  readonly foldedAt: (work: number, unit: number, language: LanguageTag) => FoldedText;
  /** The links of a work by unit. */
  readonly linksOf: (work: number) => LinkIndex;
}

const EMPTY_LINKS: LinkIndex = { byUnit: new Map() };

/** Takes works as a corpus. Nothing is prepared before it is asked for. */
export function createConcordanceCorpus(works: readonly Work[]): ConcordanceCorpus {
  const folded = new Map<LanguageTag, (FoldedText | undefined)[][]>();
  const links: (LinkIndex | undefined)[] = [];
  return {
    works,
    foldedAt: (workIndex, unitIndex, language) => {
      const byWork = getOrMake(folded, language, () => works.map(() => []));
      const known = byWork[workIndex]?.[unitIndex];
      if (known !== undefined) return known;
      const unit = works[workIndex]?.units[unitIndex];
      const made = foldText(unit === undefined ? '' : segmentText(unit, language));
      const ofWork = byWork[workIndex];
      if (ofWork !== undefined) ofWork[unitIndex] = made;
      return made;
    },
    linksOf: (workIndex) => {
      const work = works[workIndex];
      if (work === undefined) return EMPTY_LINKS;
      return (links[workIndex] ??= indexLinks(work));
    },
  };
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
