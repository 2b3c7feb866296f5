import type { StartInfo } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { WorkExport } from '../../../ipc/works.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { writeExportedFile } from '../storage/exported-file.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { WorkNames } from '../storage/work-names.ts';
import { askWhereTo, writeExport } from '../work-exports.ts';

export interface WorkExportParts {
  /** The works in the revisions that are read. */
  readonly library: Library;
  readonly names: Pick<WorkNames, 'titlesOf'>;
  readonly notebooks: Pick<NotebookStore, 'load'>;
  readonly dialogs: FileDialogs;
  readonly environment: Pick<StartInfo, 'appVersion'>;
  readonly now: () => Date;
}

export async function exportWork(parts: WorkExportParts, wanted: WorkExport): Promise<Result<string | null>> {
  const { library, names, notebooks, environment } = parts;
  const work = library.loadWork(wanted.workId);
  if (!work.ok) return work;
  const notebook = wanted.includeNotes ? notebooks.load(wanted.workId) : undefined;
  if (notebook?.ok === false) return notebook;
  const titled = { work: work.value, titles: names.titlesOf(wanted.workId) };
  const filePath = await parts.dialogs.askWhereToSave(askWhereTo(wanted, titled));
  if (filePath === undefined) return succeed(null);
  const content = await writeExport(wanted, {
    ...titled,
    // What the reader has deleted stays here.
    notebook: notebook === undefined ? null : { ...notebook.value, bin: [] },
    now: parts.now(),
    appVersion: environment.appVersion,
  });
  const written = writeExportedFile(filePath, content);
  return written.ok ? succeed(filePath) : written;
}
