import fs from 'node:fs';
import { hashContent } from './flushed-file.ts';

/** Remembers the hashes of files for as long as the program runs, so that an untouched file is read once. */
export interface InodeHashes {
  /** The sha256 of a file; undefined where it cannot be read. Names of one file share one reading. */
  readonly of: (filePath: string) => string | undefined;
}

export function createInodeHashes(): InodeHashes {
  const known = new Map<string, string>();
  return {
    of: (filePath) => {
      try {
        const { dev, ino, size, mtimeNs } = fs.statSync(filePath, { bigint: true });
        const key = `${dev}:${ino}:${size}:${mtimeNs}`;
        const hash = known.get(key) ?? hashContent(fs.readFileSync(filePath));
        known.set(key, hash);
        return hash;
      } catch {
        return undefined;
      }
    },
  };
}
