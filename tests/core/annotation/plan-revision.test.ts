import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { invertChanges } from '../../../core/annotation/invert-changes.ts';
import { matchTarget } from '../../../core/annotation/match-target.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import { placeAnnotations } from '../../../core/annotation/place-annotations.ts';
import {
  planRevision,
  type RevisionPlan,
  type TextRevision,
} from '../../../core/annotation/plan-revision.ts';
import type { Work } from '../../../core/text/work.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const OLD_REVISION = 'cd'.repeat(32);
const REVISION = 'ab'.repeat(32);
const LATER_REVISION = 'ef'.repeat(32);

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

/** A plan to replace one text by the next; no other is at hand. */
function plan(oldWork: Work, newWork: Work, notebook: Notebook): RevisionPlan {
  const current = { revision: OLD_REVISION, work: oldWork };
  return planRevision(current, { revision: REVISION, work: newWork }, notebook, () => undefined);
}

/** An annotation whose words, or unit, were given up when the old text was replaced. */
function orphan(annotation: Annotation): Annotation {
  const { scope, targets } = annotation;
  return {
    ...annotation,
    scope: scope.type === 'unit' ? { ...scope, orphanedFrom: OLD_REVISION } : scope,
    targets: targets.map((target) => ({ ...target, orphanedFrom: OLD_REVISION })),
  };
}

function notebookOf(...annotations: Notebook['annotations']): Notebook {
  return { ...EMPTY_NOTEBOOK, annotations };
}

describe('a plan to replace a text', () => {
  test('follows words to where whoever made the text says they went', () => {
    const sentences = ['The Parties talk. ', 'The Parties sign.'];
    const before = makeWork(makeUnit('item-1', '', sentences.join('')), makeUnit('item-2', '', 'They part.'));
    const after = makeWork(
      makeUnit('item-1', '', 'The Parties talk.'),
      makeUnit('item-2', '', 'The Parties sign. They part.'),
    );
    const [unit] = before.units;
    if (unit === undefined) throw new Error('the text has a unit');
    const note = annotate(unit, 'en', 'The Parties sign.');
    const moves = [{ language: 'en', unit: 'item-1', start: 18, end: 35, newUnit: 'item-2', newStart: 0 }];
    const current = { revision: OLD_REVISION, work: before };
    const next = { revision: REVISION, work: after };
    const planned = planRevision(current, next, notebookOf(note), () => undefined, moves);
    expect(planned.notes).toMatchObject([
      { outcome: 'moved', revised: { targets: [{ unit: 'item-2', selector: [{}, { start: 0, end: 17 }] }] } },
    ]);
  });

  test('takes an edition that is new, or has gone, for no change of any clause: every note stays', () => {
    const short = makeUnit('place', '于北京', 'Beijing');
    const before = makeWork(first, short, second, third);
    const russian = { ...before.editions[0], language: 'ru' } as Work['editions'][number];
    const own = { ...makeUnit('ru-note', '', ''), segments: { 'zh-Hans': '', en: '', ru: 'Примечание.' } };
    const long = 'Стороны уважают суверенитет друг друга и продолжают диалог, '.repeat(4);
    const after: Work = {
      ...before,
      editions: [...before.editions, russian],
      units: [own, ...before.units.map((unit) => ({ ...unit, segments: { ...unit.segments, ru: long } }))],
    };
    const onPlace = annotate(short, 'en', 'Beijing', { scope: { type: 'unit', unit: 'place' }, targets: [] });
    const notebook = notebookOf(sovereignty, science, crime, onUnit, onPlace);
    const added = plan(before, after, notebook);
    expect(added.editions).toEqual({ added: ['ru'], removed: [] });
    expect(added.units).toEqual({ changed: 0, added: 1, removed: 0 });
    expect(added.notes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('kept'));
    const gone = plan(after, before, notebook);
    expect(gone.editions).toEqual({ added: [], removed: ['ru'] });
    expect(gone.units).toEqual({ changed: 0, added: 0, removed: 1 });
    expect(gone.notes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('kept'));
  });

  test('keeps what stands, moves what moved, and says what is lost', () => {
    const corrected = makeWork(
      makeUnit('item-1', `（一）${first.segments['zh-Hans'] ?? ''}`, first.segments['en']),
      second,
      makeUnit('item-3', '本条已经废止。', 'This item was repealed.'),
    );
    const planned = plan(work, corrected, notebookOf(sovereignty, science, crime));
    expect(planned.notes.map(({ outcome }) => outcome)).toEqual(['moved', 'kept', 'detached']);
    expect(planned.units).toMatchObject({ removed: 0 + planned.units.added });
    const after = applyChanges(notebookOf(sovereignty, science, crime), planned.changes);
    expect(after.revision).toBe(REVISION);
    expect(after.annotations[0]?.targets[0]?.selector[1].start).toBe(
      (sovereignty.targets[0]?.selector[1].start ?? 0) + 3,
    );
    // What stays is not written again, and what is lost keeps its description and is marked.
    expect(after.annotations[1]).toBe(science);
    expect(after.annotations[2]).toEqual(orphan(crime));
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
    const planned = plan(work, renumbered, notebook);
    expect(planned.units).toEqual({ changed: 0, added: 1, removed: 0 });
    expect(planned.notes.map(({ outcome }) => outcome)).toEqual(['moved']);
    const after = applyChanges(notebook, planned.changes);
    expect(after.annotations[0]?.scope).toEqual({ type: 'unit', unit: 'item-4' });
    expect(after.bin[0]?.annotation.targets[0]?.unit).toBe('item-4');
    expect(after.bin[0]?.deleted).toBe('2026-01-01T00:00:00Z');
    expect(after.progress).toEqual({ 'item-2': 'read', 'item-4': 'understood' });
    expect(applyChanges(after, invertChanges(notebook, planned.changes))).toEqual(notebook);
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
    const planned = plan(work, makeWork(first, second), notebookOf(detached));
    expect(planned.notes.map(({ outcome }) => outcome)).toEqual(['still-detached']);
  });

  const edit = fc.record({
    unit: fc.nat({ max: 2 }),
    at: fc.nat({ max: 30 }),
    cut: fc.nat({ max: 6 }),
    put: fc.constantFrom('', '新', '网络主权', '双方', ' and '),
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
      const planned = plan(work, corrected, notebook);
      for (const { revised, outcome } of planned.notes) {
        const isLost =
          revised.scope.type === 'unit'
            ? placeAnnotations(corrected, [revised]).orphans.length === 1
            : revised.targets.some((target) => matchTarget(corrected, target).type === 'orphan');
        expect(isLost).toBe(outcome === 'detached');
      }
      const after = applyChanges(notebook, planned.changes);
      expect(applyChanges(after, invertChanges(notebook, planned.changes))).toEqual(notebook);
    },
  );
});

