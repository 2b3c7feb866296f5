import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import { deriveConflictId, planMerge } from '../../../../core/formats/note-files/plan-merge.ts';
import { notebooks, noteOn } from './sample-notes.ts';

function withNotes(...annotations: readonly Annotation[]): Notebook {
  return { ...EMPTY_NOTEBOOK, annotations };
}

function withBin(annotation: Annotation, deleted: string): Notebook {
  return { ...EMPTY_NOTEBOOK, bin: [{ annotation, deleted }] };
}

function merge(now: Notebook, incoming: Notebook): Notebook {
  return applyChanges(now, planMerge(now, incoming).changes);
}

/** What a reader would look for, wherever it stands: in the notebook or in the bin. */
function listContents({ annotations, bin }: Notebook): readonly string[] {
  return [...annotations, ...bin.map(({ annotation }) => annotation)].map(
    ({ kind, color, body, tags, targets }) =>
      JSON.stringify([kind, color, body, tags, targets.map(({ selector }) => selector[0].exact)]),
  );
}

const LATER = '2026-03-10T08:05:00.000Z';
const LATEST = '2026-03-11T08:05:00.000Z';

const written = noteOn('item-1', 'en', 'sovereignty', { body: 'as written' });
const changed = { ...written, body: 'changed', modified: LATER };
const changedElsewhere = { ...written, body: 'changed elsewhere', modified: LATEST };

/** Two notebooks that may share notes: the second has notes of the first as they are, changed, or deleted. */
const related = fc
  .tuple(notebooks, notebooks, fc.infiniteStream(fc.constantFrom('same', 'changed', 'deleted', 'absent')))
  .map(([now, other, fates]): [Notebook, Notebook] => {
    const shared = now.annotations.map((annotation) => ({ annotation, fate: String(fates.next().value) }));
    const alive = shared.flatMap(({ annotation, fate }) => {
      if (fate === 'same') return [annotation];
      return fate === 'changed' ? [{ ...annotation, body: `${annotation.body}!`, modified: LATEST }] : [];
    });
    const dead = shared
      .filter(({ fate }) => fate === 'deleted')
      .map(({ annotation }) => ({ annotation, deleted: LATEST }));
    const ids = new Set(
      [...now.annotations, ...now.bin.map(({ annotation }) => annotation)].map(({ id }) => id),
    );
    return [
      now,
      {
        annotations: [...alive, ...other.annotations.filter(({ id }) => !ids.has(id))],
        bin: [...dead, ...other.bin.filter(({ annotation }) => !ids.has(annotation.id))],
        progress: other.progress,
      },
    ];
  });

describe('merging', () => {
  property.prop([related])('loses nothing that the incoming side holds', ([now, incoming]) => {
    const merged = listContents(merge(now, incoming));
    for (const content of listContents(incoming)) expect(merged).toContain(content);
  });

  property.prop([related])(
    'loses nothing of ours but what was certainly the earlier state of a note',
    ([now, incoming]) => {
      const plan = planMerge(now, incoming);
      const merged = listContents(applyChanges(now, plan.changes));
      const updated = new Set(plan.updated.map(({ id }) => id));
      const ours = [...now.annotations, ...now.bin.map(({ annotation }) => annotation)];
      for (const annotation of ours) {
        if (updated.has(annotation.id)) expect(annotation.modified).toBe(annotation.created);
        else expect(merged).toContain(listContents(withNotes(annotation))[0]);
      }
    },
  );

  property.prop([related])('a second time changes nothing more', ([now, incoming]) => {
    const merged = merge(now, incoming);
    expect(planMerge(merged, incoming).changes).toEqual([]);
  });

  property.prop([notebooks])('with itself changes nothing', (notebook) => {
    expect(planMerge(notebook, notebook)).toMatchObject({
      changes: [],
      added: [],
      updated: [],
      conflicts: [],
      deletedElsewhere: [],
    });
  });

  property.prop([notebooks])('into an empty notebook gives the same notebook', (notebook) => {
    expect(merge(EMPTY_NOTEBOOK, notebook)).toEqual(notebook);
  });
});

