import type { Notebook } from '../../core/annotation/notebook.ts';
import type { OpenedWork, RequestCalls, WorkSummary } from '../../ipc/contract.ts';
import { succeed, type Result } from '../../ipc/result.ts';
import { fetchJson } from '../fetch-json.ts';

/** A work as main has opened it, with its notes. */
export interface WorkWithNotes {
  readonly opened: Omit<OpenedWork, 'notebook'>;
  readonly notebook: Notebook;
}

/** The library as it is listed at the start, and its first work; both may still be on their way. */
export interface FirstOpening {
  readonly listed: Promise<Result<readonly WorkSummary[]>>;
  /** null where the library is empty. */
  readonly opened: Promise<Result<WorkWithNotes | null>>;
}

/** Asks for what the desk will need, long before it can be drawn: main reads it while the page is made. */
export function beginFirstOpening({
  listWorks,
  openFirstWork,
}: Pick<RequestCalls, 'listWorks' | 'openFirstWork'>): FirstOpening {
  const open = async (): Promise<Result<WorkWithNotes | null>> => {
    const result = await openFirstWork();
    if (!result.ok) return result;
    return result.value === null ? succeed(null) : addNotes(result.value);
  };
  return { opened: open(), listed: listWorks() };
}

/** Fetches the notes of a work that was opened. */
export async function addNotes({ notebook: path, ...opened }: OpenedWork): Promise<Result<WorkWithNotes>> {
  const notebook = await fetchJson(path);
  return notebook.ok ? succeed({ opened, notebook: notebook.value }) : notebook;
}
