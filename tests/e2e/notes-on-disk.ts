import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { followSnapshot, parseJournal } from '../../core/annotation/journal.ts';
import { parseNotebookFile } from '../../core/annotation/notebook-file.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../core/annotation/notebook.ts';

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('')).digest('hex');
}

/** The journal beside a notes file. */
function journalFile(notesFile: string): string {
  return notesFile.replace(/\.json$/u, '.journal');
}

/** What the bytes on disk say of the notes of a work: the snapshot and the journal on top. Empty while there is neither. */
export function readNotebookOnDisk(notesFile: string): Notebook {
  // The journal first: the program empties it only once a snapshot has what it says.
  const journal = readIfThere(journalFile(notesFile)) ?? '';
  const text = readIfThere(notesFile);
  const file = text === undefined ? undefined : parseNotebookFile(text, hash);
  if (file !== undefined && file.type !== 'notebook') throw new Error(`${notesFile}: ${file.detail}`);
  const { records, brokenCount } = parseJournal(journal);
  const following = followSnapshot(records, file?.sequence);
  if (brokenCount > 0 || following.hasGap) throw new Error(`${journalFile(notesFile)} is damaged`);
  return applyChanges(
    file?.notebook ?? EMPTY_NOTEBOOK,
    following.records.flatMap(({ changes }) => changes),
  );
}

function readIfThere(filePath: string): string | undefined {
  return fs.existsSync(filePath) ? fs.readFileSync(filePath, 'utf8') : undefined;
}
