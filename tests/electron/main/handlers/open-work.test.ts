import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_WORK_READING } from '../../../../core/settings/settings.ts';
import { openFirstWork, readFirstWork } from '../../../../electron/main/handlers/open-work.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { ship, startWorks, valueOf } from './open-works.ts';

let userData: string;

beforeEach(() => {
  userData = makeFolder();
});

/** The work that is read ahead, and the one the page is then given. */
async function startFirst(program: ReturnType<typeof startWorks>) {
  const readAhead: string[] = [];
  const { parts } = program;
  const notebooks = {
    ...parts.notebooks,
    readAhead: (workId: string) => {
      readAhead.push(workId);
      return parts.notebooks.readAhead(workId);
    },
  };
  await readFirstWork({ ...parts, notebooks });
  return { readAhead, opened: valueOf(openFirstWork(parts))?.work.id ?? null };
}

describe('the first work', () => {
  test('is the first of the list until one was opened, and the one opened last from then on', async () => {
    for (const id of ['poem', 'treaty', 'verse']) ship(userData, makeWorkFile(id));
    const program = startWorks(userData);
    expect(await startFirst(program)).toEqual({ readAhead: ['poem'], opened: 'poem' });
    const { settings } = program.parts;
    const works = {
      verse: { ...DEFAULT_WORK_READING, opened: '2026-11-01T08:00:00.000Z' },
      treaty: { ...DEFAULT_WORK_READING, opened: '2026-11-02T08:00:00.000Z' },
    };
    valueOf(await settings.saveSettings({ ...settings.settings(), works }));
    expect(await startFirst(program)).toEqual({ readAhead: ['treaty'], opened: 'treaty' });
  });

  test('is none in an empty library', async () => {
    expect(await startFirst(startWorks(userData))).toEqual({ readAhead: [], opened: null });
  });
});
