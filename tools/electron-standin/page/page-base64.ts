import type { Base64 } from '../codec.ts';

/** At most this many arguments to one call. */
const STRIDE = 32_768;

/** Base64 by what every Chromium has. */
export const pageBase64: Base64 = {
  encode: (bytes) => {
    const pieces: string[] = [];
    for (let start = 0; start < bytes.length; start += STRIDE)
      pieces.push(String.fromCharCode(...bytes.subarray(start, start + STRIDE)));
    return btoa(pieces.join(''));
  },
  decode: (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
};