describe('what a plan gives up', () => {
  const preamble = makeUnit(
    'item-0',
    '反对侵犯他国网络主权，共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。反对侵犯他国网络主权，',
  );
  const clause = makeUnit('item-1', '反对侵犯他国网络主权，');
  const before = { revision: OLD_REVISION, work: makeWork(preamble, clause, second, third) };
  // Only the old text tells that the preamble had the same words: they may be what is left of it.
  const rewritten = makeUnit('item-1', '反对尊重各国网络主权，反对侵犯他国网络主权的行为。侵');
  const after = { revision: REVISION, work: makeWork(rewritten, second, third) };
  const marked = annotate(clause, 'zh-Hans', '国网络');
  const both = annotate(second, 'en', 'science', { targets: [...marked.targets, ...science.targets] });
  const texts = new Map([before, after].map(({ revision, work: text }) => [revision, text]));
  const find = (revision: string) => texts.get(revision);

  function replace(current: TextRevision, next: TextRevision, notebook: Notebook): Notebook {
    return applyChanges(notebook, planRevision(current, next, notebook, find).changes);
  }

  function outcomes(current: TextRevision, next: TextRevision, notebook: Notebook): readonly string[] {
    return planRevision(current, next, notebook, find).notes.map(({ outcome }) => outcome);
  }

  test('is detached in the new text, although its words alone would be found there', () => {
    const target = marked.targets.slice(0, 1);
    expect(target.map((one) => matchTarget(after.work, one).type)).toEqual(['moved']);
    const replaced = replace(before, after, notebookOf(marked));
    expect(replaced.annotations).toEqual([orphan(marked)]);
    expect(placeAnnotations(after.work, replaced.annotations).orphans).toHaveLength(1);
    expect(outcomes(before, after, notebookOf(marked))).toEqual(['detached']);
  });

  test('leaves the other words of the note where they are', () => {
    const replaced = replace(before, after, notebookOf(both));
    const [placed] = placeAnnotations(after.work, replaced.annotations).placed;
    expect(placed?.placements.map(({ unit }) => unit)).toEqual(['item-2']);
    expect(placed?.orphanedTargets).toEqual(orphan(marked).targets);
  });

  test('is on its words again when the old text is put back', () => {
    const replaced = replace(before, after, notebookOf(marked, both));
    expect(outcomes(after, before, replaced)).toEqual(['moved', 'moved']);
    expect(replace(after, before, replaced).annotations).toEqual([marked, both]);
  });

  test('is followed from the text that had it into a third one', () => {
    const corrected = makeUnit('item-1', '（一）反对侵犯他国网络主权，');
    const later = { revision: LATER_REVISION, work: makeWork(corrected, second, third) };
    const replaced = replace(before, after, notebookOf(marked));
    expect(replace(after, later, replaced).annotations[0]?.targets).toEqual(
      annotate(corrected, 'zh-Hans', '国网络').targets,
    );
    // Where that text is gone, nothing can be said of the words.
    const blind = planRevision(after, later, replaced, () => undefined);
    expect(blind.notes).toMatchObject([{ revised: orphan(marked), outcome: 'still-detached' }]);
  });

  test('stays given up in a third text that has no more of it', () => {
    const shorter = { revision: LATER_REVISION, work: makeWork(rewritten, second) };
    const replaced = replace(before, after, notebookOf(marked));
    expect(planRevision(after, shorter, replaced, find).changes).toEqual([
      { type: 'revision-set', revision: LATER_REVISION },
    ]);
    expect(outcomes(after, shorter, replaced)).toEqual(['still-detached']);
  });

  test('in the bin is marked too', () => {
    const binned: Notebook = {
      ...EMPTY_NOTEBOOK,
      bin: [{ annotation: marked, deleted: '2026-01-01T00:00:00Z' }],
    };
    expect(replace(before, after, binned).bin[0]?.annotation).toEqual(orphan(marked));
  });
});

