import type { AppFolder } from './app-folder.ts';

/** How this program was started; what the API answers from. */
export interface BootInfo {
  readonly executable: string;
  readonly app: AppFolder;
  /** Chromium's switches from the command line. */
  readonly switches: ReadonlyMap<string, string>;
}

let current: BootInfo | null = null;

/** Set once, by the executable, before the API is loaded. */
export function setBootInfo(info: BootInfo): void {
  current = info;
}

/** How this program was started. */
export function bootInfo(): BootInfo {
  if (current === null) throw new Error("stand-in: the module 'electron' was loaded outside the executable");
  return current;
}
