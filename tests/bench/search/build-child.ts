import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const OUT = path.join(ROOT, 'out/bench-search');

/**
 * Builds the program of the child processes as the program itself is built: what a loader adds to modules while it runs
 * would be measured as well.
 * @returns the file.
 */
export async function buildChild(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, 'search-child.ts'),
      outDir: OUT,
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return path.join(OUT, 'search-child.js');
}
