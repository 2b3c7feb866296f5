import type { Notebook } from '../../core/annotation/notebook.ts';
import type { OpenedWork, RequestCalls } from '../../ipc/contract.ts';
import { succeed, type Result } from '../../ipc/result.ts';
import { fetchJson } from '../fetch-json.ts';

/** A work as main has opened it, with its notes. */
export interface WorkWithNotes {
  readonly opened: Omit<OpenedWork, 'notebook'>;
  readonly notebook: Notebook;
}

/** The work the program begins with; null where the library is empty. */
export type FirstOpening = Result<WorkWithNotes | null>;

/** Asks for what the desk will need, long before it can be drawn: main reads it while the page is made. */
export async function beginFirstOpening({
  openFirstWork,
}: Pick<RequestCalls, 'openFirstWork'>): Promise<FirstOpening> {
  const result = await openFirstWork();
  if (!result.ok) return result;
  return result.value === null ? succeed(null) : addNotes(result.value);
}

/** Fetches the notes of a work that was opened. */
export async function addNotes({ notebook: path, ...opened }: OpenedWork): Promise<Result<WorkWithNotes>> {
  const notebook = await fetchJson(path);
  return notebook.ok ? succeed({ opened, notebook: notebook.value }) : notebook;
}
