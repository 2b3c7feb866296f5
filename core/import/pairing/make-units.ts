import type { LanguageTag } from '../../text/language.ts';
import type { Unit, UnitKind } from '../../text/work.ts';
import type { PieceRow } from '../structure/piece.ts';
import { nameUnit, UnitIds } from './unit-ids.ts';

/** A unit of an imported text. */
export interface ImportedUnit extends Unit {
  /** From 0 to 1: how sure it is that its segments answer each other. */
  readonly confidence: number;
}

/** Makes units of rows: every unit has a segment of every language, '' where nothing corresponds. */
export function makeUnits(
  rows: readonly PieceRow[],
  languages: readonly LanguageTag[],
): readonly ImportedUnit[] {
  const drafts = rows.map((row) => draftUnit(row, languages));
  const numbered = new Map<string, number>();
  for (const { kind, number } of drafts)
    numbered.set(`${kind} ${number}`, (numbered.get(`${kind} ${number}`) ?? 0) + 1);
  const ids = new UnitIds();
  return drafts.map(({ text, ...unit }) => {
    const isOnly = numbered.get(`${unit.kind} ${unit.number}`) === 1;
    return { id: ids.give(nameUnit(unit.kind, unit.number, isOnly, text)), ...unit };
  });
}

interface Draft extends Omit<ImportedUnit, 'id'> {
  /** The words of one language that has some. */
  readonly text: string;
}

function draftUnit(row: PieceRow, languages: readonly LanguageTag[]): Draft {
  const firsts = languages.flatMap((language) => row.pieces.get(language)?.[0] ?? []);
  const number = firsts.find((piece) => piece.number !== undefined)?.number;
  const segments = Object.fromEntries(
    languages.map((language) => [
      language,
      (row.pieces.get(language) ?? []).map(({ text }) => text).join('\n'),
    ]),
  );
  return {
    kind: chooseKind(firsts.map(({ kind }) => kind)),
    ...(number === undefined ? {} : { number }),
    segments,
    confidence: row.confidence,
    // In an order that does not depend on which language leads.
    text:
      languages
        .toSorted()
        .map((language) => segments[language] ?? '')
        .find((text) => text !== '') ?? '',
  };
}

/** What all sides agree on; a heading on one side only is a paragraph that ends without a full stop. */
function chooseKind(kinds: readonly UnitKind[]): UnitKind {
  const [first = 'paragraph'] = kinds;
  if (kinds.every((kind) => kind === first)) return first;
  return (
    (['title', 'signature', 'dateline', 'footnote', 'item'] as const).find((kind) => kinds.includes(kind)) ??
    'paragraph'
  );
}
