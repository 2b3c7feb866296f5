import type { LanguageTag } from '../../text/language.ts';
import type { Unit, UnitKind, Work } from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';
import { nameUnit, UnitIds } from '../pairing/unit-ids.ts';
import type { Piece } from '../structure/piece.ts';
import { groupByPiece, type EditionRow, type PieceSpan } from './edition-row.ts';

/** How sure a unit can be whose number is another one than its new segment has. */
const OTHER_NUMBER = 0.4;

/**
 * The units of a work with the segments of a new edition: those of the work as they were, and between them units that hold
 * what answers none. Their confidence is that of the new segment.
 */
export function placeEdition(
  work: Pick<Work, 'units' | 'editions'>,
  rows: readonly EditionRow[],
  pieces: readonly Piece[],
  language: LanguageTag,
): readonly ImportedUnit[] {
  const ids = new UnitIds(work.units.map(({ id }) => id));
  const empty = Object.fromEntries(work.editions.map((edition) => [edition.language, '']));
  return rows.map(({ unit: at, spans, confidence }): ImportedUnit => {
    const text = joinText(spans, pieces);
    const unit = at === undefined ? undefined : work.units[at];
    const first = pieces[spans[0]?.piece ?? -1];
    if (unit !== undefined) {
      return {
        ...unit,
        segments: { ...unit.segments, [language]: text },
        confidence: isContradicted(unit, first, spans) ? Math.min(confidence, OTHER_NUMBER) : confidence,
      };
    }
    const kind = kindOfAddition(first?.kind ?? 'paragraph');
    const number = spans[0]?.start === 0 ? first?.number : undefined;
    return {
      id: ids.give(`${language.toLowerCase()}-${nameUnit(kind, number, false, text)}`),
      kind,
      ...(number === undefined ? {} : { number }),
      segments: { ...empty, [language]: text },
      confidence,
    };
  });
}

/** A work has one title. */
function kindOfAddition(kind: UnitKind): UnitKind {
  return kind === 'title' ? 'heading' : kind;
}

function isContradicted(unit: Unit, piece: Piece | undefined, [first]: readonly PieceSpan[]): boolean {
  const number = first?.start === 0 ? piece?.number : undefined;
  return unit.number !== undefined && number !== undefined && unit.number !== number;
}

/** What stood in one piece is joined as it was there; pieces are lines. */
function joinText(spans: readonly PieceSpan[], pieces: readonly Piece[]): string {
  return groupByPiece(spans)
    .map((own) => (pieces[own[0]?.piece ?? -1]?.text ?? '').slice(own[0]?.start, own.at(-1)?.end))
    .join('\n');
}
