import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { serveRequests } from '../../../electron/main/serve-requests.ts';
import { contract, REQUEST_NAMES, type RequestHandlers, type RequestName } from '../../../ipc/contract.ts';
import { succeed, type FailureCode } from '../../../ipc/result.ts';
import { sampleArguments } from './sample-arguments.ts';

type Listener = Parameters<IpcMain['handle']>[1];

const EVENT = {} as Partial<IpcMainInvokeEvent> as IpcMainInvokeEvent;

const CODES: ReadonlySet<string> = new Set<FailureCode>([
  'invalid-request',
  'not-found',
  'disk-full',
  'read-only',
  'no-permission',
  'no-folder',
  'damaged-file',
  'newer-file',
  'in-use',
  'unexpected',
]);

/** The same attacks whenever the test is run; another number finds others. */
const SEED = 20_160_625;

const RUNS = 150;

/** What each request takes, made from the contract: a new request is among them without anybody's doing. */
const GOOD: ReadonlyMap<RequestName, readonly unknown[]> = new Map(
  REQUEST_NAMES.map((name) => [name, sampleArguments(contract[name].argument)]),
);

function goodOf(name: RequestName): readonly unknown[] {
  return GOOD.get(name) ?? [];
}

/** Serves the contract with handlers that only remember what reached them. */
function serve(): {
  readonly reached: unknown[];
  readonly ask: (name: RequestName, ...args: readonly unknown[]) => Promise<unknown>;
} {
  const reached: unknown[] = [];
  const listeners = new Map<string, Listener>();
  const handlers = Object.fromEntries(
    REQUEST_NAMES.map((name) => [
      name,
      (argument: unknown) => {
        reached.push(argument);
        return succeed(null);
      },
    ]),
  );
  serveRequests(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    handlers as unknown as RequestHandlers,
    () => true,
  );
  return {
    reached,
    ask: (name, ...args) => Promise.resolve(listeners.get(`request:${name}`)?.(EVENT, ...args)),
  };
}

/** Paths, and what is taken for one. */
const PATHS = [
  '../settings',
  '..\\settings',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'file:///etc/passwd',
  'a/../../b',
  '%2e%2e%2fsettings',
  'con',
  'a\0.json',
  '.',
  '..',
  '~root',
  '__proto__',
  'constructor',
  '',
];

/** Values that have brought down parsers: deep, wide, huge, odd, and objects that pass for others. */
function extremes(): readonly unknown[] {
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = level % 2 === 0 ? [deep] : { a: deep };
  const polluted: unknown = JSON.parse(
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  );
  return [
    deep,
    polluted,
    'x'.repeat(5_000_000),
    Array.from({ length: 300_000 }, () => 0),
    Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, index])),
    Number.NaN,
    Infinity,
    -0.5,
    2 ** 60,
    10n ** 40n,
    new Date(Number.NaN),
    new Map([['workId', 'a']]),
    new Set(['a']),
    new Uint8Array(1000),
    new Error('x'),
    /x/,
    Object.create(null),
    Object.assign(Object.create({ workId: 'a' }) as object, { changes: [] }),
    Array.from({ length: 1 }),
    ...PATHS,
  ];
}

/** Every place in a value where something else could stand, as the keys that lead there. */
function listPlaces(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inner]) => listPlaces(inner, [...place, key]))];
}

/** The value with something else at a place. Keys are defined, not assigned: `__proto__` is one like any other. */
function putAt(value: unknown, place: readonly string[], put: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined || typeof value !== 'object' || value === null) return put;
  const copy: object = Array.isArray(value) ? [...(value as readonly unknown[])] : { ...value };
  Object.defineProperty(copy, key, {
    value: putAt(Reflect.get(value, key), rest, put),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'workId', 'changes')),
});

/** A good argument with something else in one place, or something else altogether. */
function badArguments(name: RequestName): fc.Arbitrary<unknown> {
  const places = goodOf(name).flatMap((good) => listPlaces(good).map((place) => ({ good, place })));
  const put = fc.oneof(anything, fc.constantFrom(...PATHS));
  const key = fc.constantFrom('__proto__', 'constructor', 'prototype', 'path', 'extra');
  return fc.oneof(
    anything,
    fc.tuple(fc.constantFrom(...places), put).map(([{ good, place }, value]) => putAt(good, place, value)),
    fc
      .tuple(fc.constantFrom(...places), key, put)
      .map(([{ good, place }, added, value]) => putAt(good, [...place, added], value)),
  );
}

/** A schema that throws over what it is given has not accepted it. */
function isGood(name: RequestName, argument: unknown): boolean {
  try {
    return contract[name].argument.safeParse(argument).success;
  } catch {
    return false;
  }
}

async function expectRefusal(answer: Promise<unknown>): Promise<void> {
  const result = await answer;
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'invalid-request', detail: expect.any(String) as string },
  });
}

test('every request of the contract has good arguments to be spoilt, and its handler is reached with them', async () => {
  const { reached, ask } = serve();
  for (const name of REQUEST_NAMES) {
    expect(goodOf(name)).not.toEqual([]);
    for (const good of goodOf(name)) expect(await ask(name, good)).toMatchObject({ ok: true });
  }
  expect(reached).toHaveLength([...GOOD.values()].flat().length);
});

describe.each(REQUEST_NAMES)('the request %s', (name) => {
  test('lets nothing of another shape through to its handler', async () => {
    const { reached, ask } = serve();
    await fc.assert(
      fc.asyncProperty(badArguments(name), async (argument) => {
        reached.length = 0;
        const answer = (await ask(name, argument)) as { ok: boolean; failure?: { code: string } };
        if (answer.ok) {
          // Whatever was changed did no harm: what the handler is given is of its schema again, and of nothing else.
          expect(reached).toHaveLength(1);
          expect(contract[name].argument.safeParse(reached[0]).success).toBe(true);
          expect(ownKeys(reached[0])).not.toContain('__proto__');
        } else {
          expect(reached).toEqual([]);
          expect(CODES).toContain(answer.failure?.code);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  test('refuses what is deep, wide, huge or not what it seems, wherever it stands', async () => {
    const { reached, ask } = serve();
    for (const extreme of extremes()) {
      // The schema is asked first: a path may be a sound text to copy, and no argument a sound one to leave out.
      if (isGood(name, extreme)) continue;
      await expectRefusal(ask(name, extreme));
      for (const place of listPlaces(goodOf(name)[0])) {
        const argument = putAt(goodOf(name)[0], place, extreme);
        if (!isGood(name, argument)) await expectRefusal(ask(name, argument));
      }
    }
    expect(reached).toEqual([]);
  });

  test('takes no path for the name of a work or a backup', async () => {
    const { reached, ask } = serve();
    for (const good of goodOf(name)) {
      for (const place of listPlaces(good)) {
        if (!['workId', 'id'].includes(place.at(-1) ?? '')) continue;
        for (const bad of PATHS) {
          // Short words such as "con" are names like others: a name becomes a file only with an ending.
          if (bad === 'con' || bad === 'constructor') continue;
          await expectRefusal(ask(name, putAt(good, place, bad)));
        }
      }
    }
    expect(reached).toEqual([]);
  });
});

function ownKeys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...ownKeys(inner)]);
}
