import { describe, expect, test } from 'vitest';
import { correctSentence, takeCorrectionBack } from '../../../../core/alignment/edit/correct-sentence.ts';
import { shownText, sideOf, type EditedText } from '../../../../core/alignment/edit/edited-row.ts';
import { findCommonEnds, splitSentence } from '../../../../core/alignment/edit/split-sentence.ts';
import { readRows } from '../../../../core/alignment/edit/read-rows.ts';
import { makeUnit, makeWork } from '../../annotation/sample.ts';
import { at, rowsAfter, segmentsOf } from './sample.ts';

const PLACE = at(0, 'en', 0);

function textWith(english: string): EditedText {
  return readRows(makeWork(makeUnit('item-1', '甲。', english)));
}

function sentencesOf(text: EditedText) {
  const [row] = text.rows;
  return row === undefined ? [] : sideOf(row, 'en');
}

function corrected(english: string, words: string): EditedText {
  const text = textWith(english);
  return { ...text, rows: rowsAfter(text, correctSentence(text, PLACE, words)) };
}

describe('a sentence that is split at the caret', () => {
  test('keeps the white space between its parts, and every letter', () => {
    const text = textWith('Peace is agreed;  the Parties meet.');
    const rows = rowsAfter(text, splitSentence(text, PLACE, 16));
    expect(sentencesOf({ ...text, rows }).map(shownText)).toEqual(['Peace is agreed;', 'the Parties meet.']);
    expect(segmentsOf(rows, 'en')).toEqual(['Peace is agreed;  the Parties meet.']);
  });

  test.each([0, 1, 4])('is not split at %i where one part would be blank', (caret) => {
    const text = textWith(' abc');
    expect(splitSentence(text, PLACE, caret)).toEqual({ type: 'refused', refusal: 'nothing-to-split' });
  });

  test.each([
    {
      name: 'before the correction',
      caret: 4,
      sources: ['One', 'two teh end'],
      shown: ['One', 'two the end'],
    },
    {
      name: 'behind the correction',
      caret: 12,
      sources: ['One two teh', 'end'],
      shown: ['One two the', 'end'],
    },
    {
      name: 'inside the correction',
      caret: 10,
      sources: ['One two teh', ' end'],
      shown: ['One two th', 'e end'],
    },
  ])('keeps all words of the source when it is split $name', ({ caret, sources, shown }) => {
    const text = corrected('One two teh end', 'One two the end');
    const rows = rowsAfter(text, splitSentence(text, PLACE, caret));
    const sentences = sentencesOf({ ...text, rows });
    expect(sentences.map(shownText)).toEqual(shown);
    expect(sentences.map(({ text: source }) => source)).toEqual(sources);
    expect(segmentsOf(rows, 'en')).toEqual(['One two the end']);
  });
});

describe('a correction', () => {
  test('lies over the words of the source, which stay', () => {
    expect(sentencesOf(corrected('Teh end.', 'The end.'))).toMatchObject([
      { text: 'Teh end.', correction: 'The end.' },
    ]);
  });

  test('is taken back to the letter', () => {
    const text = corrected('Teh end.', 'The end.');
    expect(rowsAfter(text, takeCorrectionBack(text, PLACE))).toEqual(textWith('Teh end.').rows);
  });

  test('that writes the source again is none', () => {
    const text = corrected('Teh end.', 'The end.');
    expect(rowsAfter(text, correctSentence(text, PLACE, 'Teh end.'))).toEqual(textWith('Teh end.').rows);
  });

  test.each(['', '  \n'])('cannot be blank: %j', (words) => {
    expect(correctSentence(textWith('End.'), PLACE, words)).toEqual({ type: 'refused', refusal: 'blank' });
  });

  test('leaves the review of its row as it was', () => {
    expect(corrected('Teh end.', 'The end.').rows).toMatchObject([{ status: 'open' }]);
  });
});

test.each([
  ['abcde', 'abXde', { prefix: 2, suffix: 2 }],
  ['aa', 'aaa', { prefix: 2, suffix: 0 }],
  ['', 'a', { prefix: 0, suffix: 0 }],
  ['same', 'same', { prefix: 4, suffix: 0 }],
])('the common ends of %j and %j do not overlap', (one, other, ends) => {
  expect(findCommonEnds(one, other)).toEqual(ends);
});
