import { describe, expect, test } from 'vitest';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import { findCandidates } from '../../../core/annotation/find-candidates.ts';
import { segmentText, type Work } from '../../../core/text/work.ts';
import { makeUnit, makeWork } from './sample.ts';

const OLD = '双方共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。';
const target = describeTarget(makeUnit('item-2', OLD), 'zh-Hans', { start: 12, end: 16 });

/** The found words, each with its unit. */
function listFound(work: Work, asked = target): string[] {
  return findCandidates(work, asked).map(({ unit, language, span }) => {
    const found = work.units.find(({ id }) => id === unit);
    return `${unit}: ${found === undefined ? '' : segmentText(found, language).slice(span.start, span.end)}`;
  });
}

describe('findCandidates', () => {
  test('puts the words with more of their context first, wherever they stand', () => {
    const work = makeWork(
      makeUnit('item-1', '维护网络主权。'),
      makeUnit('item-2', '删去。'),
      makeUnit('item-3', '甲乙丙丁。推动尊重各国网络主权，反对侵犯他国利益。'),
    );
    expect(listFound(work)).toEqual(['item-3: 网络主权', 'item-1: 网络主权']);
  });

  test('offers places for words that were given up', () => {
    const work = makeWork(makeUnit('item-2', OLD));
    expect(listFound(work, { ...target, orphanedFrom: 'a'.repeat(64) })).toEqual(listFound(work));
  });

  test('puts the nearer of two equal places first', () => {
    const formula = '，网络主权。';
    const work = makeWork(
      makeUnit('far', formula),
      makeUnit('near', formula),
      makeUnit('item-2', ''),
      makeUnit('next', ''),
      makeUnit('last', formula),
    );
    expect(listFound(work)).toEqual(['near: 网络主权', 'far: 网络主权', 'last: 网络主权']);
  });

  test('offers five at most, and only of the same edition', () => {
    const work = makeWork(makeUnit('item-1', '网络主权、'.repeat(8), '网络主权'));
    expect(findCandidates(work, target)).toHaveLength(5);
    expect(findCandidates(work, target).every(({ language }) => language === 'zh-Hans')).toBe(true);
  });

  test('offers long words that were edited, short ones only if they are the same', () => {
    const text = 'respect for the sovereignty of every country in information space';
    const asked = describeTarget(makeUnit('u', '', text), 'en', { start: 0, end: text.length });
    const work = makeWork(
      makeUnit('v', '网络安全', 'Also respect for sovereignty of each country in information space.'),
    );
    expect(listFound(work, asked)).toEqual([
      'v: respect for sovereignty of each country in information space',
    ]);
    expect(listFound(work)).toEqual([]);
  });

  test('answers scores from best to worst between 0 and 1', () => {
    const scores = findCandidates(makeWork(makeUnit('item-2', OLD)), target).map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});
