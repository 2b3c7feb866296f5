import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
] as const;

/** The system's Chromium: `STANDIN_CHROMIUM`, or the first of the usual places; null where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = environment['STANDIN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') return chosen;
  return CANDIDATES.find((candidate) => existsSync(candidate)) ?? null;
}
