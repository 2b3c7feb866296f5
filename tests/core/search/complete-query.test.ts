import { describe, expect, test } from 'vitest';
import { completeQuery, type CompletionSources } from '../../../core/search/complete-query.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['ict'],
  en: ['sovereignty', 'sovereign', 'social', 'kindness', 'international', 'internet'],
};

const sources: CompletionSources = {
  languages: ['zh-Hans', 'en'],
  colors: { red: 'Key term' },
  tags: ['译法', 'to check', 'Term', '译法'],
  completeTerm: (language, prefix, limit) =>
    (WORDS[language] ?? []).filter((word) => word.startsWith(prefix)).slice(0, limit),
};

/** What is offered where the sign ¦ stands, as the query would then read. */
function offered(marked: string, isAsked = false): readonly string[] {
  const caret = marked.indexOf('¦');
  const query = marked.replace('¦', '');
  const { span, items } = completeQuery(query, caret, isAsked, sources);
  return items.map(({ text }) => query.slice(0, span.start) + text + query.slice(span.end));
}

describe('what could stand at the caret', () => {
  test.each([
    ['the longer words of the text', 'sover¦', ['sovereignty', 'sovereign']],
    ['words in any case', 'SOVER¦', ['sovereignty', 'sovereign']],
    ['fields, then words', 'kin¦', ['kind:', 'kindness']],
    ['a word behind others', '网络 inter¦', ['网络 international', '网络 internet']],
    ['a word in brackets', '(inter¦', ['(international', '(internet']],
    ['a word that is left out', '网络 -inter¦', ['网络 -international', '网络 -internet']],
    ['a word of a phrase', '"inter¦', ['"international', '"internet']],
    ['a further word of a phrase', '"new inter¦', ['"new international', '"new internet']],
    ['words of the field’s language only', 'zh:ic¦', ['zh:ict']],
    ['no words of another language', 'zh:sov¦', []],
    [
      'words of any language behind linked:',
      'linked:主权→sover¦',
      ['linked:主权→sovereignty', 'linked:主权→sovereign'],
    ],
    ['operators by their capitals', 'a N¦', ['a NOT ', 'a NEAR/5 ', 'a note:']],
    [
      'kinds of clauses',
      'kind:¦',
      ['title', 'paragraph', 'item', 'heading', 'signature', 'dateline', 'footnote'].map(
        (kind) => `kind:${kind}`,
      ),
    ],
    ['a kind that has been begun', 'kind:h¦', ['kind:heading']],
    ['a kind behind a full-width colon', 'kind\uff1ah¦', ['kind\uff1aheading']],
    ['what there is to have', 'has:¦', ['has:note']],
    ['tags, each once', 'tag:¦', ['tag:Term', 'tag:"to check"', 'tag:译法']],
    ['a tag in quotes', 'tag:"to¦', ['tag:"to check"']],
    ['colours by the reader’s names', 'colour:k¦', ['colour:"Key term"']],
    ['nothing behind a whole value', 'kind:item¦', []],
    ['nothing for Chinese, which is found as it is', '主¦', []],
    ['nothing for a single letter but fields', 's¦', []],
    ['nothing inside a word', 'so¦ver', []],
    ['nothing unasked where nothing is begun', '主权 ¦', []],
  ])('%s', (_what, marked, expected) => {
    expect(offered(marked)).toEqual(expected);
  });

  test('everything that can begin, when asked', () => {
    expect(offered('主权 ¦', true)).toEqual(
      [
        'AND ',
        'OR ',
        'NOT ',
        'NEAR/5 ',
        'zh:',
        'en:',
        'note:',
        'tag:',
        'colour:',
        'unit:',
        'kind:',
        'has:',
        'linked:',
        'work:',
      ].map((text) => `主权 ${text}`),
    );
  });

  test('says where nothing else makes sense', () => {
    expect(completeQuery('kind:', 5, false, sources).isClosedList).toBe(true);
    expect(completeQuery('kin', 3, false, sources).isClosedList).toBe(false);
  });
});
