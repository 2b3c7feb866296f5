import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { countFacets, filterAnnotations } from '../../../core/annotation/filter-annotations.ts';
import {
  isFilteringLibrary,
  NO_LIBRARY_FILTER,
  type LibraryFilter,
} from '../../../core/annotation/library-filter.ts';
import {
  indexNotes,
  indexNotesInSteps,
  type IndexedNotes,
  type WorkNotes,
} from '../../../core/annotation/library-index.ts';
import { describeLibraryNote } from '../../../core/annotation/library-note.ts';
import {
  openLibraryQueries,
  type LibraryAnswer,
  type LibraryQuery,
} from '../../../core/annotation/library-query.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { placeAnnotations } from '../../../core/annotation/place-annotations.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const unit = makeUnit('item-1', '尊重各国网络主权，反对滥用', 'Respect the sovereignty of each country');
const other = makeUnit('item-2', '构建新秩序', 'Build a new order');
const work = makeWork(unit, other);
const gone = makeUnit('item-1', '一段不再存在的文字', 'A passage that is no more');

const late = annotate(other, 'en', 'new order', {
  kind: 'question',
  color: 'red',
  tags: ['order'],
  body: 'which?',
});
const early = annotate(unit, 'zh-Hans', '网络主权', {
  kind: 'note',
  body: 'cyber?',
  tags: ['term', 'class'],
});
const lost = annotate(gone, 'en', 'no more', { kind: 'note', color: 'blue', body: 'from a draft' });
const onWork: Annotation = {
  ...annotate(unit, 'en', 'Respect'),
  scope: { type: 'work' },
  targets: [],
  body: 'all of it',
};
const onUnit: Annotation = {
  ...annotate(unit, 'en', 'Respect'),
  scope: { type: 'unit', unit: 'item-2' },
  targets: [],
};
const elsewhere = annotate(unit, 'en', 'each country', { color: 'blue', tags: ['class'], body: 'abroad' });
const deleted = annotate(unit, 'en', 'sovereignty', { body: 'old' });
const deletedLater = annotate(other, 'en', 'order', { body: 'older' });

const first = notes('a', [late, early, lost, onUnit, onWork], {
  bin: [
    { annotation: deletedLater, deleted: '2026-03-01T10:00:00.000Z' },
    { annotation: deleted, deleted: '2026-03-02T10:00:00.000Z' },
  ],
});
const second: WorkNotes = { ...notes('removed', [elsewhere]), work: undefined };

function notes(workId: string, annotations: readonly Annotation[], rest: Partial<Notebook> = {}): WorkNotes {
  return { workId, work, notebook: { ...EMPTY_NOTEBOOK, annotations, ...rest } };
}

function query(
  works: readonly IndexedNotes[],
  part: Partial<LibraryFilter>,
  rest: Partial<LibraryQuery> = {},
): LibraryAnswer {
  const filter = { ...NO_LIBRARY_FILTER, ...part };
  return openLibraryQueries(works).query({ source: 'notes', filter, order: 'place', locale: 'en', ...rest });
}

function ask(part: Partial<LibraryFilter>, rest: Partial<LibraryQuery> = {}, works = [first, second]) {
  return query(
    works.map((each) => indexNotes(each)),
    part,
    rest,
  );
}

function found(...args: Parameters<typeof ask>): readonly Annotation[] {
  return ask(...args).entries.map(({ placed }) => placed.annotation);
}

describe('the notes of the library', () => {
  test('come work by work in the order of the text, detached ones last, those of a missing work too', () => {
    expect(found({})).toEqual([onWork, early, onUnit, late, lost, elsewhere]);
    expect(ask({}).total).toBe(6);
  });

  const filters: [string, Partial<LibraryFilter>, readonly Annotation[]][] = [
    ['of some works', { works: ['removed'] }, [elsewhere]],
    ['that are detached', { isDetached: true }, [lost]],
    ['of one unit, also on the unit as such', { unit: { workId: 'a', unit: 'item-2' } }, [onUnit, late]],
    ['of a unit of another work', { unit: { workId: 'removed', unit: 'item-1' } }, []],
    ['with words in note, quote or tag', { text: 'CLASS' }, [early, elsewhere]],
    ['that satisfy all parts', { works: ['a'], tags: ['class'], kinds: ['note'], text: '主权' }, [early]],
    ['that satisfy parts which exclude each other', { works: ['removed'], isOpenQuestion: true }, []],
  ];
  test.each(filters)('can be limited to those %s', (_name, filter, expected) => {
    expect(isFilteringLibrary({ ...NO_LIBRARY_FILTER, ...filter })).toBe(true);
    expect(found(filter)).toEqual(expected);
  });

  test('are counted for each choice with the others given', () => {
    const { facets } = ask({ colors: ['blue'], works: ['a'], tags: ['nowhere'] });
    expect(facets.tags).toEqual([{ tag: 'nowhere', count: 0 }]);
    const blue = ask({ colors: ['blue'], works: ['a'] }).facets;
    expect(blue.works).toEqual({ a: 1, removed: 1 });
    expect(blue.colors).toMatchObject({ blue: 1, red: 1, yellow: 3 });
    expect(blue.kinds).toEqual({ highlight: 0, note: 1, question: 0, bookmark: 0 });
    expect(blue).toMatchObject({ detached: 1, openQuestions: 0 });
  });

  test('are filtered and counted as the notes of one work are', () => {
    const all = [late, early, lost, onUnit, onWork, elsewhere];
    for (const part of [
      {},
      { kinds: ['note'] },
      { colors: ['red', 'blue'] },
      { tags: ['class'] },
      { text: '?' },
    ] as const) {
      const filter = { ...NO_LIBRARY_FILTER, ...part };
      const { entries, facets } = ask(part);
      expect(new Set(entries.map(({ placed }) => placed.annotation))).toEqual(
        new Set(filterAnnotations(all, filter)),
      );
      const { works: _works, detached: _detached, ...others } = facets;
      expect(others).toEqual(countFacets(all, filter));
    }
  });

  test('are put into other orders; equal ones stay in the order of the text', () => {
    expect(found({}, { order: 'time' })).toEqual([elsewhere, onUnit, onWork, lost, early, late]);
    expect(found({}, { order: 'color' })).toEqual([onWork, early, onUnit, lost, elsewhere, late]);
    expect(found({}, { order: 'tag' })).toEqual([early, elsewhere, late, onWork, onUnit, lost]);
  });

  test('in the bin come by the time of deletion, the latest first', () => {
    const { entries, total } = ask({}, { source: 'bin' });
    expect(entries.map(({ placed }) => placed.annotation)).toEqual([deleted, deletedLater]);
    expect(entries[0]?.deleted).toBe('2026-03-02T10:00:00.000Z');
    expect(total).toBe(2);
    expect(found({ text: 'older' }, { source: 'bin' })).toEqual([deletedLater]);
  });
});

