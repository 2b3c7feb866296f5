import { createHash } from 'node:crypto';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { serializeNotebookFile } from '../../core/annotation/notebook-file.ts';

/** The text of a notes file as an earlier evening of the program would have left it: with its checksum. */
export function sealNotes(annotations: readonly Annotation[]): string {
  return serializeNotebookFile({ annotations, bin: [], progress: {} }, 0, (parts) =>
    createHash('sha256').update(parts.join('')).digest('hex'),
  ).join('');
}
