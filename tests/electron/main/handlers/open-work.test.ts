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

  test('is one of the reader’s where that was opened last, and never one that is gone', async () => {
    ship(userData, makeWorkFile('poem'));
    const program = startWorks(userData);
    valueOf(await program.add(JSON.stringify({ ...makeWorkFile('treaty'), titles: { en: 'A treaty' } })));
    const { settings } = program.parts;
    const works = {
      treaty: { ...DEFAULT_WORK_READING, opened: '2026-11-01T08:00:00.000Z' },
      gone: { ...DEFAULT_WORK_READING, opened: '2026-11-02T08:00:00.000Z' },
      '../outside': { ...DEFAULT_WORK_READING, opened: '2026-11-03T08:00:00.000Z' },
    };
    valueOf(await settings.saveSettings({ ...settings.settings(), works }));
    expect(await startFirst(program)).toEqual({ readAhead: ['treaty'], opened: 'treaty' });
  });

  test('is none in an empty library', async () => {
    expect(await startFirst(startWorks(userData))).toEqual({ readAhead: [], opened: null });
  });
});

describe('the list of works', () => {
  test.each([
    ['ships', (id: string) => Promise.resolve(ship(userData, makeWorkFile(id)))],
    [
      'was added',
      async (id: string) => {
        valueOf(await startWorks(userData).add(JSON.stringify(makeWorkFile(id))));
      },
    ],
  ])(
    'shows of a work that %s the text that is read, after it was replaced and after that was undone',
    async (_, put) => {
      await put('poem');
      const file = makeWorkFile('poem');
      const [edition] = file.editions;
      if (edition === undefined) throw new Error('the work has an edition');
      const russian = {
        ...file,
        titles: { ...file.titles, ru: 'Стихи' },
        editions: [...file.editions, { ...edition, language: 'ru', title: 'Стихи' }],
      };
      const program = startWorks(userData);
      const before = program.list();
      const { revision } = valueOf(
        program.proposeRevision({ workId: 'poem', text: JSON.stringify(russian), moves: [] }),
      ).revision;
      valueOf(program.keepRevision({ workId: 'poem', revision }));
      await program.change('poem', [{ type: 'revision-set', revision }]);
      for (const later of [program, startWorks(userData)]) {
        expect(later.list()).toMatchObject([
          {
            id: 'poem',
            languages: russian.editions.map(({ language }) => language),
            titles: { ru: 'Стихи' },
          },
        ]);
      }
      const present = program.parts.shelf.listNames('poem');
      const old = valueOf(present).find((name) => name !== revision);
      if (old === undefined) throw new Error('the text that was read is kept');
      await program.change('poem', [{ type: 'revision-set', revision: old }]);
      expect(program.list()).toEqual(before);
    },
  );
});
