import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCore } from '../../tools/core-commands.ts';

let folder: string;

async function put(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-align-commands-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('align prints the beads of the lines of two files, whose languages it finds out', async () => {
  const a = await put('a.txt', '\uFEFF双方将加强合作。\r\n双方尊重各国主权，不干涉他国内政。\r\n');
  const b = await put(
    'b.txt',
    'The parties shall strengthen cooperation.\nThey respect the sovereignty of all countries.\nThey do not interfere in the internal affairs of other countries.',
  );
  const { exitCode, stdout, stderr } = await runCore(['align', a, b, '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const beads = JSON.parse(stdout) as readonly { readonly confidence: number }[];
  expect(beads).toMatchObject([
    { source: [0], target: [0] },
    { source: [1], target: [1, 2] },
  ]);
  for (const { confidence } of beads) expect(confidence).toBeGreaterThan(0.5);
  const { stdout: forPeople } = await runCore([
    'align',
    a,
    b,
    '--language',
    'a.txt=zh',
    '--language',
    'b.txt=en',
  ]);
  expect(forPeople).toMatch(/^1-1 {2}\d+ %\n1 {2}双方将加强合作。\n1 {2}The parties/u);
});

test('align says what is missing', async () => {
  const a = await put('a.txt', '你好。\n');
  expect(await runCore(['align', a])).toMatchObject({ exitCode: 2 });
  const missing = await runCore(['align', a, join(folder, 'none.txt'), '--json']);
  expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
  expect(missing.stderr).toContain('none.txt');
});
