import { findNumberLabel } from '../../core/text/number-label.ts';
import { parseWork, type WorkFile } from '../../core/text/work-file.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Link, SpansByLanguage, Unit, Work } from '../../core/text/work.ts';

/** A unit of the source without its number, with its links. */
interface Piece {
  readonly segments: Readonly<Record<LanguageTag, string>>;
  readonly links: readonly SpansByLanguage[];
}

/** Units under one heading; about a page and a half. */
const PART_LENGTH = 20;

/** Every so manyth unit is two pieces long. */
const LONG_EVERY = 4;

/** What stands between two pieces of one unit. */
const JOINTS: Readonly<Record<LanguageTag, string>> = { 'zh-Hans': '', en: ' ' };

/**
 * A work of `unitCount` units, made by cycling and recombining the paragraphs and items of another with their links.
 * Every unit ends with a number of its own, so that there are rare words as well as common ones. The same every time.
 */
export function generateWork(source: Work, unitCount: number): Work {
  const pieces = listPieces(source);
  const units: WorkFile['units'] = [];
  const links: WorkFile['links'] = [];
  const outline: WorkFile['outline'] = [];
  for (let index = 0; index < unitCount; index += 1) {
    const id = `unit-${index + 1}`;
    const part = Math.floor(index / PART_LENGTH) + 1;
    if (index % PART_LENGTH === 0) {
      const titles = { 'zh-Hans': `第${part}部分`, en: `Part ${part}` };
      units.push({ id, kind: 'heading', segments: titles });
      outline.push({ titles, unit: id });
      continue;
    }
    const piece = composePiece(pieces, index);
    units.push({ id, kind: 'paragraph', segments: { ...piece.segments } });
    links.push(...piece.links.map((spans) => ({ unit: id, spans: toPairs(spans) })));
  }
  return parseWork({
    schema: 1,
    id: `generated-${unitCount}`,
    titles: { 'zh-Hans': '生成的文本', en: `A generated text of ${unitCount} units` },
    editions: source.editions.map(({ language }) => ({
      language,
      title: `A generated text (${language})`,
      status: 'unknown',
      source: { name: 'tests/bench', date: '2026-01-01', notes: [] },
    })),
    units,
    links,
    remarks: [],
    terms: [],
    outline,
  });
}

function listPieces(source: Work): readonly Piece[] {
  return source.units
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .map((unit) =>
      cutNumber(
        unit,
        source.links.filter((link) => link.unit === unit.id),
      ),
    );
}

/** The number goes, and links that touch it; the others move to where their words are then. */
function cutNumber(unit: Unit, links: readonly Link[]): Piece {
  const cuts = Object.entries(unit.segments).map(
    ([language, text]) => [language, findNumberLabel(text)?.span.end ?? 0] as const,
  );
  const cutOf = new Map(cuts);
  return {
    segments: Object.fromEntries(
      Object.entries(unit.segments).map(([language, text]) => [
        language,
        text.slice(cutOf.get(language) ?? 0),
      ]),
    ),
    links: links
      .map(({ spans }) => moveSpans(spans, (language) => -(cutOf.get(language) ?? 0)))
      .filter((spans) => Object.values(spans).every((list) => list.every(({ start }) => start >= 0))),
  };
}

function composePiece(pieces: readonly Piece[], index: number): Piece {
  const first = pieceAt(pieces, index);
  // Another partner in each cycle, so that few units are alike.
  const second = pieceAt(pieces, index * 5 + Math.floor(index / pieces.length));
  const body = index % LONG_EVERY === 0 ? joinPieces(first, second) : first;
  return {
    links: body.links,
    segments: Object.fromEntries(
      Object.entries(body.segments).map(([language, text]) => [
        language,
        language === 'zh-Hans' ? `${text}（第${index}号）` : `${text} (No. ${index})`,
      ]),
    ),
  };
}

function pieceAt(pieces: readonly Piece[], index: number): Piece {
  const piece = pieces[index % pieces.length];
  if (piece === undefined) throw new RangeError('The source has neither paragraphs nor items');
  return piece;
}

function joinPieces(first: Piece, second: Piece): Piece {
  const before = Object.fromEntries(
    Object.entries(first.segments).map(([language, text]) => [language, text + (JOINTS[language] ?? ' ')]),
  );
  return {
    segments: Object.fromEntries(
      Object.entries(before).map(([language, text]) => [language, text + (second.segments[language] ?? '')]),
    ),
    links: [
      ...first.links,
      ...second.links.map((spans) => moveSpans(spans, (language) => before[language]?.length ?? 0)),
    ],
  };
}

function moveSpans(spans: SpansByLanguage, by: (language: LanguageTag) => number): SpansByLanguage {
  return Object.fromEntries(
    Object.entries(spans).map(([language, list]) => [
      language,
      list.map(({ start, end }) => ({ start: start + by(language), end: end + by(language) })),
    ]),
  );
}

function toPairs(spans: SpansByLanguage): Record<LanguageTag, [number, number][]> {
  return Object.fromEntries(
    Object.entries(spans).map(([language, list]) => [
      language,
      list.map(({ start, end }): [number, number] => [start, end]),
    ]),
  );
}
