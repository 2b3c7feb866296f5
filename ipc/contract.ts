import { editDraftSchema, type EditDraft } from '../core/alignment/edit/edit-draft.ts';
import { notebookChangeSchema } from '../core/annotation/notebook.ts';
import { z } from '../core/schema.ts';
import { settingsSchema, type Settings } from '../core/settings/settings.ts';
import { revisionIdSchema, type RevisionId } from '../core/text/revision-id.ts';
import type { LengthByLanguage } from '../core/text/measure-editions.ts';
import { workIdSchema } from '../core/text/work-id.ts';
import type { Work } from '../core/text/work.ts';
import {
  backupIdSchema,
  requestedReasonSchema,
  type BackedUpNotebooks,
  type BackupList,
  type BackupSummary,
  type WorkComparison,
} from './backups.ts';
import { libraryIndexPieceSchema, type LibraryText } from './library-search.ts';
import { noteIdsSchema, notesPageSchema, type NoteIdsOfWork, type NotesPage } from './library-notes.ts';
import {
  noteExportSchema,
  type ChosenNoteFile,
  type ExportedNotes,
  type ExportPreview,
} from './note-files.ts';
import { describedHistorySchema } from './history.ts';
import type { Result } from './result.ts';
import {
  proposedTextSchema,
  type ChosenRevision,
  type LoadedText,
  type RevisionList,
  type RevisionPreview,
} from './revisions.ts';
import type { LoadedNotebook } from './storage.ts';
import { tableSchema } from './tables.ts';
import {
  droppedFileSchema,
  erasedWorksSchema,
  newWorkSchema,
  oneBinnedWorkSchema,
  renamingSchema,
  takenFileSchema,
  workExportSchema,
  type AddedWork,
  type BinnedWork,
  type ChosenWorkFile,
  type RestoredWork,
  type WorkCounts,
  type WorkDetails,
} from './works.ts';

/** What the library lists of a work without opening it. */
export interface WorkSummary {
  readonly id: string;
  readonly titles: Work['titles'];
  readonly languages: readonly string[];
  readonly unitCount: number;
  /** See `measureEditions`. */
  readonly lengths: LengthByLanguage;
  readonly isBundled: boolean;
}

/** What the renderer must know before its first paint. */
export interface StartInfo {
  readonly settings: Settings;
  /** BCP 47, as the system gives it. */
  readonly systemLocale: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly appVersion: string;
  /** Files that could not be read at the start and were left untouched; '' where there are none. */
  readonly notices: readonly StartNotice[];
}

/** Something the reader should be told at the start. */
export interface StartNotice {
  readonly code: 'settings-damaged' | 'settings-newer';
  /** The file it is about. */
  readonly path: string;
}

/** A work with everything needed to show and search it. */
export interface OpenedWork extends LoadedNotebook, LoadedText {
  /** A newer text that the program brings and the reader has not been asked about; null where there is none. */
  readonly offered: RevisionId | null;
}

/** One request: the schema of its only argument, and the type of its reply, which is never looked at at run time. */
export interface RequestShape<Schema extends z.ZodType, Reply> {
  readonly argument: Schema;
  readonly reply: (reply: Reply) => void;
}

function request<Reply>() {
  return <Schema extends z.ZodType>(argument: Schema): RequestShape<Schema, Reply> => ({
    argument,
    reply: () => {},
  });
}

/** How many changes one request may carry: every note of a very full work at once. */
const MAX_CHANGES = 200_000;

const nothing = z.undefined();
const workId = workIdSchema;
const oneRevision = z.strictObject({ workId, revision: revisionIdSchema });

/**
 * Every request the renderer may make of main. Preload and main derive from this object; a handler that is missing does
 * not compile. Each takes one argument, checked against its schema before the handler runs, and answers a `Result`.
 */
