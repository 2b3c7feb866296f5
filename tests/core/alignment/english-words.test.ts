import { expect, test } from 'vitest';
import { stemEnglish } from '../../../core/alignment/english-words.ts';

test.each([
  ['took', 'take'],
  ['taken', 'taking'],
  ['men', 'man'],
  ['cooperate', 'cooperation'],
  ['were', 'is'],
  ['said', 'saying'],
])('%s and %s are one word', (first, second) => {
  expect(stemEnglish(first)).toBe(stemEnglish(second));
});

test('"one" is not "on"', () => {
  expect(stemEnglish('one')).not.toBe(stemEnglish('on'));
});
