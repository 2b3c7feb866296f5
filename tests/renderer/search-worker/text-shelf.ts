import { buildTextIndex } from '../../../core/search/text-index.ts';
import { serializeWork } from '../../../core/text/work-file.ts';
import type { Work } from '../../../core/text/work.ts';
import { textPath, type LibraryText } from '../../../ipc/library-search.ts';

/** What lies under `app://`, with all that was fetched; a path can be held back until it is let go. */
export class TextShelf {
  readonly files = new Map<string, Uint8Array>();
  readonly fetched: string[] = [];
  readonly #held = new Map<string, Promise<void>>();

  readonly fetchBytes = async (path: string): Promise<Uint8Array | undefined> => {
    this.fetched.push(path);
    await this.#held.get(path);
    return this.files.get(path);
  };

  /** Puts a work there, as a text of the library. */
  put(work: Work, digit: string): LibraryText {
    const revision = digit.repeat(64);
    const text = { workId: work.id, revision, titles: work.titles, unitCount: work.units.length };
    this.write(textPath({ ...text, file: 'text' }), JSON.stringify(serializeWork(work)));
    this.write(textPath({ ...text, file: 'search-index' }), buildTextIndex(work));
    return text;
  }

  write(path: string, content: string): void {
    this.files.set(path, new TextEncoder().encode(content));
  }

  hold(path: string): () => void {
    const letGo: (() => void)[] = [];
    this.#held.set(path, new Promise((resolve) => letGo.push(resolve)));
    return () => letGo.forEach((resolve) => resolve());
  }
}
