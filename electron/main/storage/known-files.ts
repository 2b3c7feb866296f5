import fs from 'node:fs';

/** What files were like when this program last had its hands on them. */
export interface KnownFiles {
  /** To be called after every reading and writing of ours. */
  readonly remember: () => void;
  /** Whether somebody else has written one since, or put one there; one that is gone is not counted. */
  readonly haveChanged: () => boolean;
}

/** Watches over files by their number, size and time. Sees what was written between two looks, not at the same moment. */
export function openKnownFiles(paths: readonly string[]): KnownFiles {
  let known = new Map<string, string | undefined>();
  return {
    remember: () => {
      known = new Map(paths.map((path) => [path, describeFile(path)]));
    },
    haveChanged: () =>
      paths.some((path) => {
        const now = describeFile(path);
        return now !== undefined && now !== known.get(path);
      }),
  };
}

function describeFile(path: string): string | undefined {
  try {
    const { ino, size, mtimeMs } = fs.statSync(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}
