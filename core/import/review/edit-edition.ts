import { splitSentences } from '../../alignment/split-sentences.ts';
import type { LanguageTag } from '../../text/language.ts';
import { segmentText } from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';
import { kindOfPart, namePart, SURE, type UnitEdit } from './edit-units.ts';

/** What is edited: one language of units, most of which are those of a work and stay. */
export interface EditedEdition {
  readonly language: LanguageTag;
  /** Whether a unit is one of the work: it stays, with or without a text in the language. */
  readonly isOfWork: (id: string) => boolean;
}

/**
 * The units after an edit that moves text of one language only; the units of the work and their other segments stay as they
 * are. Joining takes the text of the next unit up into this one; passing on gives the last sentence to the next; separating
 * gives the text a unit of its own. No letter of the language is lost or changes its order. An edit of a unit that is not
 * there, or that changes nothing, gives the same array.
 */
export function editEdition(
  units: readonly ImportedUnit[],
  edit: UnitEdit,
  { language, isOfWork }: EditedEdition,
): readonly ImportedUnit[] {
  const at = units.findIndex(({ id }) => id === edit.unit);
  const unit = units[at];
  if (unit === undefined) return units;
  const text = segmentText(unit, language);
  const next = units[at + 1];
  const settle = (one: ImportedUnit, words: string): readonly ImportedUnit[] =>
    words === '' && !isOfWork(one.id)
      ? []
      : [{ ...one, segments: { ...one.segments, [language]: words }, confidence: SURE }];
  switch (edit.type) {
    case 'confirm':
      return unit.confidence === SURE ? units : units.with(at, { ...unit, confidence: SURE });
    case 'join': {
      const below = next === undefined ? '' : segmentText(next, language);
      if (next === undefined || below === '') return units;
      return units.toSpliced(at, 2, ...settle(unit, joinLines(text, below)), ...settle(next, ''));
    }
    case 'pass-on': {
      const last = splitSentences(text, language).at(-1);
      if (next === undefined || last === undefined) return units;
      const [kept, passed] = [text.slice(0, last.start).trimEnd(), text.slice(last.start)];
      return units.toSpliced(
        at,
        2,
        ...settle(unit, kept),
        ...settle(next, joinLines(passed, segmentText(next, language))),
      );
    }
    case 'separate': {
      if (text === '' || !isOfWork(unit.id)) return units;
      const empty = Object.fromEntries(Object.keys(unit.segments).map((tag) => [tag, '']));
      const own: ImportedUnit = {
        id: namePart(unit.id, (id) => units.some((other) => other.id === id)),
        kind: kindOfPart(unit.kind),
        segments: { ...empty, [language]: text },
        confidence: SURE,
      };
      return units.toSpliced(at, 1, ...settle(unit, ''), own);
    }
  }
}

function joinLines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
