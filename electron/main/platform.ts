/** The desktop systems the program runs on. */
export type Platform = 'darwin' | 'win32' | 'linux';

/** Node's name of the system as one of ours; the BSDs are treated as Linux. */
export function resolvePlatform(platform: NodeJS.Platform): Platform {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
