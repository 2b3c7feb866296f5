import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Work } from '../text/work.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import type { FieldFilter } from './query.ts';
import type { MatchedField } from './search-result.ts';
import { stemmerFor, type Stemmer } from './stem-word.ts';

/** The text of one edition as search sees it: a folded text per unit. */
export interface TextField {
  readonly field: MatchedField;
  readonly language: LanguageTag;
  readonly stem: Stemmer;
  /** The folded text of the unit at a position in the work; folded when first asked for, then kept. */
  readonly foldedAt: (position: number) => FoldedText;
}

/** One field per edition of a work. */
export function listTextFields(work: Work): readonly TextField[] {
  return work.editions.map(({ language }): TextField => {
    const folded = new Map<number, FoldedText>();
    return {
      field: { kind: 'text', language },
      language,
      stem: stemmerFor(language),
      foldedAt: (position) => {
        const known = folded.get(position);
        if (known !== undefined) return known;
        const unit = work.units[position];
        const made = foldText(unit === undefined ? '' : segmentText(unit, language));
        folded.set(position, made);
        return made;
      },
    };
  });
}

/** Whether a filter lets a language through; 'zh' lets 'zh-Hans' through. */
export function admitsLanguage(filter: FieldFilter | null, language: LanguageTag): boolean {
  if (filter === null) return true;
  if (filter.kind !== 'text') return false;
  const tag = language.toLowerCase();
  return tag === filter.language || tag.startsWith(`${filter.language}-`);
}
