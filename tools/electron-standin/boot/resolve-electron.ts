import type { ResolveHook } from 'node:module';
import { ELECTRON_MODULE_FILE, isElectronModule } from './electron-names.ts';

/** Gives ES modules the stand-in's API for the module 'electron'. Built into a file of its own: Node loads hooks apart. */
export const resolve: ResolveHook = (specifier, context, next) =>
  isElectronModule(specifier)
    ? { url: new URL(ELECTRON_MODULE_FILE, import.meta.url).href, format: 'commonjs', shortCircuit: true }
    : next(specifier, context);
