import { z } from '../schema.ts';

/**
 * Names one revision of a work's text: the SHA-256 of its work.json, as 64 lower-case hexadecimal digits. The same text
 * has the same name on every computer.
 */
export type RevisionId = string;

/** Validates a {@link RevisionId} that comes from a file or another process. It can be part of a file name. */
export const revisionIdSchema: z.ZodType<RevisionId> = z.string().regex(/^[0-9a-f]{64}$/u);
