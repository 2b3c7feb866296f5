import { z } from '../../schema.ts';
import { revisionIdSchema } from '../../text/revision-id.ts';
import { identifierSchema } from '../../text/work-file.ts';
import { UNIT_KINDS } from '../../text/work.ts';
import { ROW_STATUSES, type EditedRow } from './edited-row.ts';

const sentenceSchema = z.strictObject({
  text: z.string(),
  correction: z.string().nullable(),
  gap: z.string().nullable(),
  origin: z.strictObject({ unit: identifierSchema, start: z.int().min(0) }),
});

const probabilitySchema = z.number().min(0).max(1);

const rowSchema = z.strictObject({
  id: identifierSchema,
  kind: z.enum(UNIT_KINDS),
  number: z.string().optional(),
  sides: z.record(z.string(), z.array(sentenceSchema).readonly()),
  confidence: probabilitySchema.nullable(),
  given: z.strictObject({ above: probabilitySchema, below: probabilitySchema }).optional(),
  status: z.enum(ROW_STATUSES),
});

/** Validates an {@link EditDraft} that comes from a file or another process. */
export const editDraftSchema = z.strictObject({
  schema: z.literal(1),
  revision: revisionIdSchema,
  rows: z.array(rowSchema).min(1).readonly(),
});

/** An alignment that was edited and not committed: the rows, and the text they were read from. Steps to undo are not in it. */
export type EditDraft = z.output<typeof editDraftSchema>;

/** The rows of a draft. */
export function readDraft({ rows }: EditDraft): readonly EditedRow[] {
  return rows.map(({ number, given, ...row }): EditedRow => ({
    ...row,
    ...(number === undefined ? {} : { number }),
    ...(given === undefined ? {} : { given }),
  }));
}
