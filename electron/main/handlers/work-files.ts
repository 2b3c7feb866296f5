import path from 'node:path';
import { readWorkArchive, type WorkArchive } from '../../../core/formats/work-files/work-archive.ts';
import { MAX_WORK_ARCHIVE_BYTES } from '../../../core/formats/work-files/work-format.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { planMerge } from '../../../core/formats/note-files/plan-merge.ts';
import { readNoteFile, type NoteFileReading } from '../../../core/formats/note-files/read-note-file.ts';
import { measureEditions } from '../../../core/text/measure-editions.ts';
import type { Work } from '../../../core/text/work.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import type { ChosenNoteFile } from '../../../ipc/note-files.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { AddedWork, ArchiveStanding, ChosenWorkFile } from '../../../ipc/works.ts';
import type { HandedFiles } from '../handed-files.ts';
import { readChosenBytes } from '../storage/chosen-file.ts';
import { hashContent } from '../storage/flushed-file.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { identifyRevision } from '../storage/revision-shelf.ts';
import type { WorkBin } from '../storage/work-bin.ts';
import type { WorkNames } from '../storage/work-names.ts';
import { askForArchive } from '../work-exports.ts';
import { findSameText, putOnShelf, type AddingParts } from './add-work.ts';
import { changeNotebook } from './change-notebook.ts';
import { planNotes, type NoteFileParts } from './note-files.ts';
import { languageOf, type Revisions } from './revisions.ts';

export interface WorkFileParts extends Omit<AddingParts, 'notebooks' | 'bin'>, NoteFileParts {
  readonly notebooks: NotebookStore;
  readonly bin: WorkBin;
  readonly names: WorkNames;
  readonly handedFiles: Pick<HandedFiles, 'take'>;
}

/** The requests about work archives that come in. */
export interface WorkFiles {
  readonly chooseWorkFile: () => Promise<Result<ChosenWorkFile | null>>;
  readonly readHandedWorkFile: () => Promise<Result<ChosenWorkFile | null>>;
  readonly readWorkFile: (file: RequestArgument<'readWorkFile'>) => Result<ChosenWorkFile>;
  readonly takeWorkFile: (wanted: RequestArgument<'takeWorkFile'>) => Promise<Result<AddedWork>>;
  readonly planWorkFileNotes: () => Result<ChosenNoteFile | null>;
}

interface Chosen {
  readonly name: string;
  readonly archive: WorkArchive;
}

/** Answers the requests about work archives; keeps the one that was chosen last until another is. */
export function openWorkFiles(parts: WorkFileParts, offerRevision: Revisions['offerRevision']): WorkFiles {
  let chosen: Chosen | undefined;

  function choose(name: string, bytes: Uint8Array): Result<ChosenWorkFile> {
    chosen = undefined;
    const reading = readWorkArchive(bytes, hash);
    if (!reading.ok) return succeed({ type: 'refused', name, problem: reading.problem });
    const { archive } = reading;
    const standing = findStanding(parts, archive.work);
    if (!standing.ok) return standing;
    chosen = { name, archive };
    offerRevision({ work: archive.work, name });
    const { titles, editions, units } = archive.work;
    const notes = readNotes(archive);
    return succeed({
      type: 'readable',
      name,
      titles: { ...titles, ...archive.titles },
      languages: editions.map(({ language }) => language),
      lengths: measureEditions(archive.work),
      unitCount: units.length,
      noteCount: notes?.ok === true ? notebookOf(notes, archive.work).annotations.length : null,
      written: archive.written,
      standing: standing.value,
    });
  }

  async function read(filePath: string | undefined): Promise<Result<ChosenWorkFile | null>> {
    if (filePath === undefined) return succeed(null);
    const name = path.basename(filePath);
    const bytes = await readChosenBytes(filePath, MAX_WORK_ARCHIVE_BYTES);
    if (!bytes.ok) return bytes;
    if (bytes.value.type === 'bytes') return choose(name, bytes.value.bytes);
    const details = [`${bytes.value.size} bytes`];
    return succeed({ type: 'refused', name, problem: { code: 'too-large', details } });
  }

  return {
    chooseWorkFile: async () => read(await parts.dialogs.askWhatToOpen(askForArchive(languageOf(parts)))),
    readHandedWorkFile: () => read(parts.handedFiles.take()),
    readWorkFile: ({ name, bytes }) => choose(path.basename(name), Buffer.from(bytes, 'base64')),
    takeWorkFile: async ({ withNotes }) => {
      if (chosen === undefined) return fail('not-found', 'No file has been chosen');
      const { name, archive } = chosen;
      const added = await putOnShelf(parts, { work: archive.work, name, ownsNotes: true });
      if (!added.ok || added.value.type !== 'added') return added;
      const { workId } = added.value;
      if (Object.keys(archive.titles).length > 0) {
        const named = parts.names.rename(workId, archive.titles);
        if (!named.ok) return named;
      }
      const notes = withNotes ? readNotes(archive) : undefined;
      if (notes?.ok !== true) return added;
      const present = parts.notebooks.load(workId);
      const before = present.ok ? present.value : EMPTY_NOTEBOOK;
      const { changes } = planMerge(before, notebookOf(notes, archive.work));
      const saved = changes.length === 0 ? succeed(null) : await changeNotebook(parts, { workId, changes });
      return saved.ok ? added : saved;
    },
    planWorkFileNotes: () => {
      if (chosen === undefined) return succeed(null);
      const { name, archive } = chosen;
      const reading = readNotes(archive);
      if (reading === null) return succeed(null);
      const same = findSameText(parts, archive.work);
      if (!same.ok) return same;
      return planNotes(parts, {
        name,
        reading: retarget(reading, archive.work, same.value),
        works: [{ ...archive.work, id: same.value ?? archive.work.id }],
      });
    },
  };
}

const hash = (bytes: Uint8Array): string => hashContent(Buffer.from(bytes));

function readNotes({ work, notes, written }: WorkArchive): NoteFileReading | null {
  return notes === null ? null : readNoteFile(notes, [work], written);
}

function notebookOf({ notes }: Extract<NoteFileReading, { readonly ok: true }>, { id }: Work): Notebook {
  return notes.notebooks.get(id) ?? EMPTY_NOTEBOOK;
}

/** The notes of an archive as notes of the work that has its text here under another id. */
function retarget(reading: NoteFileReading, work: Work, id: string = work.id): NoteFileReading {
  if (!reading.ok) return reading;
  const notebooks = new Map([[id, notebookOf(reading, work)]]);
  return { ok: true, notes: { ...reading.notes, notebooks } };
}

function findStanding(parts: WorkFileParts, work: Work): Result<ArchiveStanding> {
  const binned = parts.bin.list();
  if (!binned.ok) return binned;
  const inBin = binned.value.find(({ workId }) => workId === work.id);
  if (inBin !== undefined) return succeed({ type: 'in-bin', id: inBin.id });
  const ids = parts.library.listIds();
  if (!ids.ok) return ids;
  if (ids.value.includes(work.id)) {
    const present = parts.library.identify(work.id);
    if (!present.ok) return present;
    const revision = identifyRevision(work);
    return succeed(
      present.value === revision
        ? { type: 'same', workId: work.id }
        : { type: 'other-text', workId: work.id, revision },
    );
  }
  const same = findSameText(parts, work);
  if (!same.ok) return same;
  return succeed(same.value === undefined ? { type: 'new' } : { type: 'same', workId: same.value });
}
