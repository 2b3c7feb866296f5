import { z } from '../schema.ts';

/** Validates the id of a work that comes from another process: it names a file, so it can be no path. */
export const workIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,199}$/);
