import path from 'node:path';
import type { Unit, Work } from '../../core/text/work.ts';
import { openRevisionShelf } from '../../electron/main/storage/revision-shelf.ts';
import { work } from './desk.ts';

interface Titles {
  readonly 'zh-Hans': string;
  readonly en: string;
}

/** A text in Chinese and English as a reader may have brought it, with nothing but its units. */
export function makeOwnText(id: string, titles: Titles, units: readonly Unit[]): Work {
  return {
    ...work,
    id,
    titles: { ...titles },
    editions: work.editions.map((edition) => ({
      ...edition,
      title: edition.language === 'en' ? titles.en : titles['zh-Hans'],
    })),
    units,
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}

/** Puts texts among those of the reader, as if each came from a file with this ending. */
export function putOwnTexts(userData: string, texts: readonly Work[], ending = 'json'): void {
  const shelf = openRevisionShelf(path.join(userData, 'library'), () => new Date(Date.UTC(2026, 2, 9)));
  for (const text of texts) {
    const kept = shelf.keep({ work: text, origin: 'file', name: `${text.id}.${ending}` });
    if (!kept.ok) throw new Error(kept.failure.detail);
  }
}
