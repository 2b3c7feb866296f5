import { RENDERING_GAP } from '../../../core/concordance/counterpart.ts';
import type { ConcordanceAnswer, ShownLine } from '../../../core/concordance/concordance-question.ts';
import type { MatrixRow } from '../../../core/concordance/rendering-matrix.ts';
import type { Text } from '../../i18n/use-text.ts';
import type { PlaceNames } from './place-names.ts';
import { nameRendering, type NamedRendering } from './rendering-name.ts';

/** A table for a spreadsheet; its first row names the columns. */
export type ExportRows = readonly (readonly (string | number)[])[];

/** An answer as a table, with everything that is on screen and what is cut off there. */
export function composeTable(answer: ConcordanceAnswer, names: PlaceNames, text: Text): ExportRows {
  const name = (rendering: NamedRendering) => nameRendering(rendering, text);
  switch (answer.view) {
    case 'lines':
      return [
        LINE_COLUMNS.map((column) => text(`concordance.column.${column}`)),
        ...answer.lines.map((line) => [
          names.nameWork(line.workId),
          names.nameUnit(line.place),
          line.left,
          line.keyword,
          line.right,
          renderingOf(line) ?? name({ rendering: { type: absenceOf(line), key: '' }, forms: [] }),
          line.answer.text,
        ]),
      ];
    case 'renderings':
      return [
        RENDERING_COLUMNS.map((column) => text(`concordance.column.${column}`)),
        ...answer.rows.map((row) => [
          name(row),
          row.forms.map((form) => `${form.text} (${form.count})`).join('; '),
          row.count,
          row.proposedCount,
          row.places.map(names.namePlace).join('; '),
        ]),
      ];
    case 'matrix':
      return [
        [
          text('concordance.column.term'),
          text('concordance.column.rendering'),
          text('concordance.column.count'),
          ...answer.columns.map(names.nameColumn),
        ],
        ...answer.rows.flatMap((row) => composeMatrixRows(row, name)),
      ];
    case 'formulas':
      return [
        FORMULA_COLUMNS.map((column) => text(`concordance.column.${column}`)),
        ...answer.formulas.map((formula) => [
          formula.text,
          formula.length,
          formula.count,
          formula.renderings.map((row) => `${name(row)} (${row.count})`).join('; '),
          formula.places.map(names.namePlace).join('; '),
        ]),
      ];
    case 'frequencies':
      return [
        FREQUENCY_COLUMNS.map((column) => text(`concordance.column.${column}`)),
        ...answer.rows.map((row) => [row.text, row.count, Number(row.dispersion.toFixed(3))]),
      ];
  }
}

const LINE_COLUMNS = ['work', 'clause', 'left', 'keyword', 'right', 'rendering', 'counterpart'] as const;
const RENDERING_COLUMNS = ['rendering', 'forms', 'count', 'proposed', 'places'] as const;
const FORMULA_COLUMNS = ['formula', 'length', 'count', 'renderings', 'places'] as const;
const FREQUENCY_COLUMNS = ['words', 'count', 'dispersion'] as const;

function composeMatrixRows(row: MatrixRow, name: (rendering: NamedRendering) => string): ExportRows {
  return row.renderings.map((rendering) => [row.term, name(rendering), rendering.count, ...rendering.counts]);
}

/** The marked words of a line's answer; undefined where it has none. */
export function renderingOf({
  counterpart,
  answer,
}: Pick<ShownLine, 'counterpart' | 'answer'>): string | undefined {
  if (counterpart !== 'linked') return undefined;
  return answer.spans.map(({ start, end }) => answer.text.slice(start, end).trim()).join(RENDERING_GAP);
}

function absenceOf({ counterpart }: ShownLine) {
  return counterpart === 'linked' ? 'unlinked' : counterpart;
}
