import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Annotation, AnnotationScope } from '../../../core/annotation/annotation.ts';
import { compareByPlace, placeAnnotations } from '../../../core/annotation/place-annotations.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const first = makeUnit(
  'item-1',
  '共同倡导推动尊重各国网络主权',
  'Jointly advocate respect to every country’s sovereignty',
);
const second = makeUnit('item-2', '尊重各国文化传统', 'respect to every country’s cultural traditions');
const work = makeWork(first, second);

describe('placeAnnotations', () => {
  test('gives an annotation on two languages both of its places, the earlier in the text first', () => {
    const note = annotate(first, 'en', 'Jointly');
    const counterpart = annotate(first, 'zh-Hans', '推动').targets;
    const both = { ...note, targets: [...counterpart, ...note.targets] };
    const { placed, byId, orphans } = placeAnnotations(work, [both]);
    expect(placed).toEqual([
      {
        annotation: both,
        placements: [
          { unit: 'item-1', language: 'en', span: { start: 0, end: 7 }, place: 0 },
          { unit: 'item-1', language: 'zh-Hans', span: { start: 4, end: 6 }, place: 4 / 14 },
        ],
        orphanedTargets: [],
        place: 0,
      },
    ]);
    expect(byId.get(both.id)).toBe(placed[0]);
    expect(orphans).toEqual([]);
  });

  test('lists per unit every annotation once, by its place in that unit', () => {
    const late = annotate(first, 'zh-Hans', '网络主权');
    const early = annotate(first, 'en', 'advocate');
    const across = annotate(second, 'zh-Hans', '文化传统');
    const spanning = {
      ...across,
      targets: [...across.targets, ...annotate(first, 'zh-Hans', '共同').targets],
    };
    const { byUnit, placed } = placeAnnotations(work, [late, spanning, early]);
    const idsIn = (unit: string) => byUnit.get(unit)?.map(({ annotation }) => annotation.id);
    expect(idsIn('item-1')).toEqual([spanning.id, early.id, late.id]);
    expect(idsIn('item-2')).toEqual([spanning.id]);
    expect(placed.map(({ annotation }) => annotation.id)).toEqual([spanning.id, early.id, late.id]);
  });

  test('orders annotations on the same words by age, then those on fewer words first', () => {
    const long = annotate(second, 'zh-Hans', '尊重各国');
    const short = annotate(second, 'zh-Hans', '尊重');
    const again = annotate(second, 'zh-Hans', '尊重');
    const { placed } = placeAnnotations(work, [again, long, short]);
    expect(placed.map(({ annotation }) => annotation.id)).toEqual([short.id, again.id, long.id]);
  });

  test('keeps a target whose words are gone beside one that is placed', () => {
    const note = annotate(first, 'zh-Hans', '网络主权');
    const gone = annotate(makeUnit('item-1', '网络空间秩序'), 'zh-Hans', '秩序').targets;
    const { placed, orphans } = placeAnnotations(work, [{ ...note, targets: [...note.targets, ...gone] }]);
    expect(placed[0]?.orphanedTargets).toEqual(gone);
    expect(placed[0]?.placements).toHaveLength(1);
    expect(orphans).toEqual([]);
  });

  test('sets annotations apart whose unit is gone or whose words are, oldest first', () => {
    const lostUnit = annotate(makeUnit('item-9', '其他条款'), 'zh-Hans', '条款');
    const lostWords = annotate(makeUnit('item-1', '旧的措辞'), 'zh-Hans', '措辞');
    const { orphans, placed, byUnit } = placeAnnotations(work, [lostWords, lostUnit]);
    expect(orphans.map(({ annotation }) => annotation.id)).toEqual([lostUnit.id, lostWords.id]);
    expect(placed).toEqual([]);
    expect(byUnit.size).toBe(0);
  });

  test('puts annotations without a place after all others', () => {
    const orphan = annotate(makeUnit('gone', '甲'), 'zh-Hans', '甲');
    const placed = annotate(second, 'zh-Hans', '传统');
    const { byId } = placeAnnotations(work, [orphan, placed]);
    expect([...byId.values()].sort(compareByPlace).map(({ annotation }) => annotation.id)).toEqual([
      placed.id,
      orphan.id,
    ]);
  });

  test('keeps the objects of annotations and units that did not change', () => {
    const note = annotate(first, 'zh-Hans', '网络主权');
    const other = annotate(second, 'zh-Hans', '传统');
    const before = placeAnnotations(work, [note, other]);
    const edited = { ...note, body: 'sovereignty, not security' };
    const after = placeAnnotations(work, [edited, other], before);
    expect(after.byId.get(other.id)).toBe(before.byId.get(other.id));
    expect(after.byUnit.get('item-2')).toBe(before.byUnit.get('item-2'));
    expect(after.byId.get(note.id)).toEqual({ ...before.byId.get(note.id), annotation: edited });
    expect(after.byUnit.get('item-1')).not.toBe(before.byUnit.get('item-1'));
  });

  test('places anew an annotation that was given other targets', () => {
    const note = annotate(first, 'zh-Hans', '网络主权');
    const before = placeAnnotations(work, [note]);
    const widened = { ...note, targets: [...note.targets, ...annotate(first, 'en', 'sovereignty').targets] };
    expect(placeAnnotations(work, [widened], before).byId.get(note.id)?.placements).toHaveLength(2);
  });

  test('places everything anew in another version of the work', () => {
    const note = annotate(first, 'zh-Hans', '网络主权');
    const before = placeAnnotations(work, [note]);
    const corrected = makeWork(makeUnit('item-1', '双方共同倡导推动尊重各国网络主权'), second);
    expect(placeAnnotations(corrected, [note], before).byId.get(note.id)?.placements).toMatchObject([
      { span: { start: 12, end: 16 } },
    ]);
  });

  test('no longer lists an annotation that was deleted', () => {
    const note = annotate(first, 'zh-Hans', '网络主权');
    const after = placeAnnotations(work, [], placeAnnotations(work, [note]));
    expect([after.byId.size, after.byUnit.size, after.placed.length]).toEqual([0, 0, 0]);
  });

  test('puts what is on the work first, then what is on a unit before the words of the unit', () => {
    const words = annotate(first, 'zh-Hans', '共同');
    const onUnit = annotateFreely({ type: 'unit', unit: 'item-1' });
    const onSecond = annotateFreely({ type: 'unit', unit: 'item-2' });
    const onWork = annotateFreely({ type: 'work' });
    const placements = placeAnnotations(work, [words, onSecond, onUnit, onWork]);
    expect(placements.placed.map(({ annotation }) => annotation.id)).toEqual([
      onWork.id,
      onUnit.id,
      words.id,
      onSecond.id,
    ]);
    expect(placements.onWork.map(({ annotation }) => annotation)).toEqual([onWork]);
    expect(placements.byUnit.get('item-1')?.map(({ annotation }) => annotation)).toEqual([onUnit, words]);
    expect(placements.orphans).toEqual([]);
  });

  test('sets apart what is on a unit that is gone', () => {
    const lost = annotateFreely({ type: 'unit', unit: 'item-9' });
    const { orphans, placed, byUnit } = placeAnnotations(work, [lost]);
    expect(orphans.map(({ annotation }) => annotation)).toEqual([lost]);
    expect([placed.length, byUnit.size]).toEqual([0, 0]);
  });

  test('places what was taken from its words on its unit', () => {
    const note = annotate(first, 'zh-Hans', '共同');
    const free: Annotation = { ...note, scope: { type: 'unit', unit: 'item-2' }, targets: [] };
    const after = placeAnnotations(work, [free], placeAnnotations(work, [note]));
    expect([...after.byUnit.keys()]).toEqual(['item-2']);
    expect(after.placed[0]?.place).toBe(1);
  });

  const kept = Array.from({ length: 12 }, (_, index) =>
    index % 4 === 0
      ? annotateFreely({ type: 'unit', unit: index % 8 === 0 ? 'item-1' : 'item-2' })
      : annotate(index % 3 === 0 ? second : first, 'zh-Hans', index % 3 === 0 ? '文化' : '推动'),
  );

  const everywhere = [
    ...kept,
    annotateFreely({ type: 'work' }),
    annotateFreely({ type: 'unit', unit: 'item-9' }),
    {
      ...annotate(first, 'zh-Hans', '推动'),
      targets: annotate(makeUnit('item-1', '早已删去'), 'zh-Hans', '删去').targets,
    },
  ];
  const anyEdits = fc.array(fc.record({ at: fc.nat(everywhere.length - 1), body: fc.string() }), {
    maxLength: 4,
  });

  propertyTest.prop([fc.array(anyEdits, { maxLength: 3 })])(
    'gives the same after notes were written on as from the beginning, and new objects for those alone',
    (turns) => {
      let annotations: readonly Annotation[] = everywhere;
      let placed = placeAnnotations(work, annotations);
      for (const edits of turns) {
        const before = placed;
        const edited = new Map(edits.map(({ at, body }) => [everywhere[at]?.id, body]));
        annotations = annotations
          .map((one) => ({ one, body: edited.get(one.id) }))
          .map(({ one, body }) => (body === undefined ? one : { ...one, body }));
        placed = placeAnnotations(work, annotations, before);
        expect(placed).toEqual(placeAnnotations(work, annotations));
        for (const [id, one] of placed.byId) expect(one === before.byId.get(id)).toBe(!edited.has(id));
      }
    },
  );

  propertyTest.prop([fc.subarray(kept), fc.subarray(kept), fc.subarray(kept)])(
    'gives the same after changes as from the beginning',
    (before, after, edited) => {
      const now = after.map((note) => (edited.includes(note) ? { ...note, body: 'edited' } : note));
      const changed = placeAnnotations(work, now, placeAnnotations(work, before));
      const fresh = placeAnnotations(work, now);
      expect(changed.placed).toEqual(fresh.placed);
      expect(changed.orphans).toEqual(fresh.orphans);
      expect(changed.onWork).toEqual(fresh.onWork);
      expect(Object.fromEntries(changed.byUnit)).toEqual(Object.fromEntries(fresh.byUnit));
      expect([...changed.byId]).toEqual([...fresh.byId]);
    },
  );
});

function annotateFreely(scope: AnnotationScope): Annotation {
  return annotate(first, 'zh-Hans', '共同', { kind: 'note', scope, targets: [] });
}
