import { z } from '../core/schema.ts';

/** The most a table that is exported may have: as many lines as a concordance gives, and a column for each place. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 2_000;
const MAX_CELL_LENGTH = 20_000;

const cell = z.union([z.string().max(MAX_CELL_LENGTH), z.number()]);

/** A table to be written into a file: its name, and its rows of which the first names the columns. */
export const tableSchema = z.strictObject({
  /** What the file is called, without its ending. */
  name: z.string().min(1).max(200),
  rows: z.array(z.array(cell).max(MAX_COLUMNS).readonly()).min(1).max(MAX_ROWS).readonly(),
});

/** See {@link tableSchema}. */
export type ExportedTable = z.output<typeof tableSchema>;
