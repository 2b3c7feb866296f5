import { readText } from '../../core/text/read-text.ts';
import type { Work } from '../../core/text/work.ts';
import { textPath, type LibraryText } from '../../ipc/library-search.ts';

/** Gives the bytes at a path under `app://`; undefined where there are none. */
export type FetchBytes = (path: string) => Promise<Uint8Array | undefined>;

/** Which text: a work as it read in one revision. */
export type TextName = Pick<LibraryText, 'workId' | 'revision'>;

/** Fetches texts of the library and keeps those that are wanted. */
export class TextFetcher {
  readonly #fetchBytes: FetchBytes;
  readonly #works = new Map<string, Work>();

  constructor(fetchBytes: FetchBytes) {
    this.#fetchBytes = fetchBytes;
  }

  /** Forgets every text that is not among these. */
  keepOnly(wanted: readonly TextName[]): void {
    const keys = new Set(wanted.map(keyOfText));
    for (const key of this.#works.keys()) if (!keys.has(key)) this.#works.delete(key);
  }

  /** The text; undefined where it is missing or cannot be read. */
  async fetch(text: TextName): Promise<Work | undefined> {
    const key = keyOfText(text);
    const known = this.#works.get(key);
    if (known !== undefined) return known;
    const bytes = await this.#fetchBytes(textPath({ ...text, file: 'text' }));
    const work = bytes === undefined ? undefined : readText(decodeUtf8(bytes), text.workId);
    if (work !== undefined) this.#works.set(key, work);
    return work;
  }
}

/** {@link FetchBytes} of a page or a worker. */
export async function fetchBytes(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(path);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** A key of its own for every text in every revision. */
export function keyOfText({ workId, revision }: TextName): string {
  return `${workId} ${revision}`;
}

/** Bytes as text; '' where there are none. */
export function decodeUtf8(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}
