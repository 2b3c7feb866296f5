import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import { reanchor } from '../../../core/annotation/reanchor.ts';
import type { Work } from '../../../core/text/work.ts';
import { runCases } from '../../bench/anchoring/run-cases.ts';
import { readSources } from '../../bench/anchoring/sources.ts';
import { annotate, makeUnit, makeWork } from './sample.ts';

const FIRST = '一、共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。';
const SECOND = '二、共同倡导推动尊重各国文化传统，反对通过信息网络空间干涉他国内政。';
const first = makeUnit('item-1', FIRST);
const second = makeUnit('item-2', SECOND);
const oldWork = makeWork(first, second);

/** What becomes of one annotation: the outcome, the unit and the place. */
function follow(annotation: Annotation, newWork: Work): readonly unknown[] {
  const [result] = reanchor(oldWork, newWork, [annotation]);
  const [target] = result?.reanchored.targets ?? [];
  return [result?.outcome, target?.unit, target?.selector[1].start];
}

describe('reanchor', () => {
  const note = annotate(second, 'zh-Hans', '文化传统');

  test('keeps what stands in a unit that did not change', () => {
    expect(follow(note, makeWork(makeUnit('item-1', '删。'), second))).toEqual(['kept', 'item-2', 12]);
  });

  test('follows words that an insertion has shifted, and describes them anew', () => {
    const newWork = makeWork(first, makeUnit('item-2', SECOND.replace('共同', '双方一致同意共同')));
    const [result] = reanchor(oldWork, newWork, [note]);
    expect(follow(note, newWork)).toEqual(['moved', 'item-2', 18]);
    expect(result?.reanchored.targets[0]?.selector[0].prefix).toContain('双方一致同意');
  });

  test('detaches words that were taken away while a look-alike stays', () => {
    const sovereignty = annotate(first, 'zh-Hans', '网络主权');
    const newWork = makeWork(makeUnit('item-1', '一、反对侵犯他国网络主权的行为。'), second);
    expect(follow(sovereignty, newWork)[0]).toBe('detached');
  });

  test('follows words into the other half of a unit that was split', () => {
    const at = SECOND.indexOf('反对');
    const tail = annotate(second, 'zh-Hans', '干涉');
    const split = makeWork(
      first,
      makeUnit('item-2', SECOND.slice(0, at)),
      makeUnit('item-3', SECOND.slice(at)),
    );
    expect(follow(tail, split)).toEqual(['moved', 'item-3', 10]);
  });

  test('follows words of a unit that was joined to another', () => {
    expect(follow(note, makeWork(makeUnit('item-1', FIRST + SECOND)))).toEqual([
      'moved',
      'item-1',
      FIRST.length + 12,
    ]);
  });

  test('follows a clause whose number was given to another', () => {
    const added = makeUnit('item-1', '双方重申对联合国宪章的承诺。');
    const newWork = makeWork(added, makeUnit('item-2', FIRST), makeUnit('item-3', SECOND));
    expect(follow(note, newWork)).toEqual(['moved', 'item-3', 12]);
  });

  test('follows words of a unit too large to be aligned', () => {
    const text = (start: string): string =>
      start + Array.from({ length: 3000 }, (_, index) => `第${index}款。`).join('');
    const [before, after] = [makeUnit('item-9', text('')), makeUnit('item-9', text('增补。'))];
    const [result] = reanchor(makeWork(before), makeWork(after), [annotate(before, 'zh-Hans', '第2700款')]);
    expect([result?.outcome, result?.reanchored.targets[0]?.selector[1].start]).toEqual([
      'moved',
      text('增补。').indexOf('第2700款'),
    ]);
  });

  test('keeps a note on the work, and one on a unit as long as the unit is there', () => {
    const onWork: Annotation = { ...note, scope: { type: 'work' }, targets: [] };
    const onUnit: Annotation = { ...note, scope: { type: 'unit', unit: 'item-2' }, targets: [] };
    const outcomes = (newWork: Work) =>
      reanchor(oldWork, newWork, [onWork, onUnit]).map(({ outcome }) => outcome);
    expect(outcomes(makeWork(second))).toEqual(['kept', 'kept']);
    expect(outcomes(makeWork(makeUnit('item-9', '别的。')))).toEqual(['kept', 'detached']);
  });
});

