import { describe, expect, test } from 'vitest';
import { isDoubtful } from './careful-reader.ts';
import type { AnchoringCase } from './generate-case.ts';
import { traceText, type TracedToken, type TracedUnit } from './traced-text.ts';

const NEIGHBOUR: TracedUnit = {
  id: 'item-2',
  tokens: traceText('反对侵犯他国网络主权，双方应在平等互利基础上加强交流。'),
};

/** A case with one clause, the last words of which are marked, and what an edit made of its words. */
function makeCase(
  start: string,
  marked: string,
  rewrite: (words: readonly TracedToken[], marked: readonly TracedToken[]) => readonly TracedToken[],
): AnchoringCase {
  const [words, last] = [traceText(start), traceText(marked)];
  const unit = { id: 'item-1', tokens: [...words, ...last] };
  const span = { start: start.length, end: start.length + marked.length };
  return {
    language: 'zh-Hans',
    before: [unit, NEIGHBOUR],
    after: [NEIGHBOUR, { id: 'item-1', tokens: rewrite(words, last) }],
    edits: ['replace'],
    target: { unit, from: words.length, to: unit.tokens.length, span },
  };
}

describe('a careful reader who has only the selectors', () => {
  test('may doubt the last words of a segment if all before them was replaced, as its first edge may be too', () => {
    const replaced = makeCase('达成以下共', '识：', (_words, marked) => [
      ...traceText('反对侵犯他国网络主权，'),
      ...marked,
    ]);
    expect(isDoubtful(replaced, 'selectors')).toBe(true);
    // Whoever has both texts sees that the clause was the only one that changed.
    expect(isDoubtful(replaced, 'both texts')).toBe(false);
  });

  test('does not doubt so many words that their edge and they outweigh the change before them', () => {
    const inserted = makeCase('双方达成', '以下共识：', (words, marked) => [
      ...words,
      ...traceText('反对侵犯他国网络主权，'),
      ...marked,
    ]);
    expect(isDoubtful(inserted, 'selectors')).toBe(false);
  });
});

describe('a careful reader of words that were run together', () => {
  /** A clause, and something typed before and in it, by which its words may be those typed in it. */
  function makeTyped(typed: string): AnchoringCase {
    const [first, words, marked, last] = ['Republic', ' of China ', 'XI Jinping', ' met'].map(traceText);
    if (first === undefined || words === undefined || marked === undefined || last === undefined)
      throw new Error('a text has tokens');
    const unit = { id: 'item-1', tokens: [...first, ...words, ...marked, ...last] };
    const added = traceText(' China XI Jinping met');
    const tokens = [...traceText(typed), ...first, ...added, ...words, ...marked, ...last];
    const start = 'Republic of China '.length;
    return {
      language: 'en',
      before: [unit, NEIGHBOUR],
      after: [{ id: 'item-1', tokens }, NEIGHBOUR],
      edits: ['insert-look-alike'],
      target: {
        unit,
        from: first.length + words.length,
        to: first.length + words.length + marked.length,
        span: { start, end: start + 'XI Jinping'.length },
      },
    };
  }

  test.each([
    ['apart', 'Republic, XI of ', true],
    ['as one', 'RepublicXI of ', true],
    ['in a longer word', 'Republicans of ', false],
  ])('sees them where they stand %s', (_how, typed, doubts) => {
    expect(isDoubtful(makeTyped(typed), 'both texts')).toBe(doubts);
  });
});
