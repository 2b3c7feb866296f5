import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The bundled child: it starts in a tenth of the time the sources would take. */
export const CHILD_FILE = path.join(ROOT, 'out/faults/child.mjs');

/** Vitest's global setup: bundles the child once. */
export async function setup(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: 'tests/faults/child.ts',
      outDir: path.dirname(CHILD_FILE),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: path.basename(CHILD_FILE), codeSplitting: false },
      },
    },
  });
}