describe('of one note, merging', () => {
  test('adds what is not known here', () => {
    expect(planMerge(EMPTY_NOTEBOOK, withNotes(written))).toMatchObject({ added: [written] });
  });

  test('takes what was changed there and is here as it was first written', () => {
    expect(planMerge(withNotes(written), withNotes(changed))).toMatchObject({
      updated: [changed],
      changes: [{ type: 'annotation-saved', annotation: changed }],
    });
  });

  test('leaves what was changed here and is there as it was first written', () => {
    expect(planMerge(withNotes(changed), withNotes(written))).toMatchObject({
      unchanged: [changed],
      changes: [],
    });
  });

  test('keeps both where both sides have changed it', () => {
    const plan = planMerge(withNotes(changed), withNotes(changedElsewhere));
    const keptAs = deriveConflictId(changedElsewhere);
    expect(plan.conflicts).toEqual([{ now: changed, incoming: changedElsewhere, keptAs }]);
    expect(applyChanges(withNotes(changed), plan.changes).annotations).toEqual([
      changed,
      { ...changedElsewhere, id: keptAs },
    ]);
  });

  test('keeps both where one id names two notes', () => {
    const other = { ...changed, created: LATER };
    expect(planMerge(withNotes(written), withNotes(other)).conflicts).toHaveLength(1);
  });

  test('does not bring a conflict back that the reader has settled on the copy', () => {
    const merged = merge(withNotes(changed), withNotes(changedElsewhere));
    const [first, copy] = merged.annotations;
    if (first === undefined || copy === undefined) throw new Error('both must be there');
    const settled = withNotes(first, { ...copy, body: 'settled', modified: '2026-04-01T00:00:00.000Z' });
    expect(planMerge(settled, withNotes(changedElsewhere)).changes).toEqual([]);
  });

  test('takes a note whose words were moved by a corrected text for the same', () => {
    const [target] = written.targets;
    if (target === undefined) throw new Error('it stands on words');
    const [quote, position] = target.selector;
    const moved = {
      ...written,
      targets: [{ ...target, selector: [quote, { ...position, start: 9, end: 20 }] as const }],
    };
    expect(planMerge(withNotes(written), withNotes(moved)).changes).toEqual([]);
  });

  test('takes a note whose words a corrected text has lost for the same', () => {
    const lost = {
      ...written,
      targets: written.targets.map((target) => ({ ...target, orphanedFrom: 'a'.repeat(64) })),
    };
    expect(planMerge(withNotes(written), withNotes(lost)).changes).toEqual([]);
  });

  test.each([
    ['deleted there', withNotes(written), withBin(written, LATER)],
    ['deleted here', withBin(written, LATER), withNotes(written)],
  ])('leaves it as it is here where it was %s, and says so', (_where, now, incoming) => {
    expect(planMerge(now, incoming)).toMatchObject({ changes: [], deletedElsewhere: [written] });
  });

  test('brings back what was deleted here and written on there later', () => {
    const plan = planMerge(withBin(written, LATER), withNotes(changedElsewhere));
    expect(plan.updated).toEqual([changedElsewhere]);
    expect(merge(withBin(written, LATER), withNotes(changedElsewhere)).bin).toEqual([]);
  });

  test('keeps in the bin what was changed and then deleted there', () => {
    const merged = merge(withNotes(written), withBin(changed, LATEST));
    expect(merged.annotations).toEqual([written]);
    expect(merged.bin).toMatchObject([{ annotation: { body: 'changed' }, deleted: LATEST }]);
  });

  test('fills in progress where there is none, and changes none', () => {
    const now: Notebook = { ...EMPTY_NOTEBOOK, progress: { 'item-1': 'read' } };
    const incoming: Notebook = {
      ...EMPTY_NOTEBOOK,
      progress: { 'item-1': 'understood', 'item-2': 'in-work' },
    };
    expect(planMerge(now, incoming).changes).toEqual([
      { type: 'progress-set', unit: 'item-2', progress: 'in-work' },
    ]);
  });
});
