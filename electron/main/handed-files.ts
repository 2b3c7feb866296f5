import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';
import { WORK_FILE_ENDINGS } from '../../core/formats/work-files/work-format.ts';

/** Work archives that the system hands to the program: by a double click, on its icon, or named where it is started. */
export interface HandedFiles {
  /** The path of the one that has waited longest, once; undefined where none waits. */
  readonly take: () => string | undefined;
  /** Calls `listener` whenever one comes. */
  readonly listen: (listener: () => void) => void;
}

/**
 * Gathers them from the first moment on: macOS hands files over before the program is ready, the other systems name them on
 * the command line of this start or of a second one.
 */
export function collectHandedFiles(
  app: Pick<App, 'on'>,
  start: { readonly argv: readonly string[]; readonly folder: string },
): HandedFiles {
  const waiting = findArchives(start.argv, start.folder);
  const listeners: (() => void)[] = [];
  const add = (paths: readonly string[]): void => {
    waiting.push(...paths);
    if (paths.length > 0) for (const listener of listeners) listener();
  };
  app.on('open-file', (event, filePath) => {
    event.preventDefault();
    add(findArchives(['', filePath], '/'));
  });
  app.on('second-instance', (_event, argv, folder) => add(findArchives(argv, folder)));
  return {
    take: () => waiting.shift(),
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The archives a command line names, behind the program's own name. Linux may name a file by its address. */
function findArchives([, ...names]: readonly string[], folder: string): string[] {
  return names
    .filter((name) => name.toLowerCase().endsWith(`.${WORK_FILE_ENDINGS.archive}`) && !name.startsWith('-'))
    .flatMap((name) => {
      if (!name.startsWith('file:')) return [path.resolve(folder, name)];
      try {
        return [fileURLToPath(name)];
      } catch {
        // An address of another computer's file, or none at all.
        return [];
      }
    });
}
