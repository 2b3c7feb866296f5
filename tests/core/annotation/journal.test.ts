import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { crc32 } from '../../../core/annotation/crc32.ts';
import {
  compactChanges,
  followSnapshot,
  JOURNAL_VERSION,
  parseJournal,
  serializeRecord,
  type JournalRecord,
} from '../../../core/annotation/journal.ts';
import {
  applyChanges,
  EMPTY_NOTEBOOK,
  UNIT_PROGRESS,
  type NotebookChange,
} from '../../../core/annotation/notebook.ts';
import { annotate, makeUnit } from './sample.ts';

const UNIT = makeUnit('item-1', '文本', 'a text');

const id = fc
  .integer({ min: 0, max: 5 })
  .map((number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const annotation = fc.tuple(id, fc.string({ unit: 'binary', maxLength: 40 })).map(([key, body]) =>
  // Files hold Unicode text: of a lone surrogate they keep a replacement character.
  annotate(UNIT, 'en', 'text', { id: key, body: body.toWellFormed() }),
);
const deleted = fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00.000Z');
const change: fc.Arbitrary<NotebookChange> = fc.oneof(
  fc.record({ type: fc.constant('annotation-saved' as const), annotation }),
  fc.record({ type: fc.constant('annotation-binned' as const), annotation, deleted }),
  fc.record({ type: fc.constant('annotation-erased' as const), id }),
  fc.record({
    type: fc.constant('progress-set' as const),
    unit: fc.constantFrom('u1', 'u2'),
    progress: fc.constantFrom(...UNIT_PROGRESS, 'unread' as const),
  }),
  fc.record({
    type: fc.constant('revision-set' as const),
    revision: fc.constantFrom(null, 'a0'.repeat(32), 'b1'.repeat(32)),
  }),
);
const records: fc.Arbitrary<readonly JournalRecord[]> = fc
  .tuple(fc.integer({ min: 1, max: 1e9 }), fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }))
  .map(([first, all]) => all.map((changes, index) => ({ sequence: first + index, changes })));

function serialize(all: readonly JournalRecord[]): string {
  return all.map(serializeRecord).join('');
}

describe('a journal', () => {
  test.prop([records])('reads back as it was written', (all) => {
    expect(parseJournal(serialize(all))).toEqual({ records: all, brokenCount: 0, isNewer: false });
  });

  test.prop([records, fc.double({ min: 0, max: 1, noNaN: true })])(
    'cut off anywhere gives every whole record and no damage',
    (all, share) => {
      const text = serialize(all);
      const cut = text.slice(0, Math.floor(text.length * share));
      const whole = cut.split('\n').length - 1;
      expect(parseJournal(cut)).toEqual({ records: all.slice(0, whole), brokenCount: 0, isNewer: false });
    },
  );

  test.prop([records.filter(({ length }) => length > 0), fc.nat(), fc.nat({ max: 0xff_ff })])(
    'with one letter changed counts the damage or is cut short, and never says anything else',
    (all, place, code) => {
      const text = serialize(all);
      const at = place % (text.length - 1);
      const letter = String.fromCharCode(code);
      fc.pre(letter !== text[at] && letter !== '\n');
      const { records: read, brokenCount } = parseJournal(text.slice(0, at) + letter + text.slice(at + 1));
      expect(brokenCount).toBe(1);
      for (const record of read) expect(all).toContainEqual(record);
      expect(read.length).toBeGreaterThanOrEqual(all.length - 2);
    },
  );

  test.prop([fc.string({ unit: 'binary' })])('never throws, whatever it holds', (text) => {
    expect(parseJournal(text).records).toEqual([]);
  });

  test('applies what follows a broken record', () => {
    const lines = [1, 2, 3].map((sequence) => serializeRecord({ sequence, changes: [] }));
    const text = [lines[0], 'torn by a bad sector\n', lines[2]].join('');
    expect(parseJournal(text)).toMatchObject({ records: [{ sequence: 1 }, { sequence: 3 }], brokenCount: 1 });
  });

  test('reads the records of version 1, which knew no revisions', () => {
    const changes = [{ type: 'progress-set', unit: 'u1', progress: 'read' }];
    const json = JSON.stringify(changes);
    expect(parseJournal(`1 7 ${crc32(`1 7 ${json}`)} ${json}\n`)).toEqual({
      records: [{ sequence: 7, changes }],
      brokenCount: 0,
      isNewer: false,
    });
  });

  test('knows a record of a later version, and takes none of another shape', () => {
    const next = JOURNAL_VERSION + 1;
    expect(parseJournal(`${next} 1 ${crc32(`${next} 1 {}`)} {}\n`)).toMatchObject({
      isNewer: true,
      brokenCount: 0,
    });
    const other = '[{"type":"annotation-moved"}]';
    expect(parseJournal(`1 1 ${crc32(`1 1 ${other}`)} ${other}\n`)).toMatchObject({ brokenCount: 1 });
  });
});

describe('what follows a snapshot', () => {
  const make = (...sequences: number[]) => sequences.map((sequence) => ({ sequence, changes: [] }));

  test.each([
    ['nothing was gathered yet', make(1, 2), undefined, [1, 2], false],
    ['the snapshot has the first ones', make(3, 4, 5), 4, [5], false],
    ['the snapshot has all', make(3, 4), 9, [], false],
    ['one between is missing', make(3, 5), 2, [3, 5], true],
    ['the first is missing', make(5, 6), 3, [5, 6], true],
    ['the snapshot cannot say', make(5, 6), undefined, [5, 6], false],
    ['one of those the snapshot has is missing', make(1, 3, 4), 3, [4], false],
  ])('where %s', (_name, all, snapshot, expected, hasGap) => {
    const following = followSnapshot(all, snapshot);
    expect(following.records.map(({ sequence }) => sequence)).toEqual(expected);
    expect(following.hasGap).toBe(hasGap);
  });
});

test.prop([fc.array(change, { maxLength: 10 }), fc.array(change, { maxLength: 20 })], { numRuns: 2000 })(
  'compacted changes come to the same notebook, whatever it held',
  (earlier, changes) => {
    const notebook = applyChanges(EMPTY_NOTEBOOK, earlier);
    expect(applyChanges(notebook, compactChanges(changes))).toEqual(applyChanges(notebook, changes));
  },
);

test('compacted changes keep one of many of the same kind', () => {
  const saves = ['a', 'b', 'c'].map((body): NotebookChange => ({
    type: 'annotation-saved',
    annotation: annotate(UNIT, 'en', 'text', { id: '00000000-0000-4000-8000-000000000001', body }),
  }));
  expect(compactChanges(saves)).toEqual(saves.slice(2));
});

test.prop([fc.array(change, { maxLength: 30 })])(
  'compacted changes carry each note at most once',
  (changes) => {
    const carried = compactChanges(changes).flatMap((one) => ('annotation' in one ? one.annotation.id : []));
    expect(carried).toHaveLength(new Set(carried).size);
  },
);

test('the checksum is the CRC-32 of the letters', () => {
  // Of the bytes "12345678", two in each UTF-16 code unit: as any implementation gives it.
  expect(crc32('\u3231\u3433\u3635\u3837')).toBe('9ae0daaf');
  expect(crc32('')).toBe('00000000');
});