describe('indexing again', () => {
  test('of one work answers as if nothing had been kept, whatever was asked before', () => {
    const asked: [Partial<LibraryFilter>, Partial<LibraryQuery>][] = [
      [{}, {}],
      [{ kinds: ['note'], tags: ['term'] }, { order: 'time' }],
      [{ text: 'class' }, { order: 'tag' }],
      [{}, { source: 'bin' }],
    ];
    const before = [indexNotes(first), indexNotes(second)];
    for (const [filter, rest] of asked) query(before, filter, rest);
    const changed: WorkNotes = {
      ...first,
      notebook: { ...first.notebook, annotations: [early, { ...late, kind: 'note', tags: ['term'] }] },
    };
    const after = [indexNotes(changed, before[0]), ...before.slice(1)];
    for (const [filter, rest] of asked) {
      for (const works of [after, before]) {
        const fresh = works.map(({ workId, work: text, notebook }) =>
          indexNotes({ workId, work: text, notebook }),
        );
        expect(query(works, filter, rest)).toEqual(query(fresh, filter, rest));
      }
    }
  });

  test('in steps gives what one step gives', () => {
    const annotations = Array.from({ length: 4500 }, (_, index) =>
      annotate(index % 3 === 0 ? other : unit, 'en', index % 3 === 0 ? 'order' : 'each', {
        body: `${index}`,
      }),
    );
    const steps = indexNotesInSteps(notes('many', annotations));
    let count = 0;
    for (let step = steps.next(); step.done !== true; step = steps.next()) count += 1;
    expect(count).toBe(2);
    const { placed } = placeAnnotations(work, annotations);
    expect(indexNotes(notes('many', annotations)).entries.map((entry) => entry.placed)).toEqual(placed);
  });

  test('keeps what has not changed, and the whole index where nothing has', () => {
    const before = indexNotes(first);
    expect(indexNotes({ ...first }, before)).toBe(before);
    const changed = { ...early, body: 'changed' };
    const annotations = first.notebook.annotations.map((each) => (each === early ? changed : each));
    const after = indexNotes({ ...first, notebook: { ...first.notebook, annotations } }, before);
    const entryOf = (index: IndexedNotes, id: string) =>
      index.entries.find((entry) => entry.placed.annotation.id === id);
    expect(entryOf(after, late.id)).toBe(entryOf(before, late.id));
    expect(entryOf(after, early.id)?.placed.annotation).toBe(changed);
    expect(after.binned).toBe(before.binned);
  });
});

describe('describeLibraryNote', () => {
  const describeNote = (annotation: Annotation, notesOf: WorkNotes = first) => {
    const index = indexNotes({ ...notesOf, notebook: { ...EMPTY_NOTEBOOK, annotations: [annotation] } });
    return describeLibraryNote(index.entries[0] ?? raise(), index);
  };

  test('says where a note stands and where it can be visited', () => {
    expect(describeNote(early)).toMatchObject({
      workId: 'a',
      unit: { kind: 'item', number: null },
      goal: { unit: 'item-1', words: { language: 'zh-Hans', span: { start: 4, end: 8 } } },
      words: [{ language: 'zh-Hans', text: '网络主权', isDetached: false }],
      deleted: null,
    });
    expect(describeNote(onUnit)).toMatchObject({ goal: { unit: 'item-2', words: null }, words: [] });
    const scope = { type: 'unit', unit: 'item-2', orphanedFrom: 'a'.repeat(64) } as const;
    expect(describeNote({ ...onUnit, scope })).toMatchObject({ goal: null, unit: null });
    expect(describeNote(onWork)).toMatchObject({ goal: null, unit: null, scope: 'work' });
    expect(describeNote(lost)).toMatchObject({ goal: null, unit: null, words: [{ isDetached: true }] });
    expect(describeNote(elsewhere, second)).toMatchObject({ goal: null, words: [{ isDetached: false }] });
  });

  test('cuts long notes and long quotes, never through a character', () => {
    const long = describeNote({ ...early, body: `${'x'.repeat(399)}𠀀 and more` });
    expect(long).toMatchObject({ isBodyCut: true, body: `${'x'.repeat(399)}…` });
    expect(describeNote(early)).toMatchObject({ isBodyCut: false, body: 'cyber?' });
    const words = '字'.repeat(400);
    const whole = annotate(makeUnit('item-1', words), 'zh-Hans', words);
    expect(describeNote(whole).words[0]?.text).toBe(`${'字'.repeat(300)}…`);
  });
});

function raise(): never {
  throw new Error('There is no entry');
}
