import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatQuery, parseBenchQuery, TOP, type BenchQuery } from './bench-query.ts';
import { ENGINES, engineNamed } from './engines.ts';
import { generatePairs } from './generate-pairs.ts';
import type { Pair } from './pairs.ts';
import { pickQueries } from './pick-queries.ts';
import { createLooker } from './prepared-pairs.ts';

// Longer than a work, so that there are several.
const pairs: readonly Pair[] = [
  { zh: '互联网是人类的共同家园。', en: 'The Internet is our common home: running, and well connected.' },
  { zh: '维护网络空间的主权与安全', en: 'To defend the sovereignty, and the security, of cyberspace' },
  { zh: '网络。空间；５月', en: 'The net runs out of space; May' },
  ...generatePairs(300),
];

const queries: readonly BenchQuery[] = [
  ...pickQueries(pairs),
  ...[
    '互联网',
    '络空',
    '网络空间',
    '间',
    'en:run',
    '"the sovereignty and"',
    'zh:网络 -connections',
    'secur* 主权',
  ].map(parseBenchQuery),
];

const folder = mkdtempSync(path.join(tmpdir(), 'duizhao-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Units in which all parts are found by looking, one after the other. */
function findByLooking(query: BenchQuery): readonly number[] {
  const look = createLooker(pairs);
  return pairs.flatMap((_, id) => (query.parts.every((part) => look(id, part)) ? [id] : []));
}

const truths = queries.map(findByLooking);

describe.each(ENGINES.filter(({ isOnlyBuilt }) => isOnlyBuilt !== true).map(({ name }) => name))(
  '%s',
  (name) => {
    const own = path.join(folder, name);
    beforeAll(async () => {
      mkdirSync(own);
      await engineNamed(name).build(pairs, own);
    });

    test('finds exactly the units that hold what is asked for', async () => {
      const engine = await engineNamed(name).open(pairs, own);
      const found = queries.map((query) => {
        const { total, top } = engine.search(query, TOP);
        const all = engine.search(query, pairs.length).top.toSorted((a, b) => a - b);
        return { query: formatQuery(query), all, total, shown: top.length };
      });
      expect(found).toEqual(
        truths.map((all, index) => ({
          query: formatQuery(queries[index] ?? { parts: [] }),
          all,
          total: all.length,
          shown: Math.min(all.length, TOP),
        })),
      );
    });
  },
);
