import { describe, expect, test } from 'vitest';
import { createSearcher } from '../../../core/search/searcher.ts';
import { buildTextIndex, loadTextIndex } from '../../../core/search/text-index.ts';
import { makeNote, makeUnit, makeWork } from './make-work.ts';
import { marksIn, openSearch, unitsFound } from './search-work.ts';

const work = makeWork([
  makeUnit('关于信息网络空间发展的联合声明', 'JOINT STATEMENT ON INFORMATION SPACE DEVELOPMENT', {
    kind: 'title',
  }),
  makeUnit(
    '我们主张各国均有权平等参与互联网治理',
    "We develop every country's right; the Café of the Peoples",
  ),
  makeUnit('构建和平、安全、开放、合作的新秩序', 'a peaceful, secure, open and cooperative new order'),
  makeUnit('弗·弗·普京\n二○一六年六月二十五日', 'Vladimir Vladimirovich PUTIN, order of space'),
  makeUnit('加大ICT合作\uff0c向15个国家提供', 'inter-agency order; a new ICTs policy'),
]);
const search = openSearch(work);
const inTextOrder = (query: string): readonly string[] => unitsFound(search(query)).toSorted();

describe('a word', () => {
  test.each([
    ['a Chinese word in the middle of a sentence', '网络空间', ['u1']],
    ['a stretch of Chinese that is no word', '络空', ['u1']],
    ['a single character', '权', ['u2']],
    ['a character that stop lists drop', '的', ['u1', 'u3']],
    ['an English word in any case', 'Space', ['u1', 'u4']],
    ['an inflection of an English word', 'developing', ['u1', 'u2']],
    ['an English stop word', 'the', ['u2']],
    ['a word with its accent typed or not', 'cafe', ['u2']],
    ['a word without its possessive', 'countries', ['u2']],
    ['a word with its possessive', 'country’s', ['u2']],
    ['a Latin word between Chinese', 'ict', ['u5']],
    ['a full-width word', '\uff29\uff23\uff34', ['u5']],
    ['a compound by its parts', 'agency', ['u5']],
    ['a compound as a whole', 'inter-agency', ['u5']],
    ['a name with middle dots', '弗·弗·普京', ['u4']],
    ['a date with the zero a keyboard types', '二〇一六年', ['u4']],
    ['digits and Chinese together', '5个国家', ['u5']],
    ['Latin and Chinese together', 'ICT合作', ['u5']],
  ])('finds %s', (_what, query, expected) => {
    expect(inTextOrder(query)).toEqual(expected);
  });

  test.each([
    ['characters that stand apart', '信空'],
    ['characters that are parted by punctuation', '安全开放'],
    ['characters that are parted by a line break', '京二'],
    ['a part of an English word', 'develo'],
    ['part of a number', '1'],
  ])('does not find %s', (_what, query) => {
    expect(search(query)).toEqual([]);
  });

  test('is marked in every language it stands in, at its place in the original', () => {
    expect(marksIn(work, search('ict')[0])).toEqual(['zh-Hans: ICT', 'en: ICTs']);
    expect(marksIn(work, search('二〇一六')[0])).toEqual(['zh-Hans: 二○一六']);
  });
});

describe('several words', () => {
  test('must all stand in the unit, in whichever language', () => {
    expect(inTextOrder('order 新秩序')).toEqual(['u3']);
    expect(inTextOrder('new order')).toEqual(['u3', 'u5']);
    expect(search('新秩序 PUTIN')).toEqual([]);
  });

  test('overlapping in the text are marked as one stretch', () => {
    expect(marksIn(work, search('网络空 空间')[0])).toEqual(['zh-Hans: 网络空间']);
  });

  test('with a dash before one leave out the units that have it', () => {
    expect(inTextOrder('order -新秩序')).toEqual(['u4', 'u5']);
    expect(inTextOrder('-new order')).toEqual(['u4']);
    expect(inTextOrder('order -"new order"')).toEqual(['u4', 'u5']);
  });
});

describe('a phrase', () => {
  test.each([
    ['finds words that follow each other', '"new order"', ['u3']],
    ['passes over punctuation in the text', '"inter agency order"', ['u5']],
    ['passes over punctuation in the query', '“和平\uff0c安全”', ['u3']],
    ['finds Chinese character for character', '「新秩序」', ['u3']],
    ['mixes scripts', '"ICT合作"', ['u5']],
    ['takes words as they are, not their inflections', '"the people"', []],
    ['does not find the words in another order', '"order new"', []],
    ['does not find parts of words', '"ew order"', []],
  ])('%s', (_what, query, expected) => {
    expect(inTextOrder(query)).toEqual(expected);
  });

  test('is marked as a whole', () => {
    expect(marksIn(work, search('"open and cooperative"')[0])).toEqual(['en: open and cooperative']);
  });
});

describe('a prefix', () => {
  test.each([
    ['finds every word that begins so', 'p*', ['u2', 'u3', 'u4', 'u5']],
    ['goes by the words, not by their stems', 'developm*', ['u1']],
    ['finds the word itself', 'order*', ['u3', 'u4', 'u5']],
    ['finds Chinese wherever it stands', '网络*', ['u1']],
    ['belongs to the last part of a compound', 'inter-ag*', ['u5']],
  ])('%s', (_what, query, expected) => {
    expect(inTextOrder(query)).toEqual(expected);
  });

  test('marks the whole word', () => {
    expect(marksIn(work, search('developm*')[0])).toEqual(['en: DEVELOPMENT']);
  });
});

