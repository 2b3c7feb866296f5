import { expect, test } from 'vitest';
import { isSafeWorkId } from '../../../../electron/main/storage/work-id.ts';

test.each(['a', 'joint-statement-2016', '3-kingdoms', 'x'.repeat(200), 'console', 'com10'])(
  '"%s" may name a file',
  (id) => expect(isSafeWorkId(id)).toBe(true),
);

test.each([
  '',
  '.',
  '..',
  '../a',
  'a/b',
  String.raw`a\b`,
  'a.json',
  'A',
  '-a',
  'a b',
  'a\0',
  'a\n',
  'con',
  'nul',
  'com1',
  'ＡＢ',
  '对照',
  'x'.repeat(201),
])('"%s" may not name a file', (id) => expect(isSafeWorkId(id)).toBe(false));
