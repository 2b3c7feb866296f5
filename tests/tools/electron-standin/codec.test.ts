import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createCodec } from '../../../tools/electron-standin/codec.ts';
import { nodeBase64 } from '../../../tools/electron-standin/chromium/node-base64.ts';
import { pageBase64 } from '../../../tools/electron-standin/page/page-base64.ts';

const codec = createCodec(nodeBase64);

function copy(value: unknown): unknown {
  return codec.decode(codec.encode(value));
}

const anything = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
});

describe('a value that crosses', () => {
  property.prop([anything])('arrives as a structured clone of it would', (value) => {
    expect(copy(value)).toStrictEqual(structuredClone(value));
  });

  property.prop([fc.uint8Array({ maxLength: 100_000 })])(
    'may be bytes, which the page encodes and decodes as Node does',
    (bytes) => {
      expect(pageBase64.encode(bytes)).toBe(nodeBase64.encode(bytes));
      expect(pageBase64.decode(nodeBase64.encode(bytes))).toEqual(bytes);
    },
  );

  test('keeps what it refers to twice, and itself', () => {
    const shared = { name: 'shared' };
    const value: Record<string, unknown> = {
      date: new Date(NaN),
      boxed: Object('text'),
      a: shared,
      b: [shared],
    };
    value['self'] = value;
    const copied = copy(value) as { a: unknown; b: unknown[]; self: unknown };
    expect(copied.self).toBe(copied);
    expect(copied.b[0]).toBe(copied.a);
    expect(copied.a).toEqual(shared);
  });

  test('keeps a key named __proto__ a key', () => {
    const value: unknown = JSON.parse('{ "__proto__": { "isAdmin": true } }');
    const copied = copy(value);
    expect(Object.keys(copied as object)).toEqual(['__proto__']);
    expect((copied as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('keeps the kind, the message, the stack and the cause of an error', () => {
    const error = new RangeError('too far', { cause: new TypeError('no number') });
    const copied = copy(error);
    expect(copied).toBeInstanceOf(RangeError);
    expect(copied).toMatchObject({ message: 'too far', stack: error.stack, cause: { message: 'no number' } });
    expect((copied as Error).cause).toBeInstanceOf(TypeError);
  });

  test('keeps a part of a buffer that part', () => {
    const view = new Uint8Array([0, 1, 2, 3]).subarray(1, 3);
    expect(copy(view)).toEqual(new Uint8Array([1, 2]));
  });
});

describe('a value that cannot cross', () => {
  test.each([
    ['a function', () => {}],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('is refused: %s', (_name, value) => {
    expect(() => codec.encode({ value })).toThrow('An object could not be cloned.');
  });
});

test('functions and promises cross where there is a passage for them', () => {
  const described: object[] = [];
  const withPassage = createCodec(nodeBase64, {
    describe: (value) => {
      described.push(value);
      return { place: described.length - 1 };
    },
    revive: (description) => described[(description as { place: number }).place],
  });
  const value = { call: () => 7, later: Promise.resolve(8) };
  expect(withPassage.decode(withPassage.encode(value))).toEqual(value);
});