describe('a field', () => {
  test.each([
    ['zh:ict', ['zh-Hans: ICT']],
    ['zh\uff1aict', ['zh-Hans: ICT']],
    ['zh-hans:ict', ['zh-Hans: ICT']],
    ['en:ict', ['en: ICTs']],
    ['ict -en:国家', ['zh-Hans: ICT', 'en: ICTs']],
    ['ict -zh:国家', []],
    ['zh:order', []],
  ])('limits %s', (query, expected) => {
    expect(marksIn(work, search(query)[0])).toEqual(expected);
  });

  test('of a language the work does not have finds nothing', () => {
    const russian = openSearch(makeWork([makeUnit('网络')], ['zh-Hans']));
    expect(russian('en:网络')).toEqual([]);
  });
});

describe('notes and tags', () => {
  const notes = [
    makeNote('n1', 'u2', '核对\uff1a主权 is checked', ['重要', 'to discuss']),
    makeNote('n2', 'u3', 'compare with the order elsewhere'),
    makeNote('n3', 'u3', '', ['todo']),
    makeNote('n4', 'no-such-unit', 'order'),
  ];
  const searchAll = openSearch(work, notes);

  test.each([
    ['a note in Chinese', '主权', ['note: 主权']],
    ['a note by an inflection', 'checking', ['note: checked']],
    ['a note only in notes', 'note:主权', ['note: 主权']],
    ['a tag', 'tag:重要', ['tag: 重要']],
    ['one word of a tag', 'tag:discuss', ['tag: discuss']],
    ['a tag without naming the field', 'discuss', ['tag: discuss']],
    ['a tag of a highlight without a note', 'todo', ['tag: todo']],
    ['words in the text and in a note', '新秩序 compare', ['zh-Hans: 新秩序', 'note: compare']],
    ['words in two notes of a unit', 'compare todo', ['note: compare', 'tag: todo']],
    ['no tag where a note is asked for', 'note:重要', []],
    ['no text where a tag is asked for', 'tag:order', []],
  ])('give %s', (_what, query, expected) => {
    expect(marksIn(work, searchAll(query)[0], notes)).toEqual(expected);
  });

  test('exclude units too', () => {
    expect(unitsFound(searchAll('秩序 -note:compare'))).toEqual([]);
    expect(unitsFound(searchAll('秩序 -tag:重要'))).toEqual(['u3']);
  });

  test('are searched as they are now', () => {
    const searcher = createSearcher(work, loadTextIndex(buildTextIndex(work), work).index);
    expect(searcher.search('elsewhere').results).toEqual([]);
    searcher.setAnnotations(notes);
    expect(unitsFound(searcher.search('elsewhere').results)).toEqual(['u3']);
    searcher.setAnnotations([makeNote('n2', 'u4', 'now elsewhere')]);
    expect(unitsFound(searcher.search('elsewhere').results)).toEqual(['u4']);
    searcher.setAnnotations([]);
    expect(searcher.search('elsewhere').results).toEqual([]);
  });

  test('may stand in several units', () => {
    const [note] = notes;
    if (note === undefined) throw new Error('there are notes');
    const onTwo = {
      ...note,
      targets: [...note.targets, ...makeNote('x', 'u5', '').targets, ...note.targets],
    };
    expect(unitsFound(openSearch(work, [onTwo])('checked'))).toEqual(['u2', 'u5']);
  });
});

describe('the order of results', () => {
  const ranked = openSearch(
    makeWork([
      makeUnit('', 'the new space has an order'),
      makeUnit('', 'order order order order'),
      makeUnit('', 'a new order of this and that and of much else besides'),
      makeUnit('', 'New Order', { kind: 'title', id: 'title' }),
      makeUnit('', 'order', { id: 'same-1' }),
      makeUnit('', 'order', { id: 'same-2' }),
    ]),
  );

  test('puts the title first, then words as they were typed', () => {
    expect(unitsFound(ranked('new order'))).toEqual(['title', 'u3', 'u1']);
  });

  test('goes by weight otherwise: more often and in a shorter text is better', () => {
    expect(unitsFound(ranked('order'))).toEqual(['title', 'u2', 'same-1', 'same-2', 'u1', 'u3']);
  });

  test('keeps the order of the text where weights are equal', () => {
    const found = unitsFound(ranked('order'));
    expect(found.indexOf('same-1')).toBeLessThan(found.indexOf('same-2'));
  });

  test('is the order of the scores', () => {
    const scores = ranked('new order').map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

test('a query that cannot be read has its problems and no results', () => {
  const searcher = createSearcher(work, loadTextIndex('', work).index);
  expect(searcher.search('-order')).toEqual({
    results: [],
    total: 0,
    problems: [{ code: 'only-negations', span: { start: 0, end: 6 }, values: {} }],
  });
});

test('a whole page pasted into the search box is not looked up word by word', () => {
  const { index } = loadTextIndex('', work);
  let lookUps = 0;
  const counting: typeof index = {
    languages: index.languages,
    unitCount: index.unitCount,
    countUnits: index.countUnits,
    hasPairs: index.hasPairs,
    completeTerm: index.completeTerm,
    query: (query) => {
      lookUps += 1;
      return index.query(query);
    },
    prepare: (query) => {
      lookUps += 1;
      return index.prepare(query);
    },
  };
  const page = Array.from({ length: 1000 }, (_, position) => `word${position}`).join(' ');
  expect(createSearcher(work, counting).search(page).results).toEqual([]);
  expect(lookUps).toBe(work.editions.length);
});
