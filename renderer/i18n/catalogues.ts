import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import enAlignment from '../../resources/messages/en/alignment.json';
import enBackups from '../../resources/messages/en/backups.json';
import enCommands from '../../resources/messages/en/commands.json';
import enConcordance from '../../resources/messages/en/concordance.json';
import enErrors from '../../resources/messages/en/errors.json';
import enGlossary from '../../resources/messages/en/glossary.json';
import enHistory from '../../resources/messages/en/history.json';
import enImport from '../../resources/messages/en/import.json';
import enLibrary from '../../resources/messages/en/library.json';
import enNoteFiles from '../../resources/messages/en/note-files.json';
import enLibrarySearch from '../../resources/messages/en/library-search.json';
import enLibraryNotes from '../../resources/messages/en/library-notes.json';
import enNotes from '../../resources/messages/en/notes.json';
import enNotesReading from '../../resources/messages/en/notes-reading.json';
import enReader from '../../resources/messages/en/reader.json';
import enRevisions from '../../resources/messages/en/revisions.json';
import enSearch from '../../resources/messages/en/search.json';
import enSearchLanguage from '../../resources/messages/en/search-language.json';
import enSearchProblems from '../../resources/messages/en/search-problems.json';
import enSearchReading from '../../resources/messages/en/search-reading.json';
import enSettings from '../../resources/messages/en/settings.json';
import enShell from '../../resources/messages/en/shell.json';
import enStorage from '../../resources/messages/en/storage.json';
import enWorkFiles from '../../resources/messages/en/work-files.json';
import zhAlignment from '../../resources/messages/zh-Hans/alignment.json';
import zhBackups from '../../resources/messages/zh-Hans/backups.json';
import zhCommands from '../../resources/messages/zh-Hans/commands.json';
import zhConcordance from '../../resources/messages/zh-Hans/concordance.json';
import zhErrors from '../../resources/messages/zh-Hans/errors.json';
import zhGlossary from '../../resources/messages/zh-Hans/glossary.json';
import zhHistory from '../../resources/messages/zh-Hans/history.json';
import zhImport from '../../resources/messages/zh-Hans/import.json';
import zhLibrary from '../../resources/messages/zh-Hans/library.json';
import zhNoteFiles from '../../resources/messages/zh-Hans/note-files.json';
import zhLibrarySearch from '../../resources/messages/zh-Hans/library-search.json';
import zhLibraryNotes from '../../resources/messages/zh-Hans/library-notes.json';
import zhNotes from '../../resources/messages/zh-Hans/notes.json';
import zhNotesReading from '../../resources/messages/zh-Hans/notes-reading.json';
import zhReader from '../../resources/messages/zh-Hans/reader.json';
import zhRevisions from '../../resources/messages/zh-Hans/revisions.json';
import zhSearch from '../../resources/messages/zh-Hans/search.json';
import zhSearchLanguage from '../../resources/messages/zh-Hans/search-language.json';
import zhSearchProblems from '../../resources/messages/zh-Hans/search-problems.json';
import zhSearchReading from '../../resources/messages/zh-Hans/search-reading.json';
import zhSettings from '../../resources/messages/zh-Hans/settings.json';
import zhShell from '../../resources/messages/zh-Hans/shell.json';
import zhStorage from '../../resources/messages/zh-Hans/storage.json';
import zhWorkFiles from '../../resources/messages/zh-Hans/work-files.json';

const english = {
  ...enAlignment,
  ...enBackups,
  ...enCommands,
  ...enConcordance,
  ...enErrors,
  ...enGlossary,
  ...enHistory,
  ...enImport,
  ...enLibrary,
  ...enNoteFiles,
  ...enLibraryNotes,
  ...enLibrarySearch,
  ...enNotes,
  ...enNotesReading,
  ...enReader,
  ...enRevisions,
  ...enSearch,
  ...enSearchLanguage,
  ...enSearchProblems,
  ...enSearchReading,
  ...enSettings,
  ...enShell,
  ...enStorage,
  ...enWorkFiles,
};

/** The id of a string of the interface. */
export type MessageId = keyof typeof english;

const chinese: Record<MessageId, string> = {
  ...zhAlignment,
  ...zhBackups,
  ...zhCommands,
  ...zhConcordance,
  ...zhErrors,
  ...zhGlossary,
  ...zhHistory,
  ...zhImport,
  ...zhLibrary,
  ...zhNoteFiles,
  ...zhLibraryNotes,
  ...zhLibrarySearch,
  ...zhNotes,
  ...zhNotesReading,
  ...zhReader,
  ...zhRevisions,
  ...zhSearch,
  ...zhSearchLanguage,
  ...zhSearchProblems,
  ...zhSearchReading,
  ...zhSettings,
  ...zhShell,
  ...zhStorage,
  ...zhWorkFiles,
};

/** Every string of the interface, in ICU MessageFormat; a key missing in a language does not compile. */
export const CATALOGUES: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageId, string>>>> = {
  en: english,
  'zh-Hans': chinese,
};
