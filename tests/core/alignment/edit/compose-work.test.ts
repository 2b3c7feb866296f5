import fs from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { composeWork } from '../../../../core/alignment/edit/compose-work.ts';
import { correctSentence } from '../../../../core/alignment/edit/correct-sentence.ts';
import type { EditOperation } from '../../../../core/alignment/edit/edit-outcome.ts';
import { joinWithNext, joinWithPrevious } from '../../../../core/alignment/edit/join-rows.ts';
import { swapWithNext } from '../../../../core/alignment/edit/move-sentences.ts';
import { readRows } from '../../../../core/alignment/edit/read-rows.ts';
import { splitRow } from '../../../../core/alignment/edit/split-row.ts';
import { spanText } from '../../../../core/text/text-span.ts';
import { parseWork, serializeWork } from '../../../../core/text/work-file.ts';
import { segmentText, type Link, type Work } from '../../../../core/text/work.ts';
import { makeUnit, makeWork } from '../../annotation/sample.ts';
import { at, rowsAfter } from './sample.ts';

const statement = parseWork(
  JSON.parse(fs.readFileSync('resources/library/joint-statement-2016/work.json', 'utf8')),
);

/** A link between the words of two languages, each at its first place. */
function linkOf(work: Work, id: string, chinese: string, english: string): Link {
  const unit = work.units.find((each) => each.id === id);
  const spanOf = (language: string, words: string) => {
    const start = unit === undefined ? -1 : segmentText(unit, language).indexOf(words);
    return [{ start, end: start + words.length }];
  };
  return { unit: id, spans: { 'zh-Hans': spanOf('zh-Hans', chinese), en: spanOf('en', english) } };
}

/** The words that the links of a work join. */
function linkedWords({
  units,
  links,
}: Work): readonly (readonly [unit: string, ...words: readonly string[]])[] {
  return links.map(({ unit: id, spans }) => {
    const unit = units.find((each) => each.id === id);
    const wordsIn = (language: string): string =>
      (spans[language] ?? [])
        .map((span) => (unit === undefined ? '' : spanText(segmentText(unit, language), span)))
        .join('…');
    return [id, wordsIn('zh-Hans'), wordsIn('en')];
  });
}

function edited(work: Work, operation: EditOperation, place: ReturnType<typeof at>): Work {
  const text = readRows(work);
  return composeWork(work, rowsAfter(text, operation(text, place)));
}

describe('a work that nothing was done to', () => {
  test('is the same to the letter: the joint statement', () => {
    expect(composeWork(statement, readRows(statement).rows)).toEqual(statement);
  });

  const segment = fc
    .array(fc.constantFrom('甲乙', 'One', 'two.', '。', '！', ' ', '\n', '“', '”', '1. '), { maxLength: 12 })
    .map((parts) => parts.join(''))
    .filter((text) => text === '' || text.trim() !== '');

  property.prop([fc.array(fc.tuple(segment, segment), { minLength: 1, maxLength: 4 })])(
    'is the same to the letter, whatever the segments',
    (segments) => {
      const work = makeWork(
        ...segments.map(([chinese, english], index) => makeUnit(`item-${index}`, chinese, english)),
      );
      expect(composeWork(work, readRows(work).rows)).toEqual(work);
    },
  );
});

describe('what is said about words', () => {
  const units = makeWork(
    makeUnit('item-1', '双方谈判。双方签署。', 'The Parties talk. The Parties sign.'),
    makeUnit('item-2', '结束。', 'The end.'),
  );
  const work = {
    ...units,
    links: [
      linkOf(units, 'item-1', '签署', 'sign'),
      linkOf(units, 'item-1', '谈判', 'talk'),
      linkOf(units, 'item-2', '结束', 'end'),
    ],
  };

  test('goes with its words into a row that is split off', () => {
    expect(linkedWords(edited(work, splitRow, at(0, 'zh-Hans', 1)))).toEqual([
      ['item-1-2', '签署', 'sign'],
      ['item-1', '谈判', 'talk'],
      ['item-2', '结束', 'end'],
    ]);
  });

  test('goes with its words into a joined row, behind the white space the language wants', () => {
    const joined = edited(work, joinWithNext, at(0, 'en', 0));
    expect(joined.units[0]?.segments).toEqual({
      'zh-Hans': '双方谈判。双方签署。结束。',
      en: 'The Parties talk. The Parties sign. The end.',
    });
    expect(linkedWords(joined)).toEqual([
      ['item-1', '签署', 'sign'],
      ['item-1', '谈判', 'talk'],
      ['item-1', '结束', 'end'],
    ]);
  });

  test('goes with its words over a swap', () => {
    const swapped = edited(work, swapWithNext, at(0, 'en', 0));
    expect(swapped.units[0]?.segments['en']).toBe('The Parties sign. The Parties talk.');
    expect(linkedWords(swapped).slice(0, 2)).toEqual([
      ['item-1', '签署', 'sign'],
      ['item-1', '谈判', 'talk'],
    ]);
  });

  test('stays where a correction leaves its words, and goes where it does not', () => {
    const correct: EditOperation = (text, place) => correctSentence(text, place, 'Both Parties talk.');
    expect(linkedWords(edited(work, correct, at(0, 'en', 0)))).toEqual([
      ['item-1', '签署', 'sign'],
      ['item-1', '谈判', 'talk'],
      ['item-2', '结束', 'end'],
    ]);
    const rewrite: EditOperation = (text, place) => correctSentence(text, place, 'Negotiations.');
    expect(linkedWords(edited(work, rewrite, at(0, 'en', 0)))).toEqual([
      ['item-1', '签署', 'sign'],
      ['item-2', '结束', 'end'],
    ]);
  });

  test('goes where its words are in two units now', () => {
    const whole = { ...units, links: [linkOf(units, 'item-1', '谈判。双方', 'talk')] };
    expect(edited(whole, splitRow, at(0, 'zh-Hans', 1)).links).toEqual([]);
  });

  test('leads from the contents to the unit that has the words', () => {
    const outlined = {
      ...work,
      outline: [
        { titles: { en: 'Beginning' }, unit: 'item-1', children: [] },
        { titles: { en: 'End' }, unit: 'item-2', children: [] },
      ],
    };
    const split = edited(outlined, splitRow, at(0, 'zh-Hans', 1));
    expect(split.outline.map(({ unit }) => unit)).toEqual(['item-1', 'item-2']);
    const joined = edited(outlined, joinWithPrevious, at(1, 'en', 0));
    expect(joined.outline.map(({ titles }) => titles['en'])).toEqual(['Beginning']);
  });
});

test('any joint of the joint statement makes a work that can be read', () => {
  for (let row = 0; row + 1 < statement.units.length; row += 1) {
    const joined = edited(statement, joinWithNext, at(row, 'en', 0));
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(joined))))).toEqual(joined);
    // Nothing is lost by a joint: the words all still stand.
    expect(joined.links).toHaveLength(statement.links.length);
    expect(joined.remarks).toHaveLength(statement.remarks.length);
  }
});
