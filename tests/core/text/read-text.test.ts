import { expect, test } from 'vitest';
import { readText } from '../../../core/text/read-text.ts';
import { parseWork } from '../../../core/text/work-file.ts';
import { makeWorkFile } from '../../electron/main/sample-work-file.ts';

const file = makeWorkFile('poem');

test.each([
  ['a work.json', JSON.stringify(file)],
  ['a file of the shelf', JSON.stringify({ schema: 1, name: 'poem.json', work: file })],
])('%s is read', (_what, content) => {
  expect(readText(content, 'poem')).toEqual(parseWork(file));
});

test.each([
  ['a text of another work', JSON.stringify({ ...file, id: 'song' })],
  ['a text that is cut short', JSON.stringify(file).slice(0, 100)],
  ['nothing', ''],
  ['another thing', '{"work":null}'],
])('%s is not', (_what, content) => {
  expect(readText(content, 'poem')).toBeUndefined();
});
