import { buildTextIndexInSteps } from '../../../core/search/text-index.ts';
import { readWork } from '../../../core/text/read-work.ts';
import type { Work } from '../../../core/text/work.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { AddedWork } from '../../../ipc/works.ts';
import { runWithPauses } from '../run-with-pauses.ts';
import type { Catalogue } from '../storage/catalogue.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { identifyRevision, type RevisionShelf } from '../storage/revision-shelf.ts';
import type { WorkBin } from '../storage/work-bin.ts';
import { isSafeWorkId } from '../storage/work-id.ts';

export interface AddingParts {
  /** The works the program brings. */
  readonly shipped: Library;
  /** The works in the revisions that are read. */
  readonly library: Library;
  readonly shelf: RevisionShelf;
  readonly catalogue: Catalogue;
  readonly notebooks: Pick<NotebookStore, 'listWorkIds'>;
  readonly bin: Pick<WorkBin, 'holds'>;
}

/** A work to be put onto the shelf, and where it came from. */
export interface NewWork {
  readonly work: Work;
  /** Of the file it was in. */
  readonly name: string;
  /** Whether notes that are left of a work of its id are its own. */
  readonly ownsNotes: boolean;
}

/** Leaves room for a number behind it: a work id has at most 200 characters. */
const MAX_STEM_LENGTH = 190;

export async function addWork(
  parts: AddingParts,
  { text, name }: RequestArgument<'addWork'>,
): Promise<Result<AddedWork>> {
  const reading = readWork(text);
  if (!reading.ok) return succeed({ type: 'refused', problem: reading.problem });
  return putOnShelf(parts, { work: reading.work, name, ownsNotes: false });
}

/**
 * Puts a work onto the shelf, under an id that no other has, unless its text is there already. A long text is indexed in
 * small steps, between which notes are saved as always.
 */
export async function putOnShelf(parts: AddingParts, added: NewWork): Promise<Result<AddedWork>> {
  const known = findKnown(parts, added.work);
  if (known !== undefined) return known;
  const searchIndex = await runWithPauses(buildTextIndexInSteps(added.work));
  // Somebody may have added it meanwhile.
  return findKnown(parts, added.work) ?? keepNew(parts, added, searchIndex);
}

/** What adding a text comes to that is there already, or that cannot be looked for; undefined for a new one. */
function findKnown(parts: AddingParts, work: Work): Result<AddedWork> | undefined {
  const same = findSameText(parts, work);
  if (!same.ok) return same;
  return same.value === undefined ? undefined : succeed({ type: 'known', workId: same.value });
}

function keepNew(
  parts: AddingParts,
  { work, name, ownsNotes }: NewWork,
  searchIndex: string,
): Result<AddedWork> {
  const taken = listTakenIds(parts, ownsNotes);
  if (!taken.ok) return taken;
  const id = chooseId(work.id, (wanted) => taken.value.has(wanted) || parts.bin.holds(wanted));
  const kept = parts.shelf.keep({ work: { ...work, id }, origin: 'file', name, searchIndex });
  if (!kept.ok) return kept;
  // Read back as it will be read from now on.
  const read = parts.shelf.load(id, kept.value);
  if (!read.ok) return read;
  parts.catalogue.describe(id);
  parts.catalogue.flush();
  return succeed({ type: 'added', workId: id });
}

/** The id under which the very same text stands in the library; undefined where it is nowhere. */
export function findSameText(
  { shipped, library, shelf, catalogue }: Pick<AddingParts, 'shipped' | 'library' | 'shelf' | 'catalogue'>,
  work: Work,
): Result<string | undefined> {
  const ids = library.listIds();
  if (!ids.ok) return ids;
  return succeed(
    ids.value.find((id) => {
      const listed = catalogue.describe(id);
      // A name takes a second to compute for a large text: only where the text could be the same.
      if (listed !== undefined && id !== work.id && listed.unitCount !== work.units.length) return false;
      const revision = identifyRevision({ ...work, id });
      const brought = shipped.identify(id);
      return (brought.ok && brought.value === revision) || shelf.has(id, revision);
    }),
  );
}

function listTakenIds({ library, notebooks }: AddingParts, ownsNotes: boolean): Result<ReadonlySet<string>> {
  const ids = library.listIds();
  if (!ids.ok || ownsNotes) return ids.ok ? succeed(new Set(ids.value)) : ids;
  const withNotes = notebooks.listWorkIds();
  return withNotes.ok ? succeed(new Set([...ids.value, ...withNotes.value])) : withNotes;
}

function chooseId(wanted: string, isTaken: (id: string) => boolean): string {
  const stem = wanted.slice(0, MAX_STEM_LENGTH);
  let id = stem;
  for (let number = 2; !isSafeWorkId(id) || isTaken(id); number += 1) id = `${stem}-${number}`;
  return id;
}
