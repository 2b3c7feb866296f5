import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { AnnotationTarget } from '../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import { matchTarget, type TargetMatch } from '../../../core/annotation/match-target.ts';
import { makeUnit, makeWork } from './sample.ts';

const SOVEREIGNTY = '共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。';

/** Describes the `[marked]` words of a text. */
function describeMarked(marked: string): AnnotationTarget {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return describeTarget(makeUnit('u', marked.replace(/[[\]]/g, '')), 'zh-Hans', { start, end });
}

/** What became of the described words in a text: the text with the found ones marked, or 'orphan'. */
function findIn(text: string, target: AnnotationTarget): string {
  const match = matchTarget(makeWork(makeUnit('u', text)), target);
  return match.type === 'orphan' ? 'orphan' : mark(text, match);
}

function mark(text: string, { span }: Extract<TargetMatch, { span: unknown }>): string {
  return `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
}

describe('matchTarget on an unchanged text', () => {
  test('finds each of two equal phrases where it was described', () => {
    const unit = makeUnit('u', SOVEREIGNTY);
    for (const start of [10, 21]) {
      const span = { start, end: start + 4 };
      expect(matchTarget(makeWork(unit), describeTarget(unit, 'zh-Hans', span))).toEqual({
        type: 'exact',
        unit: 'u',
        language: 'zh-Hans',
        span,
      });
    }
  });

  const formulae = ['各国', '网络主权', '，', '双方应', 'the ', 'Parties ', 'shall ', '𠮷', 'a'];
  const repetitiveText = fc
    .array(fc.constantFrom(...formulae), { minLength: 1, maxLength: 40 })
    .map((parts) => parts.join(''));

  test.prop([fc.oneof(repetitiveText, fc.string({ unit: 'binary', minLength: 1 })), fc.nat(), fc.nat()], {
    numRuns: 2000,
  })('finds any span of any segment again, never another occurrence', (text, a, b) => {
    const unit = makeUnit('u', text);
    const start = a % text.length;
    const end = start + 1 + (b % (text.length - start));
    const target = describeTarget(unit, 'zh-Hans', { start, end });
    const [, position] = target.selector;
    const others = [makeUnit('before', text), unit, makeUnit('after', text)];
    expect(matchTarget(makeWork(...others), target)).toEqual({
      type: 'exact',
      unit: 'u',
      language: 'zh-Hans',
      span: { start: position.start, end: position.end },
    });
  });
});

describe('matchTarget on a text that changed', () => {
  test.each([
    [
      'words inserted far before',
      '甲乙丙丁[网络主权]，反对侵犯他国',
      '新增的话。甲乙丙丁[网络主权]，反对侵犯他国',
    ],
    ['a number put in front', '[共同倡导]推动尊重各国', '一、[共同倡导]推动尊重各国'],
    ['words appended', '反对侵犯他国[网络主权]', '反对侵犯他国[网络主权]的行为'],
    ['the context after replaced', '尊重各国[网络主权]，反对侵犯', '尊重各国[网络主权]并加强合作'],
    ['two units joined', '尊重各国[网络主权]，反对侵犯', '甲乙丙。尊重各国[网络主权]，反对侵犯。丁戊己'],
    ['one occurrence of two removed', '各国网络主权，他国[网络主权]的行为', '他国[网络主权]的行为'],
    [
      'typing errors mended on both sides',
      '尊重各国家的[网络主权]反对任何侵犯',
      '尊从各国家的[网络主权]反对任何破坏',
    ],
    ['a whole short segment extended', '[北京]', '于[北京]'],
  ])('follows the words: %s', (_case, before, after) => {
    expect(findIn(after.replace(/[[\]]/g, ''), describeMarked(before))).toBe(after);
  });

  test.each([
    [
      'removed, a look-alike stays',
      '尊重各国[网络主权]，反对侵犯他国网络主权的行为',
      '反对侵犯他国网络主权的行为',
    ],
    [
      'removed, a look-alike slides into the old place',
      '尊重各国[网络主权]，反对侵犯他国网络主权的行为',
      '尊重他国网络主权的行为',
    ],
    [
      'removed at the start, the formula stands later',
      '[双方应]加强合作。此后双方应加强交流',
      '此后双方应加强交流',
    ],
    ['reworded', '尊重各国[网络主权]，反对侵犯', '尊重各国网络安全，反对侵犯'],
    ['segment emptied', '尊重各国[网络主权]', ''],
    ['same words in another context', '尊重各国[网络主权]，反对侵犯', '维护国家安全与网络主权。双方同意'],
    ['nothing tells two apart', '各国[网络主权]，', '甲各国网络主权，乙各国网络主权，丙'],
  ])('detaches: %s', (_case, before, after) => {
    expect(findIn(after, describeMarked(before))).toBe('orphan');
  });

  test('leaves the old place when another sentence with the formula moved there', () => {
    const [first, second] = ['尊重各国主权并加强合作。', '尊重各国领土完整与合作。'];
    const target = describeMarked(`[双方应]${first}双方应${second}`);
    expect(findIn(`双方应${second}双方应${first}`, target)).toBe('orphan');
    const long = '此外，双方将就上述问题保持密切沟通，并在国际和地区事务中加强协调与配合。';
    expect(findIn(`双方应${second}双方应${first}${long}`, describeMarked(`[双方应]${first}${long}`))).toBe(
      `双方应${second}[双方应]${first}${long}`,
    );
  });

  test('detaches where the same formula may have been put before the words or after them', () => {
    const target = describeMarked('甲方同意，双方应[加强合作]，并定期磋商');
    expect(findIn('甲方同意，双方应加强合作。乙方也同意双方应加强合作', target)).toBe('orphan');
  });

  test('keeps apart words that the segment repeats, by all of it', () => {
    const sentence = '双方应在平等互利基础上加强交流。';
    const target = describeMarked(`${sentence}双方应在平等互利[基础]上加强交流。`);
    expect(findIn(`${sentence}双方应在加强交流。`, target)).toBe('orphan');
    expect(findIn(`此外，${sentence}双方应在平等互利基础上加强交流。`, target)).toBe(
      `此外，${sentence}双方应在平等互利[基础]上加强交流。`,
    );
  });
});

describe('matchTarget on words that were edited', () => {
  const before =
    '双方商定以下事项：[共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为]，并为此加强协作与对话。';

  test('takes them between all that stood around them', () => {
    const after =
      '双方商定以下事项：[共同倡导推动尊重各国网络主权，反对侵犯别国网络主权的行为]，并为此加强协作与对话。';
    const target = describeMarked(before);
    const text = after.replace(/[[\]]/g, '');
    expect(findIn(text, target)).toBe(after);
    expect(matchTarget(makeWork(makeUnit('u', text)), target).type).toBe('changed');
  });

  test.each([
    [
      'too much was edited',
      '双方商定以下事项：促进各国信息基础设施建设与互联互通的合作项目，并为此加强协作与对话。',
    ],
    [
      'the context changed too',
      '双方约定：共同倡导推动尊重各国网络主权，反对侵犯别国网络主权的行为，并为此加强协作与对话。',
    ],
    [
      'something as like stands elsewhere',
      '双方商定以下事项：共同倡导推动尊重各国网络主权，反对侵犯别国网络主权的行为，并为此加强协作与对话。共同倡导推动尊重各国网络主权，反对破坏他国网络主权的行为。',
    ],
  ])('detaches: %s', (_case, after) => {
    expect(findIn(after, describeMarked(before))).toBe('orphan');
  });

  test('detaches short words whatever stands around them', () => {
    const target = describeMarked('双方共同倡导推动尊重各国[网络主权]，反对侵犯他国利益的行为。');
    expect(findIn('双方共同倡导推动尊重各国网络安全，反对侵犯他国利益的行为。', target)).toBe('orphan');
  });
});

describe('matchTarget outside its unit and edition', () => {
  const target = describeMarked(SOVEREIGNTY.replace('网络主权', '[网络主权]'));

  test('never takes the same words in another unit', () => {
    expect(matchTarget(makeWork(makeUnit('v', SOVEREIGNTY)), target)).toEqual({ type: 'orphan' });
  });

  test('counts the same words in another unit as second best once the context has changed', () => {
    const described = describeMarked('双方应在平等基础上加强[合作]。此后定期磋商，并交换意见。');
    const edited = makeUnit('u', '双方应在平等基础上加强合作，并共同努力。');
    expect(matchTarget(makeWork(edited), described).type).toBe('exact');
    const elsewhere = makeUnit('v', '双方应在平等基础上加强合作。此后定期磋商，并交换意见。');
    expect(matchTarget(makeWork(edited, elsewhere), described)).toEqual({ type: 'orphan' });
  });

  test('never takes the same words in another edition', () => {
    expect(matchTarget(makeWork(makeUnit('u', '', SOVEREIGNTY)), target)).toEqual({ type: 'orphan' });
  });

  test('never takes words that were given up, even where they stand as before', () => {
    const work = makeWork(makeUnit('u', SOVEREIGNTY));
    expect(matchTarget(work, target).type).toBe('exact');
    expect(matchTarget(work, { ...target, orphanedFrom: 'a'.repeat(64) })).toEqual({ type: 'orphan' });
  });
});

describe('matchTarget after random edits', () => {
  const filler = fc.array(fc.constantFrom('各国', '双方应', '合作', '，', 'and '), { maxLength: 25 });

  test.prop([filler, filler, filler, fc.nat(), fc.nat(), fc.constantFrom('before', 'after')], {
    numRuns: 2000,
  })(
    'follows words that occur once, wherever a stretch on one side was replaced',
    (left, right, insertion, a, b, side) => {
      const [before, after] = [left.join(''), right.join('')];
      const target = describeMarked(`${before}[标记词]${after}`);
      const edited = side === 'before' ? before : after;
      const start = a % (edited.length + 1);
      const end = start + (b % (edited.length - start + 1));
      const changed = edited.slice(0, start) + insertion.join('') + edited.slice(end);
      const text = side === 'before' ? `${changed}标记词${after}` : `${before}标记词${changed}`;
      const match = matchTarget(makeWork(makeUnit('u', text)), target);
      const untouched = side === 'before' ? after : before;
      // Four code units of context that lead to the edge of the segment are enough; fewer may or may not be.
      if (untouched.length >= 4) expect(match.type).not.toBe('orphan');
      if (match.type !== 'orphan') expect(match.span.start).toBe(text.indexOf('标记词'));
    },
  );

  test.prop([filler, filler, filler], { numRuns: 1000 })(
    'never takes a formula that occurs elsewhere for one that was removed with its sentence',
    (left, middle, right) => {
      const look = '网络主权';
      const text = `${left.join('')}甲${look}乙${middle.join('')}丙${look}丁${right.join('')}`;
      const start = text.indexOf(look);
      const target = describeTarget(makeUnit('u', text), 'zh-Hans', { start, end: start + look.length });
      const without = text.slice(0, start - 1) + text.slice(start + look.length + 1);
      expect(findIn(without, target)).toBe('orphan');
    },
  );
});