/** Where the `[marked]` words of one of the old units stand in the new ones: marked, or 'detached'. */
function followMarked(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string {
  const units = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([id, text]) => makeUnit(id, text.replace(/[[\]]/g, '')));
  const old = units(before);
  const [id = '', marked = ''] = Object.entries(before).find(([, text]) => text.includes('[')) ?? [];
  const unit = old.find((one) => one.id === id) ?? makeUnit(id, '');
  const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  const note = {
    ...annotate(unit, 'zh-Hans', marked.slice(span.start + 1, span.end + 1)),
    targets: [describeTarget(unit, 'zh-Hans', span)],
  };
  const [result] = reanchor(makeWork(...old), makeWork(...units(after)), [note]);
  const [target] = result?.reanchored.targets ?? [];
  if (target === undefined || result?.outcome === 'detached') return 'detached';
  const text = after[target.unit] ?? '';
  const { start, end } = target.selector[1];
  return `${target.unit}: ${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

describe('reanchor where formulae repeat', () => {
  const FORMULA = '双方应在平等互利基础上加强合作。';

  test('detaches words whose number went to a look-alike while their clause was parted', () => {
    const before = {
      a: '尊重各国网络主权，反对[侵犯]他国网络主权的行为。',
      b: FORMULA,
      c: '尊重各国网络主权，',
    };
    const after = {
      a: '共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。',
      b: '尊重各国网络主权，反对侵犯',
      c: '他国网络主权的行为。',
      d: FORMULA,
      e: '尊重各国网络主权，',
    };
    expect(followMarked(before, after)).toBe('detached');
  });

  test('follows a clause that reads under another number as it did, not a longer one with its words', () => {
    const before = {
      a: '双方同意在平等互利基础上加强合作，双方应在平等互利基础上加强交流。',
      b: '尊重各国网络主权，反对侵犯他国网络主权的[行为]。',
      c: '尊重各国网络主权，',
      d: `弗·弗·普京${FORMULA}共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。`,
    };
    const after = {
      a: '双方应在平等互利基础上加强交流。',
      b: '弗·弗·普京双方应在平等互利基础上加强络主权的行为。合作。共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。',
      c: '双方同意在平等互利基础上加强合作，双方应在平等利基础上加强交流。',
      d: '尊重各国网络主权，反对侵犯他国网络主权的行为。',
      e: '尊重各国网络主权，',
    };
    expect(followMarked(before, after)).toBe('d: 尊重各国网络主权，反对侵犯他国网络主权的[行为]。');
  });

  test('follows words of a clause that was joined to one with the same words', () => {
    const before = {
      a: '尊重各国网络主权，反对侵犯他国网络主权的行为。尊重各国网络主权，加强科技合作，',
      b: '尊重各国[网络]主权，反对侵犯他国网络主权的行为。',
      c: FORMULA,
    };
    const joined = '尊重各国网络主权，反对侵犯他国网络主权的行为。尊重各国网络主权，加强科技合作，';
    const after = { b: `${joined}尊重各国网络主权，反对侵犯`, c: `${FORMULA}各国网` };
    expect(followMarked(before, after)).toBe(`b: ${joined}尊重各国[网络]主权，反对侵犯`);
  });

  test('follows words of a clause that was joined to another though new ones read as it did', () => {
    const other = '一、共同倡导推动互联网治理体系公正合理，支持各国平等参与；';
    const before = { a: other, b: '二、其他', c: '双方应在平等互利[基础上]加强合作。' };
    const joined = { x: FORMULA, y: FORMULA, b: '二、其他', c: other + FORMULA };
    expect(followMarked(before, joined)).toBe(`c: ${other}双方应在平等互利[基础上]加强合作。`);
    // Of a clause that was only written longer nobody can say so.
    const longer = { a: other, x: FORMULA, y: FORMULA, b: '二、其他', c: `尊重各国网络主权，${FORMULA}` };
    expect(followMarked(before, longer)).toBe('detached');
  });

  test('leaves the first half of a clause before the second, though it is more like another clause', () => {
    const before = {
      a: 'the Parties agree to [cooperate,] ',
      b: 'In the hope of enhancing mutual trust in information space between the two countries,',
      c: 'The Parties shall strengthen exchanges on the basis of equality. ',
    };
    const after = {
      x: 'the Parties agree The Parties shall strengthen cooperation on the basis',
      a: ' of equality. cooperate, ',
      c: `${before.b}The Parties shall and oppose acts, strengthen exchanges on the basis of equality. `,
    };
    expect(followMarked(before, after)).toBe('a:  of equality. [cooperate,] ');
  });

  test('takes no half of another clause for one that reads as it does', () => {
    const [agree, respect] = [
      'the Parties agree to cooperate, ',
      'respect for the sovereignty of every country, ',
    ];
    const before = { a: 'the Parties agree to cooperate[,] ', b: agree + respect + respect };
    const written = 'and oppose acts that infringe the sovereignty of other countries. ';
    const after = { a: agree + written, x: agree, b: respect + respect };
    expect(followMarked(before, after)).toBe(`a: the Parties agree to cooperate[,] ${written}`);
    // One that nothing was parted from may be it.
    expect(followMarked(before, { ...after, x: '', b: before.b, y: agree })).toBe('detached');
  });

  test('takes no half of another clause for one of which it has more words', () => {
    const acts = 'and oppose acts that infringe';
    const before = {
      a: `7. Advance cooperation in information security.${acts} the sovereignty of other countries. respect for the sovereignty, `,
      b: 'and oppose acts [that infringe] the sovereignty of other countries. ',
    };
    const written = 'The Parties shall strengthen exchanges on the basis of equality. ';
    const after = {
      x: `7. Advance cooperation in information security.${acts}${written} the sovereignty of other countries. respect for `,
      a: 'the sovereignty, ',
      b: `and${written} acts that infringe the sovereignty of other countries. `,
    };
    expect(followMarked(before, after)).toBe(
      `b: and${written} acts [that infringe] the sovereignty of other countries. `,
    );
  });

  test('follows words of a clause that was moved and parted, behind one that was joined to another', () => {
    const start = '尊重各国网络主权，反对侵犯他国网络主权的行为。我们忆及2015年5月';
    const rest = '两国签署的《中华人民共和国和俄罗斯联邦关于深化全面战略协作伙伴关系、倡导合';
    const first =
      '我们认为，在中俄全面战略协作伙伴关系的框架下，两国进一步开展信息网络空间协作，对维护中俄两国以及更广范围的国际利益十分必要。';
    const third =
      '反对侵犯他国网络主权，双方应在平等互利基础上加强交流。尊重各国网络主权，反对侵犯他国网络主权的行为。';
    const before = { a: first, b: `${start}${rest}[作共]赢的联合声明》，`, c: third, d: '达成以下共识：' };
    const after = { c: first + third, d: before.d, x: start, b: `${rest}作共赢的联合声明》，` };
    expect(followMarked(before, after)).toBe(`b: ${rest}[作共]赢的联合声明》，`);
  });

  test('follows words of a clause that was moved, with another joined behind it', () => {
    const [second, third, fourth] = [
      'The Parties shall strengthen cooperation on the basis of equality. We, the President of the People and the President of the Federation, realize that progress has changed the way of life. ',
      'Recognize that information space is currently faced with growing challenges; that all countries including both, sharing important common interests and based on mutual respect and trust,',
      'The Parties shall strengthen exchanges on the basis of equality. Uphold as always the principle of respecting national sovereignty; support the demands of maintaining its own [security and] development; ',
    ];
    const before = { b: second, c: third, d: fourth };
    const after = {
      d: fourth.replace(/[[\]]/gu, '') + second,
      c: third.replace('including both', 'and every country, '),
    };
    expect(followMarked(before, after)).toBe(`d: ${fourth}${second}`);
  });

  test('takes no clause for one with another’s number that has the words of both', () => {
    const first =
      '双方应在平等互利基础上加强交流。共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。';
    const before = { a: first, b: '双方同意在平等[互利]基础上加强合作，' };
    const written = '双方同意在平共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。等';
    const after = { x: first.slice(0, -6), a: first.slice(-6), b: `${written}互利基础上加强合作，` };
    expect(followMarked(before, after)).toBe(`b: ${written}[互利]基础上加强合作，`);

    const long =
      '一、支持各国维护自身安全和发展的合理诉求，倡导构建和平、安全、开放、合作的信息网络空间新秩序，';
    const rest = long.slice(14);
    expect(
      followMarked(
        { a: long, b: '双方应在平等[互]利基础上加强合作。' },
        { a: long.slice(0, 14), b: `${rest}双方应在平等互利基础合作。` },
      ),
    ).toBe(`b: ${rest}双方应在平等[互]利基础合作。`);
  });

  test('detaches words whose number went to a clause that reads as one before it did', () => {
    const [respect, oppose] = ['尊重各国网络主权，反对侵犯他国网络主权的行为。', '反对侵犯他国网络主权，'];
    const before = {
      a: respect,
      b: `尊重各国网络主[权，]反对侵犯他国网络主权的行为。${oppose}`,
      c: FORMULA,
    };
    const after = {
      a: '尊重各国网络主权，',
      b: respect,
      c: FORMULA,
      d: `尊重各国网络主尊重各反对侵犯他国网络主权的行为。${oppose}`,
    };
    expect(followMarked(before, after)).toBe('detached');
  });

  test('detaches words of a clause that moved away while a new one took its number', () => {
    const before = {
      a: `反对侵犯他国网络主权的行为。双方应在平等互利[基础上]加强交流。`,
      b: `一、${FORMULA}`,
    };
    const after = {
      a: '双方应在平等互利基础上加强交流。',
      b: `一、${FORMULA}`,
      c: '反对侵犯他国网络主权的行为。双方应在平等互',
    };
    expect(followMarked(before, after)).toBe('detached');
  });
});

// All of 3 × 10,000 are in `npm run bench:anchoring` (docs/decisions/0010-anchoring.md).
test('of 1,500 generated cases with look-alikes, none is on wrong words or detached where a careful reader would know', () => {
  const { byBothTexts, bySelectors, opened } = runCases(20_160_625, 1500, readSources());
  for (const tally of [byBothTexts, bySelectors])
    expect([tally.wrong, tally.orphansStanding]).toEqual([0, 0]);
  expect(byBothTexts.wrongLookAlike).toBeLessThanOrEqual(1);
  // What is given up stays so when the text is opened, and is on its words when the old text is put back.
  expect(opened).toMatchObject({ shownOtherwise: 0, notReturned: 0 });
  expect(opened.givenUpWrong).toBeGreaterThan(0);
  expect(byBothTexts.right).toBeGreaterThan(byBothTexts.orphans);
});
