import { unzipSync, type UnzipFileInfo } from 'fflate';
import { decodeText } from '../decode-text.ts';
import { ImportError } from '../import-error.ts';
import type { ImportFormat } from '../imported-document.ts';

/** The most bytes that are unpacked of one file: a book of 50 MB is mostly pictures, which are left packed. */
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Text shrinks to a tenth, tables to a fiftieth; what shrinks to less than this was made to burst. */
const MOST_RATIO = 250;

/** Small files may be as monotonous as they like. */
const UNSUSPICIOUS_BYTES = 10 * 1024 * 1024;

/**
 * The entries of a zip archive. Only what is asked for by its exact name is unpacked, in memory: names that lead out of
 * the archive lead nowhere. What an entry says about its size is the most it can unpack to, and is counted first.
 */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #format: ImportFormat;
  readonly #entries = new Map<string, UnzipFileInfo>();
  #unpacked = 0;

  /** @throws ImportError `damaged-file` where the bytes are no zip archive. */
  constructor(bytes: Uint8Array, format: ImportFormat) {
    this.#bytes = bytes;
    this.#format = format;
    this.#unzip((entry) => {
      this.#entries.set(entry.name, entry);
      return false;
    });
  }

  /** The names of the entries, as they stand in the archive. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * An entry as text; undefined where there is none of this name.
   * @throws ImportError `archive-bomb` where it and what was read before would take too much memory.
   */
  readText(name: string): string | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#unpacked += entry.originalSize;
    const isSuspicious =
      entry.originalSize > UNSUSPICIOUS_BYTES && entry.originalSize > entry.size * MOST_RATIO;
    if (this.#unpacked > MOST_UNPACKED_BYTES || isSuspicious) {
      throw new ImportError({ code: 'archive-bomb', most: MOST_UNPACKED_BYTES });
    }
    const bytes = this.#unzip((one) => one.name === name)[name];
    if (bytes === undefined) return undefined;
    const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/u.exec(latin(bytes.subarray(0, 200)))?.[1];
    return decodeText(bytes, { declared }).text;
  }

  /**
   * An entry that a file of this format cannot do without, as text.
   * @throws ImportError `damaged-file` where it is missing.
   */
  requireText(name: string): string {
    const text = this.readText(name);
    if (text === undefined) throw this.#damaged(`${name} is missing`);
    return text;
  }

  #unzip(filter: (entry: UnzipFileInfo) => boolean): Readonly<Record<string, Uint8Array>> {
    try {
      return unzipSync(this.#bytes, { filter });
    } catch (error) {
      throw this.#damaged(error instanceof Error ? error.message : String(error));
    }
  }

  #damaged(detail: string): ImportError {
    return new ImportError({ code: 'damaged-file', format: this.#format, detail });
  }
}

/** The place of an entry that another one names relative to itself: "../media/x.xml" beside "word/document.xml". */
export function resolveEntry(base: string, target: string): string {
  const path = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of decodePath(target).split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.replace(/#.*$/u, ''));
  } catch {
    // A percent sign of its own: then the name is meant as it stands.
    return path.replace(/#.*$/u, '');
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
