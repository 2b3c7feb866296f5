import fs from 'node:fs';

/** What files were like when this program last had its hands on them. */
export interface KnownFiles {
  /** To be called after every reading and writing of ours. */
  readonly remember: () => void;
  /** Whether somebody else has written one since, or put one there; one that is gone is not counted. Asks of all, or of one. */
  readonly haveChanged: (only?: string) => boolean;
  /** Lets all that are there pass for changed. */
  readonly forget: () => void;
}

/** Watches over files by their number, size and time. Sees what was written between two looks; that nobody writes at the same moment is the lock's part. */
export function openKnownFiles(paths: readonly string[]): KnownFiles {
  let known = new Map<string, string | undefined>();
  return {
    remember: () => {
      known = new Map(paths.map((path) => [path, describeFile(path)]));
    },
    haveChanged: (only) =>
      (only === undefined ? paths : [only]).some((path) => {
        const now = describeFile(path);
        return now !== undefined && now !== known.get(path);
      }),
    forget: () => {
      known = new Map();
    },
  };
}

function describeFile(path: string): string | undefined {
  try {
    const found = fs.statSync(path);
    const { ino, size, mtimeMs } = found.isFile() ? statOpened(path, found) : found;
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

/** A file system of a network may answer for a while what it knew of a file; of one that it opens it asks anew. */
function statOpened(path: string, found: fs.Stats): fs.Stats {
  try {
    const descriptor = fs.openSync(path, 'r');
    try {
      return fs.fstatSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch {
    // One that may not be read.
    return found;
  }
}
