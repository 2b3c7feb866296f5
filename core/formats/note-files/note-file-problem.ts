import type { z } from '../../schema.ts';

/** A note file may have at most this many bytes. */
export const MAX_NOTE_FILE_BYTES = 50 * 1024 * 1024;

/** And at most this many annotations. */
export const MAX_NOTES = 200_000;

/** Why a file cannot be read as notes. Nothing of such a file is taken over. */
export interface NoteFileProblem {
  readonly code: 'too-large' | 'not-json' | 'too-deep' | 'unsafe-key' | 'not-notes' | 'wrong-value';
  /** Where in the file, as `first.items[3].created`; '' where it is about the whole file. */
  readonly where: string;
  /** What is wrong there, in English, for the curious. */
  readonly what: string;
}

/** Thrown while a file is read; `readNoteFile` turns it into its answer. */
export class NoteFileError extends Error {
  readonly problem: NoteFileProblem;

  constructor(code: NoteFileProblem['code'], path: readonly PropertyKey[], what: string) {
    super(what);
    this.name = 'NoteFileError';
    this.problem = { code, where: describePath(path), what };
  }
}

/** The first thing a schema has found, told at its place in the file. */
export function refuseFirst(error: z.ZodError, path: readonly PropertyKey[]): never {
  const [issue] = error.issues;
  throw new NoteFileError(
    'wrong-value',
    [...path, ...(issue?.path ?? [])],
    issue?.message ?? 'is not what it should be',
  );
}

function describePath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join('');
}
