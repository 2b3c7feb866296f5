import { describe, expect, test } from 'vitest';
import { readMarks, type EndMark } from '../../../core/alignment/sentence-marks.ts';

describe('what a sentence ends with', () => {
  test.each<[string, EndMark]>([
    ['你是谁？”', 'question'],
    ["'Who are you?'", 'question'],
    ['好！', 'exclamation'],
    ['他说：', 'colon'],
    ['我不知道……”', 'ellipsis'],
    ['I wonder...', 'ellipsis'],
    ['完了。）', 'stop'],
    ['领土完整；', 'comma'],
    ['联合声明', 'none'],
  ])('%s ends with %s', (text, end) => {
    expect(readMarks([text])[0]?.end).toBe(end);
  });
});

test('direct speech goes on over sentences until it closes', () => {
  const inSpeech = (sentences: readonly string[]): readonly boolean[] =>
    readMarks(sentences).map(({ isInSpeechAfter }) => isInSpeechAfter);
  expect(inSpeech(['他说：“你好。', '我来了。', '再见。”', '他走了。'])).toEqual([true, true, false, false]);
  expect(inSpeech(["'It's late,' he said.", "'We must go.", "Now.'"])).toEqual([false, true, false]);
});

describe('the number a paragraph opens with is the same in any script', () => {
  test.each([
    ['一、加强合作', '1'],
    ['1. To cooperate', '1'],
    ['（二）互相尊重', '2'],
    ['(2) To respect', '2'],
    ['第十二条　其他', '12'],
    ['Article 12. Other', '12'],
    ['合作', ''],
  ])('%s: %s', (text, label) => {
    expect(readMarks([text])[0]?.label).toBe(label);
  });
});
