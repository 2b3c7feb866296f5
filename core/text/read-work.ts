import { z } from '../schema.ts';
import { InvalidWorkError, parseWork, WORK_SCHEMA_VERSION } from './work-file.ts';
import type { Work } from './work.ts';

/** Why a text is not a work. */
export interface WorkProblem {
  readonly code: 'not-json' | 'newer' | 'not-a-work';
  /** What exactly, for whoever wrote the file; in English. At most {@link MAX_PROBLEMS}. */
  readonly details: readonly string[];
}

/** What reading a work comes to. */
export type WorkReading =
  { readonly ok: true; readonly work: Work } | { readonly ok: false; readonly problem: WorkProblem };

/** Whoever corrects a file does so from the top. */
const MAX_PROBLEMS = 50;

const headSchema = z.object({ schema: z.int() });

/** Reads the text of a work.json that came from anywhere. Never throws, however the text is made. */
export function readWork(text: string): WorkReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return refuse('not-json', String(error));
  }
  const head = headSchema.safeParse(value);
  if (head.success && head.data.schema > WORK_SCHEMA_VERSION) {
    return refuse('newer', `has schema ${head.data.schema}, this program knows ${WORK_SCHEMA_VERSION}`);
  }
  try {
    return { ok: true, work: parseWork(value) };
  } catch (error) {
    // Something nested too deeply to be looked at is no work either.
    const problems = error instanceof InvalidWorkError ? error.problems : [String(error)];
    return refuse('not-a-work', ...problems.slice(0, MAX_PROBLEMS));
  }
}

function refuse(code: WorkProblem['code'], ...details: readonly string[]): WorkReading {
  return { ok: false, problem: { code, details } };
}
