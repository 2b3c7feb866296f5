import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../core/alignment/split-sentences.ts';
import { spanText } from '../../../core/text/text-span.ts';

/** Each case is the text with a bar where one sentence ends and the next begins. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  zh: [
    '一切进展顺利。|双方表示满意！|是吗？|当然。',
    '他问：“你是谁？”|没有人回答。',
    '“皮人是死的，有什么好玩？|我来跟你玩。”',
    '“好！”，他说，“走吧。”',
    '她说：「今天下雨。」|然后就走了。',
    '他说：『不行。』|「为什么？」|我问。',
    '他说：“我不知道。 ”|她点头。',
    '我……我不知道。|什么……什么都没有。',
    '“也许……”|他没有说下去。',
    '真的吗？！|真的！！！|好。',
    '国家主权；领土完整；互不侵犯。',
    '一、总则。|（一）双方同意合作。|1. 建立机制。|2.交换信息。',
    '第一条　本条约自签署之日起生效。|第二条　有效期五年。',
    '见附件（共三页。）|另见说明。',
    '价格是3.5元。|共有1,000.50元。',
    '他说："你好。"|然后说："再见。"',
    '双方签署了协议。[1]|此后情况改善。②|完。',
    '第一段。\n|第二段没有句号\n|第三段。',
    '请访问 www.example.org 查看。|谢谢',
    '他在U.S. Navy服役。|后来退伍了。',
  ],
  en: [
    'It rained. |We stayed in. |Did you? |Yes!',
    'Mr. Smith met Dr. Jones and Prof. Li. |They talked.',
    'See Art. 3 and No. 5, pp. 10 and Sec. 2. |It applies.',
    'The answer is no. |Art is long.',
    '"Why?" she asked. |"Because," he said.',
    "'You're hopeless!' he jeered. |'Go away!'",
    '"I don\'t know." |"Nor do I."',
    'So did I. |Then we left.',
    'J. R. R. Tolkien and the U.S. President met at 3 p.m. |They ate.',
    'It costs $3.50 or approx. 2.5 euros. |Fine.',
    'Apples, pears, etc. are fruit. |Also plums, etc. |Next.',
    "I... I've got it... |We left.",
    'Wait . . . what is it? |Nothing.',
    '1. The parties agree. |2. They act. |(a) At once. |IV. Done.',
    '1.1. Scope. |1.2. Terms.',
    'He left (at last!). |She stayed. |(It was late.) |Then dawn came.',
    'What?! |No!!! |Really...? |Yes.',
    'e.g. this, i.e. that vs. the other. |End.',
    'It was agreed.[12] |They signed.',
    'Heading without a stop\n|Text follows.',
    'Recognize that space is open; that it is shared; and that it matters.',
    'She works at Example Inc. |The firm is old.',
    'He lives in St. Petersburg. |She doesn’t.',
    '“It is late.” |“Is it?” he said.',
    'Version 2.0.1 of example.org/a.b is out. |Get it.',
  ],
  ru: [
    'Стороны договорились. |Они подписали документ.',
    'В 2016 г. Россия и Китай подписали заявление, т. е. документ. |Это важно.',
    'См. ст. 5 и п. 3, рис. 2. |Далее.',
    'Связь, торговля и т. д. |Стороны согласны.',
    'А. С. Пушкин родился в г. Москве. |Он поэт.',
    '«Кто там?» — спросил он. |«Я». |Тишина.',
    '1. Общие положения. |2. Порядок.',
  ],
};

describe('sentences end where a reader would say so', () => {
  for (const [language, cases] of Object.entries(CASES)) {
    test.each(cases)(`${language}: %s`, (marked) => {
      const text = marked.replaceAll('|', '');
      const expected = marked.split('|').map((sentence) => sentence.trim());
      expect(splitSentences(text, language).map((span) => spanText(text, span))).toEqual(expected);
    });
  }
});

const anyText = fc
  .array(
    fc.constantFrom(
      '他',
      '说',
      'A',
      'b',
      '1',
      '.',
      '。',
      '…',
      '！',
      '?',
      '”',
      '"',
      ' ',
      '\n',
      '\u3000',
      'Mr',
      '𠮷',
    ),
  )
  .map((parts) => parts.join(''));

property.prop([anyText, fc.constantFrom('zh', 'en', 'ru')])(
  'sentences are in order and leave out nothing but white space around them',
  (text, language) => {
    let end = 0;
    for (const span of splitSentences(text, language)) {
      expect(text.slice(end, span.start).trim()).toBe('');
      expect(span.end).toBeGreaterThan(span.start);
      expect(spanText(text, span).trim()).toBe(spanText(text, span));
      end = span.end;
    }
    expect(text.slice(end).trim()).toBe('');
  },
);

property.prop([anyText])(
  'a sentence that was cut out is one sentence or was cut by its surroundings',
  (text) => {
    const sentences = splitSentences(text, 'zh').map((span) => spanText(text, span));
    expect(splitSentences(sentences.join('\n'), 'zh').length).toBeGreaterThanOrEqual(sentences.length);
  },
);

test('a long text full of abbreviations is one sentence', () => {
  const text = 'Mr. '.repeat(100_000);
  expect(splitSentences(text, 'en')).toHaveLength(1);
});
