import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeLexiconText, TARGET } from '../../tools/make-lexicon.ts';

test('the lexicon is the one the pinned dictionary gives', async () => {
  const text = brotliDecompressSync(await readFile(TARGET)).toString('utf8');
  expect(text === (await makeLexiconText())).toBe(true);
});

test('it is in the notation of CC-CEDICT, with classifiers', async () => {
  const lines = (await makeLexiconText()).split('\n');
  expect(lines).toContain('合作 合作 [he2 zuo4] /to cooperate; to collaborate; to work together/');
  expect(lines.find((line) => line.startsWith('桌子 '))).toMatch(
    /^桌子 桌子 \[zhuo1 zi5\] \/.*CL:張\|张\[zhang1\].*\/$/u,
  );
});
