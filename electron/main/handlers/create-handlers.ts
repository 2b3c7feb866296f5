import type { RequestHandlers } from '../../../ipc/contract.ts';
import { copyText, type CopyTextParts } from './copy-text.ts';
import { changeNotebook, type NotebookParts } from './change-notebook.ts';
import {
  chooseBackupFile,
  compareBackup,
  exportBackup,
  listBackups,
  makeBackup,
  readBackup,
  type BackupParts,
} from './backups.ts';
import { describeHistory, type HistoryParts } from './describe-history.ts';
import { listTexts, type LibrarySearchParts } from './library-search.ts';
import { openLibraryNotes } from './library-notes.ts';
import { loadNotebook } from './load-notebook.ts';
import { exportTable, type TableParts } from './export-table.ts';
import { getStartInfo, type StartParts } from './get-start-info.ts';
import { listWorks, openFirstWork, openWork, type LibraryParts } from './open-work.ts';
import { chooseNoteFile, exportNotes, previewNotes, type NoteFileParts } from './note-files.ts';
import { openRevisions, type RevisionParts } from './revisions.ts';
import { saveSettings, type SettingsParts } from './save-settings.ts';
import type { Drafts } from '../storage/drafts.ts';
import type { KeepLibraryIndexPiece } from '../storage/library-index-keeper.ts';
import { addWork, type AddingParts } from './add-work.ts';
import { exportWork, type WorkExportParts } from './export-work.ts';
import { openWorkFiles, type WorkFileParts } from './work-files.ts';
import { deleteWork, describeWork, renameWork, type WorksParts } from './works.ts';

/** Where alignments are kept while they are edited. */
interface DraftParts {
  readonly drafts: Drafts;
}

interface LibraryIndexParts {
  readonly keepLibraryIndexPiece: KeepLibraryIndexPiece;
}

/** The parts of the program the handlers work on. */
export type HandlerParts = StartParts &
  LibraryParts &
  NotebookParts &
  SettingsParts &
  BackupParts &
  NoteFileParts &
  HistoryParts &
  RevisionParts &
  LibrarySearchParts &
  LibraryIndexParts &
  TableParts &
  AddingParts &
  WorksParts &
  WorkExportParts &
  Pick<WorkFileParts, 'handedFiles'> &
  DraftParts &
  CopyTextParts;

/** The answers to every request of the contract. */
export function createHandlers(parts: HandlerParts): RequestHandlers {
  const libraryNotes = openLibraryNotes(parts);
  const { offerRevision, ...revisions } = openRevisions(parts);
  const workFiles = openWorkFiles(parts, offerRevision);
  return {
    getStartInfo: () => getStartInfo(parts),
    listWorks: () => listWorks(parts),
    addWork: (argument) => addWork(parts, argument),
    describeWork: ({ workId }) => describeWork(parts, revisions.listRevisions, workId),
    renameWork: (argument) => renameWork(parts, argument),
    deleteWork: ({ workId }) => deleteWork(parts, workId),
    listDeletedWorks: () => parts.bin.list(),
    restoreWork: ({ id }) => parts.bin.restore(id),
    eraseWorks: ({ ids }) => parts.bin.erase(ids),
    exportWork: (argument) => exportWork(parts, argument),
    ...workFiles,
    openFirstWork: () => {
      libraryNotes.readAhead();
      return openFirstWork(parts);
    },
    openWork: (workId) => {
      libraryNotes.readAhead();
      return openWork(parts, workId);
    },
    loadNotebook: (workId) => loadNotebook(parts, workId),
    queryNotes: libraryNotes.queryNotes,
    findNoteIds: libraryNotes.findNoteIds,
    countNotes: libraryNotes.countNotes,
    changeNotebook: (argument) => changeNotebook(parts, argument),
    describeHistory: (history) => describeHistory(parts, history),
    saveSettings: (settings) => saveSettings(parts, settings),
    makeBackup: ({ reason }) => makeBackup(parts, reason),
    listBackups: () => listBackups(parts),
    compareBackup: ({ id }) => compareBackup(parts, id),
    readBackup: (argument) => readBackup(parts, argument),
    exportBackup: ({ id }) => exportBackup(parts, id),
    chooseBackupFile: () => chooseBackupFile(parts),
    previewNotes: (argument) => previewNotes(parts, argument),
    exportNotes: (argument) => exportNotes(parts, argument),
    chooseNoteFile: () => chooseNoteFile(parts),
    ...revisions,
    keepDraft: ({ workId, draft }) => parts.drafts.keep(workId, draft),
    discardDraft: ({ workId, revision }) => parts.drafts.discard(workId, revision),
    loadDraft: ({ workId, revision }) => parts.drafts.load(workId, revision),
    listTexts: () => listTexts(parts),
    keepLibraryIndex: parts.keepLibraryIndexPiece,
    exportTable: (table) => exportTable(parts, table),
    copyText: (text) => copyText(parts, text),
  };
}
