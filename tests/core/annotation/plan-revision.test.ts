import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { invertChanges } from '../../../core/annotation/invert-changes.ts';
import { matchTarget } from '../../../core/annotation/match-target.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { planRevision } from '../../../core/annotation/plan-revision.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const REVISION = 'ab'.repeat(32);

const first = makeUnit(
  'item-1',
  '双方尊重各国网络主权，加强对话。',
  'The Parties respect sovereignty and talk.',
);
const second = makeUnit(
  'item-2',
  '双方加强科技合作与人才交流。',
  'The Parties cooperate in science and exchange people.',
);
const third = makeUnit(
  'item-3',
  '双方打击网络犯罪和恐怖主义。',
  'The Parties fight crime and terror online.',
);
const work = makeWork(first, second, third);

const sovereignty = annotate(first, 'zh-Hans', '网络主权');
const science = annotate(second, 'en', 'science');
const crime = annotate(third, 'zh-Hans', '网络犯罪');
const onUnit = annotate(third, 'en', 'terror', { scope: { type: 'unit', unit: 'item-3' }, targets: [] });

function notebookOf(...annotations: Notebook['annotations']): Notebook {
  return { ...EMPTY_NOTEBOOK, annotations };
}

describe('a plan to replace a text', () => {
  test('keeps what stands, moves what moved, and says what is lost', () => {
    const corrected = makeWork(
      makeUnit('item-1', `（一）${first.segments['zh-Hans'] ?? ''}`, first.segments['en']),
      second,
      makeUnit('item-3', '本条已经废止。', 'This item was repealed.'),
    );
    const plan = planRevision(work, corrected, notebookOf(sovereignty, science, crime), REVISION);
    expect(plan.notes.map(({ outcome }) => outcome)).toEqual(['moved', 'kept', 'detached']);
    expect(plan.units).toMatchObject({ removed: 0 + plan.units.added });
    const after = applyChanges(notebookOf(sovereignty, science, crime), plan.changes);
    expect(after.revision).toBe(REVISION);
    expect(after.annotations[0]?.targets[0]?.selector[1].start).toBe(
      (sovereignty.targets[0]?.selector[1].start ?? 0) + 3,
    );
    // What stays is not written again, and what is lost keeps its description.
    expect(after.annotations[1]).toBe(science);
    expect(after.annotations[2]).toBe(crime);
  });

  test('takes notes on clauses, the bin and reading progress to the new ids', () => {
    const renumbered = makeWork(
      makeUnit('item-1', '新的第一条，谈的是别的事情。', 'A new first item about something else.'),
      { ...first, id: 'item-2' },
      { ...second, id: 'item-3' },
      { ...third, id: 'item-4' },
    );
    const notebook: Notebook = {
      annotations: [onUnit],
      bin: [{ annotation: crime, deleted: '2026-01-01T00:00:00Z' }],
      progress: { 'item-1': 'read', 'item-3': 'understood' },
    };
    const plan = planRevision(work, renumbered, notebook, REVISION);
    expect(plan.units).toEqual({ changed: 0, added: 1, removed: 0 });
    expect(plan.notes.map(({ outcome }) => outcome)).toEqual(['moved']);
    const after = applyChanges(notebook, plan.changes);
    expect(after.annotations[0]?.scope).toEqual({ type: 'unit', unit: 'item-4' });
    expect(after.bin[0]?.annotation.targets[0]?.unit).toBe('item-4');
    expect(after.bin[0]?.deleted).toBe('2026-01-01T00:00:00Z');
    expect(after.progress).toEqual({ 'item-2': 'read', 'item-4': 'understood' });
    expect(applyChanges(after, invertChanges(notebook, plan.changes))).toEqual(notebook);
  });

  test('calls a note that was detached before by that name', () => {
    const lost = annotate(first, 'en', 'talk');
    const target = lost.targets[0];
    if (target === undefined) throw new Error('the note stands on words');
    const [quote, position] = target.selector;
    const detached = {
      ...lost,
      targets: [{ ...target, selector: [{ ...quote, exact: 'quarrel' }, position] as const }],
    };
    const plan = planRevision(work, makeWork(first, second), notebookOf(detached), REVISION);
    expect(plan.notes.map(({ outcome }) => outcome)).toEqual(['still-detached']);
  });

  const edit = fc.record({
    unit: fc.nat({ max: 2 }),
    at: fc.nat({ max: 30 }),
    cut: fc.nat({ max: 6 }),
    put: fc.constantFrom('', '新', '网络主权', '双方', ' and '),
  });
  test('shows a note on a clause where its id is, whatever the clause says now', () => {
    const rewritten = makeWork(first, second, makeUnit('item-3', '全新的内容。', 'Wholly other words here.'));
    const plan = planRevision(work, rewritten, notebookOf(onUnit), REVISION);
    expect(plan.notes).toMatchObject([{ revised: { scope: { unit: 'item-3' } }, outcome: 'kept' }]);
  });

  property.prop([fc.array(edit, { maxLength: 4 })], { numRuns: 300 })(
    'says of every note what it will show, and can be taken back',
    (edits) => {
      const units = [first, second, third].map((unit, index) => {
        const apply = (text: string): string =>
          edits
            .filter((one) => one.unit === index)
            .reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);
        return makeUnit(unit.id, apply(unit.segments['zh-Hans'] ?? ''), apply(unit.segments['en'] ?? ''));
      });
      const corrected = makeWork(...units);
      const notebook = notebookOf(sovereignty, science, crime, onUnit);
      const plan = planRevision(work, corrected, notebook, REVISION);
      for (const { revised, outcome } of plan.notes) {
        const isLost =
          revised.scope.type === 'unit'
            ? !corrected.units.some(({ id }) => revised.scope.type === 'unit' && id === revised.scope.unit)
            : revised.targets.some((target) => matchTarget(corrected, target).type === 'orphan');
        expect(isLost).toBe(outcome === 'detached');
      }
      const after = applyChanges(notebook, plan.changes);
      expect(applyChanges(after, invertChanges(notebook, plan.changes))).toEqual(notebook);
    },
  );
});