export const contract = {
  /** What is needed before the first paint: settings, locale, platform, notices. */
  getStartInfo: request<StartInfo>()(nothing),
  /** The works of the library, bundled ones first. */
  listWorks: request<readonly WorkSummary[]>()(nothing),
  /** Validates a whole work and puts it onto the shelf under an id of its own; answers once it is on disk and listed. */
  addWork: request<AddedWork>()(newWorkSchema),
  /** What a work is, where it came from and which texts of it are kept. */
  describeWork: request<WorkDetails>()(z.strictObject({ workId })),
  /** Replaces the titles the reader has given to a work; answers once they are on disk. The text is left as it is. */
  renameWork: request<null>()(renamingSchema),
  /** Moves a work that does not ship with its notes into the bin; answers once that is done. */
  deleteWork: request<BinnedWork>()(z.strictObject({ workId })),
  /** The works of the bin, the newest first. */
  listDeletedWorks: request<readonly BinnedWork[]>()(nothing),
  /** Moves a work and its notes out of the bin. */
  restoreWork: request<RestoredWork>()(oneBinnedWorkSchema),
  /** Erases works of the bin for good. */
  eraseWorks: request<null>()(erasedWorksSchema),
  /** Asks where to, and writes the text of a work there for other programs, or as a work archive; null if cancelled. */
  exportWork: request<string | null>()(workExportSchema),
  /** Asks for a work archive and says how it stands to the library; changes nothing. Null if the reader has cancelled. */
  chooseWorkFile: request<ChosenWorkFile | null>()(nothing),
  /** The same for a file that was dropped on the window. */
  readWorkFile: request<ChosenWorkFile>()(droppedFileSchema),
  /** The same for the next of the files that the system has handed to the program; null where none waits. */
  readHandedWorkFile: request<ChosenWorkFile | null>()(nothing),
  /** Adds the work of the archive that was chosen last, under an id of its own, and its notes if they are wanted. */
  takeWorkFile: request<AddedWork>()(takenFileSchema),
  /** What taking in the notes of the archive that was chosen last would do; null where it has none. Changes nothing. */
  planWorkFileNotes: request<ChosenNoteFile | null>()(nothing),
  /** The work the program begins with, opened as by 'openWork'; null where the library is empty. */
  openFirstWork: request<OpenedWork | null>()(nothing),
  /** A work with its notes and its search index. Fails with 'not-found' or, when its notes cannot be read, 'damaged-file'. */
  openWork: request<OpenedWork>()(workId),
  /** The notes of a work alone, and what happened to them when they were read. Fails as 'openWork' does. */
  loadNotebook: request<LoadedNotebook>()(workId),
  /** Notes of all works that pass a filter, in an order, with what each further choice would show; a stretch at a time. */
  queryNotes: request<NotesPage>()(notesPageSchema),
  /** The ids of all notes a query gives, by work in the order of the query. */
  findNoteIds: request<readonly NoteIdsOfWork[]>()(noteIdsSchema),
  /** How much the reader has done in each work, by its id. Those without notes or progress, or with unreadable ones, are absent. */
  countNotes: request<Readonly<Record<string, WorkCounts>>>()(nothing),
  /** Applies changes to the notes of a work, all or none of them; answers once they are on disk. */
  changeNotebook: request<null>()(
    z.strictObject({ workId, changes: z.array(notebookChangeSchema).min(1).max(MAX_CHANGES).readonly() }),
  ),
  /** Says what can be undone and redone, for the Edit menu. */
  describeHistory: request<null>()(describedHistorySchema),
  /** Replaces the settings; answers once they are on disk. */
  saveSettings: request<null>()(settingsSchema),
  /** Backs up the notes of all works as they are at this moment; answers once the backup has been read back. */
  makeBackup: request<BackupSummary>()(z.strictObject({ reason: requestedReasonSchema })),
  /** Every backup on disk, the newest first, damaged ones last; before them the one that was brought in as a file. */
  listBackups: request<BackupList>()(nothing),
  /** How a backup differs from the notes of today, work by work. Fails with 'damaged-file' where it cannot be read whole. */
  compareBackup: request<readonly WorkComparison[]>()(z.strictObject({ id: backupIdSchema })),
  /** The notes a backup has of one work, or of all (`null`). */
  readBackup: request<BackedUpNotebooks>()(z.strictObject({ id: backupIdSchema, workId: workId.nullable() })),
  /** Asks where to, and writes a backup there as one file; answers the path, or null where the reader thought better of it. */
  exportBackup: request<string | null>()(z.strictObject({ id: backupIdSchema })),
  /** Asks for such a file and brings it in, to be compared and restored from until the program ends; null as above. */
  chooseBackupFile: request<BackupSummary | null>()(nothing),
  /** The first lines of an export, for looking at before it is made. */
  previewNotes: request<ExportPreview>()(noteExportSchema),
  /** Asks where to, writes notes into a file there and reads it back; null if the reader has cancelled. */
  exportNotes: request<ExportedNotes | null>()(noteExportSchema),
  /** Asks for a file of notes and says what taking it in would do; changes nothing. Null if the reader has cancelled. */
  chooseNoteFile: request<ChosenNoteFile | null>()(nothing),
  /** The revisions of the text of a work: those that were read here, and the one the program brings. */
  listRevisions: request<RevisionList>()(z.strictObject({ workId })),
  /** Asks for a file with a corrected text and says what it would do to the notes; changes nothing. Null if cancelled. */
  chooseRevision: request<ChosenRevision | null>()(z.strictObject({ workId })),
  /** The same for a revision that is known: of the list, or the file that was chosen last. */
  previewRevision: request<RevisionPreview>()(oneRevision),
  /** The same for a text that the reader has edited; it is known from then on until another is chosen. */
  proposeRevision: request<RevisionPreview>()(proposedTextSchema),
  /** Keeps how the alignment of a revision is being edited and reviewed; answers once it is on disk. */
  keepDraft: request<null>()(z.strictObject({ workId, draft: editDraftSchema })),
  /** Removes what was kept of a revision. */
  discardDraft: request<null>()(oneRevision),
  /** What was kept of a revision; null where there is nothing. Fails with 'damaged-file'. */
  loadDraft: request<EditDraft | null>()(oneRevision),
  /** Puts a known revision onto the shelf, where it is found again as long as notes may stand on it; answers its text. */
  keepRevision: request<LoadedText>()(oneRevision),
  /** The text of a known revision. Fails with 'not-found' or 'damaged-file'. */
  loadRevision: request<LoadedText>()(oneRevision),
  /** Asks where to, and writes the text of a work there as a file that can be corrected; null if cancelled. */
  exportText: request<string | null>()(z.strictObject({ workId })),
  /** The texts of the library as they are read now, to be fetched and searched. */
  listTexts: request<readonly LibraryText[]>()(nothing),
  /**
   * Keeps a piece of a file of the search index of the whole library for the next time; answers once it is written, for
   * the last piece once the file is on disk. Fails with 'invalid-request' where it does not follow the piece before.
   */
  keepLibraryIndex: request<null>()(libraryIndexPieceSchema),
  /** Asks where to, and writes a table there as CSV; answers the path, or null if the reader has cancelled. */
  exportTable: request<string | null>()(tableSchema),
  /** Puts plain text on the clipboard. */
  copyText: request<null>()(z.string().max(1_000_000)),
} as const;

/** The contract's type. */
export type Contract = typeof contract;

/** The name of a request. */
export type RequestName = keyof Contract;

/** What a request takes. */
export type RequestArgument<Name extends RequestName> = z.output<Contract[Name]['argument']>;

/** What a request answers inside its `Result`. */
export type RequestReply<Name extends RequestName> = Parameters<Contract[Name]['reply']>[0];

/** The contract as functions: what main implements. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    argument: RequestArgument<Name>,
  ) => Result<RequestReply<Name>> | Promise<Result<RequestReply<Name>>>;
};

/** The contract as functions: what the renderer calls. */
export type RequestCalls = {
  readonly [Name in RequestName]: RequestArgument<Name> extends undefined
    ? () => Promise<Result<RequestReply<Name>>>
    : (argument: RequestArgument<Name>) => Promise<Result<RequestReply<Name>>>;
};

/** The names of all requests, in the contract's order. */
export const REQUEST_NAMES: readonly RequestName[] = Object.keys(contract) as RequestName[];
