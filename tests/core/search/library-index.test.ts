import { describe, expect, test } from 'vitest';
import {
  extendLibraryIndex,
  planLibraryIndex,
  readLibraryIndex,
  writeLibraryIndex,
  type IndexedText,
  type LibraryIndex,
} from '../../../core/search/library-index.ts';
import { createLunrQuery, type PackedIndex } from '../../../core/search/packed-index.ts';
import { buildTextIndex, loadTextIndex, TEXT_INDEX_SCHEMA } from '../../../core/search/text-index.ts';
import type { Unit } from '../../../core/text/work.ts';
import { makeUnit, makeWork } from './make-work.ts';

const units = [
  [makeUnit('网络主权', 'the sovereignty of states'), makeUnit('新秩序', 'a new order')],
  [makeUnit('数字鸿沟', 'the digital divide')],
  [
    makeUnit('网络空间', 'the order of cyberspace'),
    makeUnit('谢谢', 'thank you'),
    makeUnit('结束', 'the end'),
  ],
] as const;

const largeUnits = Array.from({ length: 24 }, (_, place) => makeUnit('秩序', `order and peace ${place}`));
const large: IndexedText = { workId: 'large', revision: 'f'.repeat(64), unitCount: largeUnits.length };

function indexOf(some: readonly Unit[]): PackedIndex {
  const work = makeWork(some);
  return loadTextIndex(buildTextIndex(work), work).index;
}

const texts = units.map((some, place): IndexedText => ({
  workId: `work-${place}`,
  revision: String(place).repeat(64),
  unitCount: some.length,
}));
const indexes = units.map(indexOf);

function build(from: number, to: number, base?: LibraryIndex): LibraryIndex {
  return extendLibraryIndex({ base: base ?? null, missing: texts.slice(from, to) }, indexes.slice(from, to));
}

/** The scores of the units that have a word, by position. */
function ask({ index }: LibraryIndex, word: string): readonly (readonly [number, number])[] {
  const { units: found, scores } = index.query(
    createLunrQuery([{ term: word, languages: ['en'], presence: 'required' }]),
  );
  return Array.from(found, (unit, at) => [unit, scores[at] ?? 0] as const);
}

describe('the index of a library', () => {
  test('weighs words over all texts, in whatever order they came', () => {
    const atOnce = build(0, 3);
    const appended = build(1, 3, build(0, 1));
    expect(ask(atOnce, 'order')).toEqual(ask(appended, 'order'));
    expect(ask(atOnce, 'order').map(([unit]) => unit)).toEqual([1, 3]);
    // "the" is in nearly every unit, "order" in few: over the library, not over each text, that makes the weight.
    expect(ask(atOnce, 'order')[0]?.[1]).toBeGreaterThan(ask(atOnce, 'the')[0]?.[1] ?? Infinity);
  });

  test('comes back from its file as it was', () => {
    const library = build(0, 3);
    const read = readLibraryIndex(writeLibraryIndex(library).bytes, undefined);
    expect(read?.texts).toEqual(texts);
    expect(read === undefined ? [] : ask(read, 'order')).toEqual(ask(library, 'order'));
    const empty = extendLibraryIndex({ base: null, missing: [] }, []);
    expect(readLibraryIndex(writeLibraryIndex(empty).bytes, undefined)?.texts).toEqual([]);
  });

  test('is not read from a file that is cut short, of other texts, or of another version', () => {
    const { bytes } = writeLibraryIndex(build(0, 3));
    for (const length of [0, 3, 10, 100, bytes.length - 1]) {
      expect(readLibraryIndex(bytes.slice(0, length), undefined)).toBeUndefined();
    }
    const text = new TextDecoder('latin1').decode(bytes);
    for (const [from, to] of [
      [`"schema":${TEXT_INDEX_SCHEMA}`, `"schema":${TEXT_INDEX_SCHEMA + 1}`],
      ['"unitCount":3', '"unitCount":4'],
      ['work-1', 'WORK-1'],
    ] as const) {
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      expect(readLibraryIndex(Buffer.from(changed, 'latin1'), undefined)).toBeUndefined();
    }
  });

  describe('of which a little was added to much', () => {
    const much = extendLibraryIndex({ base: null, missing: [large] }, [indexOf(largeUnits)]);
    const { part, bytes: base } = writeLibraryIndex(much);
    const once = build(1, 2, much);
    const twice = build(0, 1, once);

    test('is written in two files, and comes back from them as if it were one', () => {
      expect(part).toBe('base');
      expect([writeLibraryIndex(once).part, writeLibraryIndex(twice).part]).toEqual(['tail', 'tail']);
      const tail = writeLibraryIndex(twice).bytes;
      expect(tail.length).toBeLessThan(base.length);
      const read = readLibraryIndex(base, tail);
      expect(read?.texts).toEqual([large, texts[1], texts[0]]);
      const all = [indexOf(largeUnits), ...indexes.slice(1, 2), ...indexes.slice(0, 1)];
      const atOnce = extendLibraryIndex({ base: null, missing: read?.texts ?? [] }, all);
      for (const word of ['order', 'divide', 'the']) {
        expect(read === undefined ? [] : ask(read, word)).toEqual(ask(atOnce, word));
      }
      // What is added later goes into the same second file.
      expect(read === undefined ? '' : writeLibraryIndex(read)).toEqual({ part: 'tail', bytes: tail });
    });

    test('is one file again when what was added is no longer little', () => {
      expect(writeLibraryIndex(build(2, 3, twice)).part).toBe('base');
    });

    test('is that of the first file where the second is damaged or belongs to another', () => {
      const tail = writeLibraryIndex(once).bytes;
      expect(readLibraryIndex(base, tail.slice(0, -1))?.texts).toEqual([large]);
      const other = writeLibraryIndex(build(0, 2)).bytes;
      expect(readLibraryIndex(other, tail)?.texts).toEqual(texts.slice(0, 2));
      expect(readLibraryIndex(tail, undefined)).toBeUndefined();
      expect(readLibraryIndex(undefined, tail)).toBeUndefined();
    });
  });

  test('is extended by what is new, and made anew where something has gone', () => {
    const two = build(0, 2);
    expect(planLibraryIndex(two, texts)).toEqual({ base: two, missing: texts.slice(2) });
    expect(planLibraryIndex(two, texts.slice(0, 2))).toEqual({ base: two, missing: [] });
    expect(planLibraryIndex(two, texts.slice(1))).toEqual({ base: null, missing: texts.slice(1) });
    const corrected = [{ ...texts[0], revision: 'a'.repeat(64) }, texts[1]] as IndexedText[];
    expect(planLibraryIndex(two, corrected)).toEqual({ base: null, missing: corrected });
    expect(planLibraryIndex(undefined, texts)).toEqual({ base: null, missing: texts });
    expect(extendLibraryIndex({ base: two, missing: [] }, [])).toBe(two);
  });
});
