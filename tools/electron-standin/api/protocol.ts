import type { CustomScheme, Protocol } from 'electron';
import { refuseUnknownOptions, strict } from '../strict.ts';
import { app } from './app.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const privilegedSchemes = new Set<string>();

/** The schemes that were registered. */
export const registeredSchemes: ReadonlySet<string> = privilegedSchemes;

/** Who answers requests of a scheme. */
export function findHandler(scheme: string): Handler | undefined {
  return handlers.get(scheme);
}

/** The module `protocol`. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of schemes) {
      const { standard, secure, supportFetchAPI, ...others } = privileges;
      // Chromium gives the pages of https all of these; a page that did not have them would need another stand-in.
      if (standard !== true || secure !== true || supportFetchAPI !== true)
        throw new Error(`stand-in: the scheme ${scheme} must be standard, secure and support the Fetch API`);
      refuseUnknownOptions('privileges', others, ['codeCache']);
      privilegedSchemes.add(scheme);
    }
  },

  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('protocol.handle should be called after app is ready');
    if (!privilegedSchemes.has(scheme)) throw new Error(`stand-in: the scheme ${scheme} is not privileged`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>);
