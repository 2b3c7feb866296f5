import { expect, test } from 'vitest';
import type { EngineResult } from './measure-size.ts';
import { judgeTargets } from './targets.ts';

function made(engine: string, ms: number, options: { files: number; build: number }): EngineResult {
  return {
    engine,
    buildMs: options.build,
    buildPeakBytes: 0,
    fileBytes: options.files,
    searched: {
      openMs: 100,
      coldMs: [ms],
      warmMs: [ms],
      heapBytes: 10e6,
      processBytes: 20e6,
      addMs: null,
      wrongTotals: [],
    },
  };
}

const isMet = (engines: readonly EngineResult[], name: string): boolean | null | undefined =>
  judgeTargets({ units: 1, totals: [1], engines }).find((target) => target.name === name)?.isMet;

test('a target is a ratio to what was measured in the same run', () => {
  const ours = made('Duizhao', 1, { files: 10, build: 16 });
  const peer = made('SQLite FTS5', 2, { files: 9, build: 1 });
  expect(isMet([ours, peer], 'p50 of all queries, to FTS5')).toBe(true);
  expect(
    isMet(
      [ours, { ...peer, searched: made('', 1.9, { files: 9, build: 1 }).searched }],
      'p50 of all queries, to FTS5',
    ),
  ).toBe(false);
  expect(isMet([ours, peer], 'index files, to FTS5')).toBe(false);
  expect(isMet([ours, made('lunr', 1, { files: 1, build: 10 })], 'building, to lunr')).toBe(false);
});

test('what was not measured is neither met nor missed', () => {
  const ours = made('Duizhao', 1, { files: 10, build: 16 });
  expect(isMet([ours], 'p50 of all queries, to FTS5')).toBeNull();
  expect(isMet([ours], 'adding a work of 200 units')).toBeNull();
});
