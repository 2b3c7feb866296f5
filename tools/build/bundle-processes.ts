import path from 'node:path';
import { build, type Plugin } from 'vite';
import { REQUEST_NAMES } from '../../ipc/contract.ts';
import { compileComponents } from './react-compiler.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Bundles the main process into one ES module; only Electron and Node's own modules stay outside. */
export async function bundleMain(outFolder: string): Promise<void> {
  await bundleForElectron('electron/main/main.ts', outFolder, { format: 'es', fileName: 'main.js' }, []);
}

/** Bundles the preload script into one CommonJS file, the only kind a sandboxed window takes. */
export async function bundlePreload(outFolder: string): Promise<void> {
  const output = { format: 'cjs', fileName: 'preload.cjs' } as const;
  await bundleForElectron('electron/preload/preload.ts', outFolder, output, [reduceContractToNames()]);
}

/** Bundles the page by its own configuration. */
export async function bundleRenderer(outFolder: string): Promise<void> {
  const configFile = path.join(ROOT, 'renderer/vite.config.ts');
  await build({
    configFile,
    logLevel: 'warn',
    plugins: [compileComponents()],
    build: {
      outDir: outFolder,
      // The React Compiler takes most of the time, and is known to.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
}

async function bundleForElectron(
  entry: string,
  outFolder: string,
  output: { readonly format: 'es' | 'cjs'; readonly fileName: string },
  plugins: readonly Plugin[],
): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [...plugins],
    // Without it Vite copies a folder `public`, should there be one.
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: entry,
      outDir: outFolder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: false,
      // Nothing from npm is in the preload.
      license: output.format === 'es' ? { fileName: 'licenses.md' } : false,
      rolldownOptions: {
        output: { format: output.format, entryFileNames: output.fileName, codeSplitting: false },
      },
    },
  });
}

/** The preload needs of the contract only the names; its schemas would bring all of zod into every start. */
function reduceContractToNames(): Plugin {
  const contractFile = path.join(ROOT, 'ipc/contract.ts');
  return {
    name: 'duizhao:contract-names',
    load: (id) =>
      path.normalize(id) === contractFile
        ? `export const REQUEST_NAMES = ${JSON.stringify(REQUEST_NAMES)};`
        : null,
  };
}
