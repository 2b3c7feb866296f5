import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWork, serializeWork } from '../../core/text/work-file.ts';
import { isProposedLink } from '../../core/text/work.ts';
import { runCore } from '../../tools/core-commands.ts';
import { statement } from '../resources/joint-statement-2016.ts';

test('link prints a work with the links that it has and those that are proposed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-link-'));
  const path = join(folder, 'work.json');
  const made = statement.links.slice(0, 3);
  await writeFile(path, JSON.stringify(serializeWork({ ...statement, links: made })));
  const { exitCode, stdout, stderr } = await runCore(['link', path, '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const linked = parseWork(JSON.parse(stdout));
  expect({ ...linked, links: made }).toEqual({ ...statement, links: made });
  expect(linked.links.slice(0, 3)).toEqual(made);
  expect(linked.links.length).toBeGreaterThan(100);
  expect(linked.links.slice(3).every(isProposedLink)).toBe(true);

  const { stdout: forPeople } = await runCore(['link', path]);
  expect(forPeople).toMatch(/主权 = sovereignty {2}\d\d %/u);
  expect(forPeople).toContain('made by hand');
  await rm(folder, { recursive: true });
});

test('link says what it takes', async () => {
  expect(await runCore(['link'])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await runCore(['link', 'no-such-work'])).toMatchObject({ exitCode: 1, stdout: '' });
});
