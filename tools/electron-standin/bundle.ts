import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { ELECTRON_EXPORTS, ELECTRON_MODULE_FILE } from './boot/electron-names.ts';
import { unflippedFuseWire } from './boot/fuses.ts';

const SOURCE = import.meta.dirname;

/** Its last line never runs: it is where Node looks for the names that ES modules may import. */
const ELECTRON_MODULE = `module.exports = require('./api.cjs').electron;
0 && (module.exports = { ${ELECTRON_EXPORTS.join(', ')} });
`;

/** Bundles everything of the stand-in into `folder`. */
export async function bundleStandin(folder: string): Promise<void> {
  await bundleForNode(folder, { electron: 'executable.ts', api: 'electron-module.ts' }, 'cjs');
  writeFileSync(path.join(folder, ELECTRON_MODULE_FILE), ELECTRON_MODULE);
  await bundleForNode(folder, { 'resolve-electron': 'boot/resolve-electron.ts' }, 'es');
  for (const name of ['bridge', 'preload-world']) await bundlePageScript(path.join(folder, 'page'), name);
}

async function bundleForNode(
  folder: string,
  entries: Readonly<Record<string, string>>,
  format: 'cjs' | 'es',
): Promise<void> {
  const extension = format === 'cjs' ? 'cjs' : 'mjs';
  await build({
    configFile: false,
    root: SOURCE,
    logLevel: 'warn',
    publicDir: false,
    // The stand-in is also copied to where there is no node_modules.
    ssr: { noExternal: true },
    // Electron's name for the file system without archives, which @electron/asar asks for.
    resolve: { alias: { 'original-fs': 'node:fs' } },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.join(SOURCE, file)]),
        ),
        output: {
          format,
          entryFileNames: ({ name }) => (name === 'electron' ? 'electron' : `${name}.${extension}`),
          chunkFileNames: `[name].${extension}`,
          // electron-builder flips the fuses in the executable's bytes.
          banner: ({ name }) =>
            name === 'electron' ? `#!/usr/bin/env node\n/* ${unflippedFuseWire()} */` : '',
        },
      },
    },
  });
}

/** A script that sets `standin` to what its module exports. */
async function bundlePageScript(folder: string, name: string): Promise<void> {
  await build({
    configFile: false,
    root: SOURCE,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: {
        entry: path.join(SOURCE, 'page', `${name}.ts`),
        formats: ['iife'],
        name: 'standin',
        fileName: () => `${name}.js`,
      },
      outDir: folder,
      emptyOutDir: false,
      minify: false,
    },
  });
}
