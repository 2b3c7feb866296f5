import fs from 'node:fs';
import path from 'node:path';
import { z } from '../../../core/schema.ts';
import { measureEditions } from '../../../core/text/measure-editions.ts';
import { revisionIdSchema } from '../../../core/text/revision-id.ts';
import { replaceFlushed } from './flushed-file.ts';
import type { RevisionShelf } from './revision-shelf.ts';
import { isSafeWorkId } from './work-id.ts';

/** What the library lists of a work on the shelf: taken from its newest text. */
export type ShelvedWork = z.output<typeof shelvedWorkSchema>;

/** A work on the shelf in a list. */
export interface ListedWork extends ShelvedWork {
  readonly id: string;
  /** Whether there are other texts of it besides the newest. */
  readonly hasOthers: boolean;
}

/** Knows what stands on the shelf without reading it, so that a library of hundreds of works is listed in a moment. */
export interface Catalogue {
  /** The works that have a text on the shelf, in alphabetical order. */
  readonly listIds: () => readonly string[];
  /** The same works with what is known of them: each folder is looked into once. */
  readonly list: () => readonly ListedWork[];
  /** Undefined where there is no text of the work, or none that can be read. */
  readonly describe: (workId: string) => ShelvedWork | undefined;
  /** Writes down what was found out since; a catalogue that cannot be written is made again the next time. */
  readonly flush: () => void;
}

const shelvedWorkSchema = z.strictObject({
  revision: revisionIdSchema,
  titles: z.record(z.string(), z.string()),
  languages: z.array(z.string()).readonly(),
  unitCount: z.number().int().nonnegative(),
  /** See `measureEditions`. */
  lengths: z.record(z.string(), z.number().int().nonnegative()),
});

const catalogueSchema = z.strictObject({
  schema: z.literal(2),
  works: z.record(
    z.string(),
    z.strictObject({
      /** The texts there were when it was described: another set means that it must be described anew. */
      revisions: z.array(revisionIdSchema).readonly(),
      newest: shelvedWorkSchema.nullable(),
    }),
  ),
});

type CataloguedWorks = z.output<typeof catalogueSchema>['works'];

/** Opens the catalogue of the shelf in a library folder: `catalogue.json`, which holds nothing that is not on the shelf. */
export function openCatalogue(
  libraryFolder: string,
  shelf: Pick<RevisionShelf, 'listNames' | 'list' | 'load'>,
): Catalogue {
  const filePath = path.join(libraryFolder, 'catalogue.json');
  const works = new Map(Object.entries(readCatalogue(filePath)));
  let isChanged = false;

  function describe(workId: string): ShelvedWork | undefined {
    const names = shelf.listNames(workId);
    const revisions = names.ok ? names.value : [];
    const known = works.get(workId);
    if (known !== undefined && isSameList(known.revisions, revisions)) return known.newest ?? undefined;
    const newest = revisions.length === 0 ? undefined : describeNewest(workId);
    if (revisions.length === 0) works.delete(workId);
    else works.set(workId, { revisions, newest: newest ?? null });
    isChanged = true;
    return newest;
  }

  function describeNewest(workId: string): ShelvedWork | undefined {
    const listed = shelf.list(workId);
    const [newest] = listed.ok ? listed.value : [];
    if (newest === undefined) return undefined;
    const text = shelf.load(workId, newest.revision);
    if (!text.ok) return undefined;
    const { titles, editions, units } = text.value.work;
    return {
      revision: newest.revision,
      titles: { ...titles },
      languages: editions.map(({ language }) => language),
      unitCount: units.length,
      lengths: measureEditions(text.value.work),
    };
  }

  function list(): readonly ListedWork[] {
    return listFolder(libraryFolder).flatMap((id) => {
      const newest = isSafeWorkId(id) ? describe(id) : undefined;
      if (newest === undefined) return [];
      return [{ id, ...newest, hasOthers: (works.get(id)?.revisions.length ?? 0) > 1 }];
    });
  }

  return {
    listIds: () => list().map(({ id }) => id),
    list,
    describe,
    flush: () => {
      if (!isChanged) return;
      try {
        const file = { schema: 2, works: Object.fromEntries(works) };
        replaceFlushed(filePath, `${JSON.stringify(file)}\n`);
        isChanged = false;
      } catch {
        // Whatever stands in the way, the texts themselves say the same, only more slowly.
      }
    },
  };
}

function readCatalogue(filePath: string): CataloguedWorks {
  try {
    const read = catalogueSchema.safeParse(JSON.parse(fs.readFileSync(filePath, 'utf8')));
    return read.success ? read.data.works : {};
  } catch {
    return {};
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder).toSorted();
  } catch {
    // There is none before the first text.
    return [];
  }
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
