import { describe, expect, test } from 'vitest';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { purgeBin } from '../../../core/annotation/purge-bin.ts';
import { annotate, makeUnit } from './sample.ts';

const UNIT = makeUnit('item-1', '文本', 'a text');

const NOW = new Date('2026-06-01T12:00:00Z');

function withBin(deleted: string): Notebook {
  return { ...EMPTY_NOTEBOOK, bin: [{ annotation: annotate(UNIT, 'en', 'text'), deleted }] };
}

describe('the bin', () => {
  test.each([
    ['a moment ago', '2026-06-01T11:59:59Z', true],
    ['90 days ago to the second', '2026-03-03T12:00:00Z', true],
    ['a second longer ago', '2026-03-03T11:59:59Z', false],
    ['years ago', '2001-01-01T00:00:00Z', false],
    ['in the future, by a wrong clock', '2091-01-01T00:00:00Z', true],
  ])('what was deleted %s', (_name, deleted, isKept) => {
    expect(purgeBin(withBin(deleted), NOW).bin).toHaveLength(isKept ? 1 : 0);
  });

  test('stays the same object where nothing is erased', () => {
    const notebook = withBin('2026-05-31T00:00:00Z');
    expect(purgeBin(notebook, NOW)).toBe(notebook);
  });
});
