import { measureEditions } from '../../../core/text/measure-editions.ts';
import type { Work } from '../../../core/text/work.ts';
import type { OpenedWork, WorkSummary } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { Catalogue } from '../storage/catalogue.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { RevisionShelf } from '../storage/revision-shelf.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { isSafeWorkId } from '../storage/work-id.ts';
import type { WorkNames } from '../storage/work-names.ts';
import { loadNotebook } from './load-notebook.ts';

export interface LibraryParts {
  /** The works the program brings. */
  readonly shipped: Library;
  /** The works in the revisions that are read. */
  readonly library: Library;
  readonly shelf: RevisionShelf;
  readonly catalogue: Catalogue;
  readonly notebooks: NotebookStore;
  readonly names: Pick<WorkNames, 'name'>;
}

/** What listing the works needs. */
export type ListedParts = Pick<LibraryParts, 'shipped' | 'library' | 'shelf' | 'catalogue' | 'names'>;

/**
 * Lists the works the program brings, then those that only stand on the shelf, each in the text that is read. Only notes
 * know which that is: they are read of works that have several.
 */
export function listWorks(parts: ListedParts): Result<readonly WorkSummary[]> {
  const { shipped, library, catalogue, names } = parts;
  const ids = shipped.listIds();
  if (!ids.ok) return ids;
  const summaries: WorkSummary[] = [];
  for (const id of ids.value) {
    const loaded = isOnShelf(parts, id) ? library.loadWork(id) : shipped.loadWork(id);
    if (!loaded.ok) return loaded;
    summaries.push({ ...describeText(loaded.value), isBundled: true });
  }
  for (const { revision, hasOthers, ...newest } of catalogue.list()) {
    if (ids.value.includes(newest.id)) continue;
    const read = hasOthers ? library.identify(newest.id) : undefined;
    const other = read?.ok === true && read.value !== revision ? library.loadWork(newest.id) : undefined;
    summaries.push({ ...(other?.ok === true ? describeText(other.value) : newest), isBundled: false });
  }
  catalogue.flush();
  return succeed(summaries.map(names.name));
}

/** Whether there are texts of a work that ships besides the one it ships in. */
function isOnShelf({ shipped, shelf }: ListedParts, id: string): boolean {
  const kept = shelf.listNames(id);
  const present = shipped.identify(id);
  return kept.ok && present.ok && kept.value.some((revision) => revision !== present.value);
}

function describeText(work: Work): Omit<WorkSummary, 'isBundled'> {
  const { id, titles, editions, units } = work;
  return {
    id,
    titles,
    languages: editions.map(({ language }) => language),
    unitCount: units.length,
    lengths: measureEditions(work),
  };
}

/** What the choice of the first work needs besides. */
interface FirstParts extends LibraryParts {
  readonly settings: Pick<SettingsStore, 'settings'>;
}

/** The work the program begins with: the one the reader opened last, else the first; null where the library is empty. */
function chooseFirstWork({ shipped, catalogue, settings }: FirstParts): Result<string | null> {
  const ids = shipped.listIds();
  if (!ids.ok) return ids;
  const isThere = (id: string): boolean =>
    ids.value.includes(id) || (isSafeWorkId(id) && catalogue.describe(id) !== undefined);
  const last = Object.entries(settings.settings().works)
    .flatMap(([id, { opened }]) => (opened === null ? [] : [{ id, opened }]))
    .toSorted((a, b) => b.opened.localeCompare(a.opened))
    .find(({ id }) => isThere(id));
  return succeed(last?.id ?? ids.value[0] ?? catalogue.listIds()[0] ?? null);
}

/** Opens the work the program begins with; null where the library is empty. */
export function openFirstWork(parts: FirstParts): Result<OpenedWork | null> {
  const first = chooseFirstWork(parts);
  if (!first.ok) return first;
  return first.value === null ? succeed(null) : openWork(parts, first.value);
}

export function openWork(parts: LibraryParts, workId: string): Result<OpenedWork> {
  const { shipped, library, notebooks, shelf } = parts;
  const text = library.loadText(workId);
  if (!text.ok) return text;
  const loaded = loadNotebook(parts, workId);
  if (!loaded.ok) return loaded;
  const { notebook, notices } = loaded.value;
  const read = notebooks.load(workId);
  if (!read.ok) return read;
  const { revision } = text.value;
  const wanted = read.value.revision ?? revision;
  const newest = shipped.identify(workId);
  const isOffered = newest.ok && newest.value !== wanted && !shelf.has(workId, newest.value);
  return succeed({
    ...text.value,
    work: parts.names.name(text.value.work),
    notebook,
    notices:
      revision === wanted
        ? notices
        : [...notices, { code: 'text-missing', path: shelf.pathOf(workId, wanted), backupCreated: null }],
    // Where the text of the notes is missing, the newest one is read already.
    offered: isOffered && revision === wanted ? newest.value : null,
  });
}

/** Reads what the page will ask for first, while its window is still being made: the first work and its notes. */
export async function readFirstWork(parts: FirstParts): Promise<void> {
  const first = chooseFirstWork(parts);
  if (!first.ok || first.value === null) return;
  await parts.notebooks.readAhead(first.value);
  // Whatever cannot be read is said to the page, once it asks.
  parts.library.loadText(first.value);
}
