import { readFileSync } from 'node:fs';

/**
 * Starts the fuse wire in Electron's executable; electron-builder looks for it to flip the fuses. In two halves, since
 * this code is part of the executable and the sentinel must stand in it once.
 */
const FUSE_SENTINEL = ['dL7pKGdnNz796Pbb', 'jQWNKmHXBZaB9tsX'].join('');

/** The fuses the stand-in obeys, by their place on the wire. */
const WIRE = { nodeCliInspect: 3, onlyLoadAppFromAsar: 5 } as const;

/** As Electron is delivered: run as node, cookie encryption, NODE_OPTIONS, inspect, asar integrity, only asar, snapshot, file privileges. */
const DEFAULT_STATES = '10110001';

const DISABLED = '0';

/** The wire as it stands in an executable: sentinel, version, length, one character for each fuse. */
export function unflippedFuseWire(): string {
  return `${FUSE_SENTINEL}${String.fromCharCode(1, DEFAULT_STATES.length)}${DEFAULT_STATES}`;
}

/** What the fuses of this executable allow. */
export interface Fuses {
  readonly isInspectAllowed: boolean;
  readonly isAsarRequired: boolean;
}

/** Reads the fuses from an executable. */
export function readFuses(executable: string): Fuses {
  const text = readFileSync(executable, 'latin1');
  const states = text.slice(text.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2);
  return {
    isInspectAllowed: states[WIRE.nodeCliInspect] !== DISABLED,
    isAsarRequired: states[WIRE.onlyLoadAppFromAsar] === '1',
  };
}
