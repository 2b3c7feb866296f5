import '../../electron-in-node.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NotebookChange } from '../../../../core/annotation/notebook.ts';
import type { WorkFile } from '../../../../core/text/work-file.ts';
import { addWork } from '../../../../electron/main/handlers/add-work.ts';
import { changeNotebook } from '../../../../electron/main/handlers/change-notebook.ts';
import { exportWork } from '../../../../electron/main/handlers/export-work.ts';
import { listWorks } from '../../../../electron/main/handlers/open-work.ts';
import { openRevisions } from '../../../../electron/main/handlers/revisions.ts';
import { openWorkFiles } from '../../../../electron/main/handlers/work-files.ts';
import { deleteWork, describeWork, renameWork } from '../../../../electron/main/handlers/works.ts';
import { openCatalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { openRevisionShelf } from '../../../../electron/main/storage/revision-shelf.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import { openWorkBin } from '../../../../electron/main/storage/work-bin.ts';
import { openWorkNames } from '../../../../electron/main/storage/work-names.ts';
import type { Result } from '../../../../ipc/result.ts';

/** Puts a work among those that ship, in a user's folder. */
export function ship(userData: string, file: WorkFile): void {
  const folder = path.join(userData, 'shipped', file.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'work.json'), JSON.stringify(file));
  writeFileSync(path.join(folder, 'search-index.json'), 'index');
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

/** The part of the program that keeps works, as it stands after a start; `chosenFile` answers its dialogs. */
export function startWorks(
  userData: string,
  chosenFile?: string,
  now = () => new Date(),
  handed: string[] = [],
) {
  const libraryFolder = path.join(userData, 'library');
  mkdirSync(path.join(userData, 'shipped'), { recursive: true });
  const notebooks = openNotebookStore(path.join(userData, 'notes'));
  const shipped = openLibrary(path.join(userData, 'shipped'));
  const shelf = openRevisionShelf(libraryFolder, now);
  const names = openWorkNames(libraryFolder);
  const notesFolder = path.join(userData, 'notes');
  const folder = path.join(userData, 'bin');
  const bin = openWorkBin({ folder, libraryFolder, notesFolder, notebooks, shelf, names, now });
  const catalogue = openCatalogue(libraryFolder, shelf);
  const parts = {
    shipped,
    shelf,
    notebooks,
    catalogue,
    names,
    bin,
    library: openTexts({ shipped, shelf, catalogue, notebooks }),
    settings: openSettingsStore(path.join(userData, 'settings.json'), now),
    environment: { systemLocale: 'en-US', appVersion: '1.2.3' },
    dialogs: {
      askWhereToSave: () => Promise.resolve(chosenFile),
      askWhatToOpen: () => Promise.resolve(chosenFile),
    },
    handedFiles: { take: () => handed.shift() },
    now,
  };
  const revisions = openRevisions(parts);
  return {
    parts,
    ...revisions,
    ...openWorkFiles(parts, revisions.offerRevision),
    bin,
    library: parts.library,
    notebooks,
    list: () => valueOf(listWorks(parts)),
    add: (text: string, name = 'file.docx') => addWork(parts, { text, name }),
    describe: (workId: string) => describeWork(parts, revisions.listRevisions, workId),
    rename: (workId: string, titles: Readonly<Record<string, string>>) =>
      renameWork(parts, { workId, titles }),
    delete: (workId: string) => deleteWork(parts, workId),
    change: (workId: string, changes: readonly NotebookChange[]) =>
      changeNotebook(parts, { workId, changes }),
    export: (wanted: Parameters<typeof exportWork>[1]) => exportWork(parts, wanted),
    end: () => valueOf(notebooks.flush()),
  };
}
