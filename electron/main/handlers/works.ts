import { measureEditions } from '../../../core/text/measure-editions.ts';
import type { RequestArgument } from '../../../ipc/contract.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import type { BinnedWork, WorkDetails } from '../../../ipc/works.ts';
import type { Catalogue } from '../storage/catalogue.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import type { WorkBin } from '../storage/work-bin.ts';
import type { WorkNames } from '../storage/work-names.ts';
import type { Revisions } from './revisions.ts';

export interface WorksParts {
  /** The works the program brings. */
  readonly shipped: Library;
  /** The works in the revisions that are read. */
  readonly library: Library;
  readonly catalogue: Catalogue;
  readonly names: WorkNames;
  readonly notebooks: NotebookStore;
  readonly bin: WorkBin;
}

export function describeWork(
  { shipped, library, names }: WorksParts,
  listRevisions: Revisions['listRevisions'],
  workId: string,
): Result<WorkDetails> {
  const text = library.loadText(workId);
  if (!text.ok) return text;
  const kept = listRevisions({ workId });
  if (!kept.ok) return kept;
  const { work, revision } = text.value;
  return succeed({
    workId,
    titlesOfText: work.titles,
    titlesOfReader: names.titlesOf(workId),
    editions: work.editions,
    lengths: measureEditions(work),
    unitCount: work.units.length,
    linkCount: work.links.length,
    isBundled: shipped.identify(workId).ok,
    revision,
    revisions: kept.value.revisions,
  });
}

export function renameWork(
  { library, names }: Pick<WorksParts, 'library' | 'names'>,
  { workId, titles }: RequestArgument<'renameWork'>,
): Result<null> {
  const known = library.identify(workId);
  return known.ok ? names.rename(workId, titles) : known;
}

export function deleteWork(
  { shipped, catalogue, names, notebooks, bin }: WorksParts,
  workId: string,
): Result<BinnedWork> {
  if (shipped.identify(workId).ok) {
    return fail('invalid-request', `"${workId}" comes with the program and cannot be deleted`);
  }
  const found = catalogue.describe(workId);
  if (found === undefined) return fail('not-found', `There is no work "${workId}"`);
  const notebook = notebooks.load(workId);
  const { titles, languages, unitCount } = found;
  const binned = bin.put({
    workId,
    titles: names.name({ id: workId, titles }).titles,
    languages,
    unitCount,
    noteCount: notebook.ok ? notebook.value.annotations.length : null,
  });
  catalogue.describe(workId);
  catalogue.flush();
  return binned;
}
