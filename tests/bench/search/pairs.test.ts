import { expect, test } from 'vitest';
import { cutIntoWorks, parsePairs } from './pairs.ts';
import { generatePairs } from './generate-pairs.ts';

test('a line is Chinese, a tab, English; empty lines and a byte order mark are nothing', () => {
  expect(parsePairs('\uFEFF网络\tnetwork\r\n\n主权\tsovereignty\n')).toEqual([
    { zh: '网络', en: 'network' },
    { zh: '主权', en: 'sovereignty' },
  ]);
});

test.each(['网络', '网络\tnetwork\tсеть'])('%j is refused with the number of its line', (line) => {
  expect(() => parsePairs(`主权\tsovereignty\n${line}\n`)).toThrow(/^Line 2 /u);
});

test('works are of 200 units, the last of what remains', () => {
  expect(cutIntoWorks(generatePairs(450)).map(({ length }) => length)).toEqual([200, 200, 50]);
});

test('generated pairs are the same every time, and a longer list begins with a shorter one', () => {
  expect(generatePairs(300).slice(0, 100)).toEqual(generatePairs(100));
});

test('generated words are spread as in a natural language', () => {
  const words = generatePairs(2000).flatMap(({ en }) => en.match(/[a-z]+/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].toSorted((a, b) => b - a);
  // "The" is every tenth to thirtieth word; some half of all words are there only once or twice.
  expect((sorted[0] ?? 0) / words.length).toBeGreaterThan(1 / 30);
  expect((sorted[0] ?? 0) / words.length).toBeLessThan(1 / 8);
  expect(sorted.filter((count) => count <= 2).length / sorted.length).toBeGreaterThan(0.4);
});
