import {
  extendLibraryIndex,
  type IndexedText,
  type LibraryIndex,
} from '../../../core/search/library-index.ts';
import { loadTextIndex } from '../../../core/search/text-index.ts';
import type { Work } from '../../../core/text/work.ts';

/** The index of a library to which works are added; of these alone where there is none yet. */
export function indexWorks(base: LibraryIndex | null, works: readonly Work[]): LibraryIndex {
  const first = base?.texts.length ?? 0;
  const missing = works.map((work, place): IndexedText => ({
    workId: work.id,
    revision: (first + place).toString(16).padStart(64, '0'),
    unitCount: work.units.length,
  }));
  // No index is the work's: it is built.
  return extendLibraryIndex(
    { base, missing },
    works.map((work) => loadTextIndex('', work).index),
  );
}
