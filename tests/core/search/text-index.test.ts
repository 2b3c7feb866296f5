import { describe, expect, test } from 'vitest';
import { createSearcher } from '../../../core/search/searcher.ts';
import {
  buildTextIndex,
  buildTextIndexInSteps,
  loadTextIndex,
  TEXT_INDEX_SCHEMA,
} from '../../../core/search/text-index.ts';
import { runToEnd } from '../../../core/steps.ts';
import type { Work } from '../../../core/text/work.ts';
import { makeUnit, makeWork } from './make-work.ts';
import { unitsFound } from './search-work.ts';

const work = makeWork([
  makeUnit('网络主权', 'sovereignty'),
  makeUnit('新秩序', 'a new order'),
  makeUnit('', ''),
]);
const serialized = buildTextIndex(work);

function change(part: object): string {
  return JSON.stringify({ ...JSON.parse(serialized), ...part });
}

function damage(packed: string): string {
  return packed.slice(0, 40) + (packed.charAt(40) === 'A' ? 'B' : 'A') + packed.slice(41);
}

describe('an index of the same text', () => {
  test('is used as it is and ranks as one built anew', () => {
    const loaded = loadTextIndex(serialized, work);
    expect(loaded.isRebuilt).toBe(false);
    const rebuilt = loadTextIndex('', work);
    for (const query of ['主权', 'order', 'a*', '新秩序 order']) {
      expect(createSearcher(work, loaded.index).search(query)).toEqual(
        createSearcher(work, rebuilt.index).search(query),
      );
    }
  });

  test('is the same every time it is built', () => {
    expect(buildTextIndex(work)).toBe(serialized);
  });

  test('does not depend on what is no text', () => {
    const retitled: Work = {
      ...work,
      titles: { en: 'Another title' },
      outline: [{ titles: {}, unit: 'u1', children: [] }],
    };
    expect(loadTextIndex(serialized, retitled).isRebuilt).toBe(false);
  });
});

describe('any other index is refused and built anew', () => {
  const changedText = makeWork([
    makeUnit('网络主权', 'sovereignty'),
    makeUnit('新秩序', 'a new ordre'),
    makeUnit('', ''),
  ]);
  const renamedUnit = makeWork([
    makeUnit('网络主权', 'sovereignty', { id: 'x' }),
    makeUnit('新秩序', 'a new order'),
    makeUnit('', ''),
  ]);
  const movedText = makeWork([
    makeUnit('网络主权', 'sovereignty'),
    makeUnit('新秩序a ', 'new order'),
    makeUnit('', ''),
  ]);
  const otherLanguages = makeWork(work.units, ['zh-Hans', 'ru']);

  test.each([
    ['of a text that has changed', serialized, changedText],
    ['of a text whose units have other ids', serialized, renamedUnit],
    ['of a text whose words moved to the other language', serialized, movedText],
    ['of other editions', serialized, otherLanguages],
    ['of another schema', change({ schema: TEXT_INDEX_SCHEMA + 1 }), work],
    ['without a schema', change({ schema: undefined }), work],
    ['without an index', change({ packed: null }), work],
    ['that is not base64', change({ packed: '主权' }), work],
    ['with another index in it', change({ packed: 'AAAA' }), work],
    ['that is damaged', change({ packed: damage(JSON.parse(serialized).packed) }), work],
    ['cut short', serialized.slice(0, -20), work],
    ['that is empty', '', work],
    ['that is no object', 'null', work],
  ])('an index %s', (_what, file, target) => {
    const { index, isRebuilt } = loadTextIndex(file, target);
    expect(isRebuilt).toBe(true);
    expect(unitsFound(createSearcher(target, index).search('网络主权').results)).toHaveLength(1);
  });
});

describe('an index that is built in steps', () => {
  test.each([1, 49, 50, 51, 230])('of %i units is the same to the letter', (count) => {
    const units = Array.from({ length: count }, (_, index) =>
      makeUnit(`第${index}条 网络主权`, `Clause ${index} on sovereignty and the order of the world`),
    );
    const long = makeWork(units.map((unit, index) => ({ ...unit, id: `u${index}` })));
    expect(runToEnd(buildTextIndexInSteps(long))).toBe(buildTextIndex(long));
  });
});
