/** A source of random numbers below 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

/** One way of spoiling the bytes of a file. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer;

const ODD_VALUES = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '"../../settings"',
  '-1',
  '1e999',
  '123456789012345678901234567890',
  '0.1',
  '"\\u0000"',
  '"\\ud800"',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
] as const;

const KEYS = [
  'annotations',
  'bin',
  'progress',
  'schemaVersion',
  'id',
  'body',
  '__proto__',
  'constructor',
] as const;

function upTo(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<Item>(random: Random, items: readonly Item[], otherwise: Item): Item {
  return items[upTo(random, items.length)] ?? otherwise;
}

/** Replaces one of the places a pattern finds in the text. */
function replaceOne(bytes: Buffer, random: Random, pattern: RegExp, replacement: string): Buffer {
  const text = bytes.toString('utf8');
  const found = [...text.matchAll(pattern)];
  const place = found[upTo(random, found.length)];
  if (place === undefined) return bytes;
  const end = place.index + place[0].length;
  return Buffer.from(text.slice(0, place.index) + replacement + text.slice(end));
}

/** The ways in which the fuzzer spoils a file, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bits flipped': (bytes, random) => {
    const spoilt = Buffer.from(bytes);
    for (let flip = 0; flip <= upTo(random, 4); flip += 1) {
      const at = upTo(random, spoilt.length);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << upTo(random, 8));
    }
    return spoilt;
  },
  'cut off': (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  'beginning lost': (bytes, random) => bytes.subarray(upTo(random, bytes.length)),
  'a piece lost': (bytes, random) => {
    const at = upTo(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + upTo(random, 200))]);
  },
  'a piece twice': (bytes, random) => {
    const at = upTo(random, bytes.length);
    const piece = bytes.subarray(at, at + 1 + upTo(random, 300));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
  'a piece elsewhere': (bytes, random) => {
    const from = upTo(random, bytes.length);
    const to = upTo(random, bytes.length);
    const piece = Buffer.from(bytes.subarray(from, from + 1 + upTo(random, 100)));
    const spoilt = Buffer.from(bytes);
    piece.copy(spoilt, to);
    return spoilt;
  },
  zeros: (bytes, random) => {
    const spoilt = Buffer.from(bytes);
    const at = upTo(random, spoilt.length);
    return spoilt.fill(0, at, Math.min(spoilt.length, at + 1 + upTo(random, 4096)));
  },
  'other bytes': (bytes, random) => {
    const noise = Buffer.from(Array.from({ length: 1 + upTo(random, 40) }, () => upTo(random, 256)));
    const at = upTo(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  'another value': (bytes, random) =>
    replaceOne(
      bytes,
      random,
      /:\s*("(?:[^"\\]|\\.)*"|\d+|true|false|\[\]|\{\})/gu,
      `:${pick(random, ODD_VALUES, 'null')}`,
    ),
  'a key twice': (bytes, random) =>
    replaceOne(bytes, random, /\{/gu, `{"${pick(random, KEYS, 'id')}":${pick(random, ODD_VALUES, 'null')},`),
  'another key': (bytes, random) => replaceOne(bytes, random, /"\w+":/gu, `"${pick(random, KEYS, 'id')}":`),
  'nested deeply': (bytes, random) => {
    const depth = 1 + upTo(random, 20_000);
    return replaceOne(bytes, random, /:\s*"(?:[^"\\]|\\.)*"/gu, `:${'['.repeat(depth)}${']'.repeat(depth)}`);
  },
  'a line lost': (bytes, random) => replaceOne(bytes, random, /[^\n]*\n/gu, ''),
  empty: () => Buffer.alloc(0),
};