describe('a note on a clause', () => {
  const before = { revision: OLD_REVISION, work };
  const other = makeUnit('item-3', '双方保护儿童，不使其受到伤害。', 'Children are to be kept from harm.');
  const find = (revision: string) => (revision === OLD_REVISION ? work : undefined);

  function show(text: Work, annotations: readonly Annotation[]): readonly (string | undefined)[] {
    return placeAnnotations(text, annotations).placed.map(({ annotation: { scope } }) =>
      scope.type === 'unit' ? scope.unit : undefined,
    );
  }

  test('goes with its clause where the number was given to another', () => {
    const next = { revision: REVISION, work: makeWork(first, second, other, { ...third, id: 'item-4' }) };
    const planned = planRevision(before, next, notebookOf(onUnit), find);
    expect(planned.notes.map(({ outcome }) => outcome)).toEqual(['moved']);
    expect(
      show(
        next.work,
        planned.notes.map(({ revised }) => revised),
      ),
    ).toEqual(['item-4']);
  });

  test.each([
    ['another clause has the number', makeWork(first, second, other)],
    ['the number is gone', makeWork(first, second)],
  ])('is detached where its clause is gone: %s', (_what, text) => {
    const next = { revision: REVISION, work: text };
    const planned = planRevision(before, next, notebookOf(onUnit), find);
    expect(planned.notes).toEqual([{ annotation: onUnit, revised: orphan(onUnit), outcome: 'detached' }]);
    const replaced = applyChanges(notebookOf(onUnit), planned.changes);
    expect(show(text, replaced.annotations)).toEqual([]);
    const back = planRevision(next, before, replaced, find);
    expect(back.notes).toEqual([{ annotation: orphan(onUnit), revised: onUnit, outcome: 'moved' }]);
    const blind = planRevision(next, { ...before, revision: LATER_REVISION }, replaced, () => undefined);
    expect(blind.notes.map(({ outcome }) => outcome)).toEqual(['still-detached']);
  });
});
