import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { makeNote } from '../storage/sample-notes.ts';
import { ship, startWorks, valueOf } from './open-works.ts';

let userData: string;

const TREATY = JSON.stringify({ ...makeWorkFile('treaty'), titles: { en: 'A treaty' } });

/** A program with a treaty of the reader's and a note on it. */
async function startWithTreaty(now?: () => Date): Promise<ReturnType<typeof startWorks>> {
  const program = startWorks(userData, undefined, now);
  valueOf(await program.add(TREATY));
  valueOf(await program.change('treaty', [{ type: 'annotation-saved', annotation: makeNote(1) }]));
  return program;
}

function idsOf(program: ReturnType<typeof startWorks>): readonly string[] {
  return program.list().map(({ id }) => id);
}

/** The only work of the bin. */
function binned(program: ReturnType<typeof startWorks>) {
  const [first] = valueOf(program.bin.list());
  if (first === undefined) throw new Error('The bin is empty');
  return first;
}

beforeEach(() => {
  userData = makeFolder();
  ship(userData, makeWorkFile('poem'));
});

describe('renaming a work', () => {
  test('changes what it is called everywhere, and never its text', async () => {
    const program = await startWithTreaty();
    const { revision } = valueOf(program.library.loadText('treaty'));
    valueOf(program.rename('treaty', { en: 'The treaty', 'zh-Hans': '条约' }));
    for (const later of [program, startWorks(userData)]) {
      expect(later.list()[1]).toMatchObject({ titles: { en: 'The treaty', 'zh-Hans': '条约' } });
      expect(valueOf(later.describe('treaty'))).toMatchObject({
        titlesOfText: { en: 'A treaty' },
        titlesOfReader: { en: 'The treaty', 'zh-Hans': '条约' },
        revision,
      });
      expect(valueOf(later.loadRevision({ workId: 'treaty', revision })).work.titles['en']).toBe(
        'The treaty',
      );
    }
    valueOf(program.rename('treaty', {}));
    expect(startWorks(userData).list()[1]).toMatchObject({ titles: { en: 'A treaty' } });
  });

  test('names works that ship, too, and none that is not there', () => {
    const program = startWorks(userData);
    valueOf(program.rename('poem', { en: 'Moonlight' }));
    expect(program.list()).toMatchObject([{ id: 'poem', titles: { en: 'Moonlight', 'zh-Hans': '诗一首' } }]);
    expect(idsOf(startWorks(userData))).toEqual(['poem']);
    expect(program.rename('nowhere', { en: 'x' })).toMatchObject({ failure: { code: 'not-found' } });
  });

  test('a file of names that was spoilt leaves the text its own titles', () => {
    valueOf(startWorks(userData).rename('poem', { en: 'Moonlight' }));
    fs.writeFileSync(path.join(userData, 'library', 'poem', 'names.json'), '{"schema":1,"titles":{"en":7}}');
    expect(startWorks(userData).list()).toMatchObject([{ titles: { en: 'A poem' } }]);
  });
});

describe('deleting a work', () => {
  test('takes it and its notes out of the library, and restoring brings both back as they were', async () => {
    const program = await startWithTreaty();
    valueOf(program.rename('treaty', { en: 'The treaty' }));
    valueOf(program.delete('treaty'));
    for (const later of [program, startWorks(userData)]) {
      expect(idsOf(later)).toEqual(['poem']);
      expect(later.library.loadText('treaty')).toMatchObject({ failure: { code: 'not-found' } });
      expect(valueOf(later.notebooks.listWorkIds())).toEqual([]);
      expect(binned(later)).toMatchObject({
        workId: 'treaty',
        titles: { en: 'The treaty' },
        noteCount: 1,
        unitCount: 1,
      });
    }
    const later = startWorks(userData);
    expect(later.bin.restore(binned(later).id)).toEqual({
      ok: true,
      value: { type: 'restored', workId: 'treaty' },
    });
    for (const last of [later, startWorks(userData)]) {
      expect(idsOf(last)).toEqual(['poem', 'treaty']);
      expect(last.list()[1]).toMatchObject({ titles: { en: 'The treaty' } });
      expect(valueOf(last.notebooks.load('treaty')).annotations).toEqual([makeNote(1)]);
      expect(valueOf(last.bin.list())).toEqual([]);
    }
  });

  test('is refused for works that ship, and for those that are not there', () => {
    const program = startWorks(userData);
    expect(program.delete('poem')).toMatchObject({ failure: { code: 'invalid-request' } });
    expect(program.delete('nowhere')).toMatchObject({ failure: { code: 'not-found' } });
    expect(idsOf(program)).toEqual(['poem']);
  });

  test('leaves all as it was where it cannot be done', async () => {
    const program = await startWithTreaty();
    fs.writeFileSync(path.join(userData, 'bin'), 'in the way');
    expect(program.delete('treaty')).toMatchObject({ ok: false, failure: { code: 'no-folder' } });
    fs.rmSync(path.join(userData, 'bin'));
    const later = startWorks(userData);
    expect(idsOf(later)).toEqual(['poem', 'treaty']);
    expect(valueOf(later.notebooks.load('treaty')).annotations).toHaveLength(1);
  });

  test('that was cut short between notes and texts is taken back at the next start', async () => {
    const program = await startWithTreaty();
    valueOf(program.delete('treaty'));
    const entry = path.join(userData, 'bin', binned(program).id);
    // The notes went, the texts did not.
    fs.renameSync(path.join(entry, 'texts'), path.join(userData, 'library', 'treaty'));
    const later = startWorks(userData);
    expect(idsOf(later)).toEqual(['poem', 'treaty']);
    expect(valueOf(later.notebooks.load('treaty')).annotations).toEqual([makeNote(1)]);
    expect(fs.existsSync(entry)).toBe(false);
  });

  test('and restoring that was cut short there can be done again', async () => {
    const program = await startWithTreaty();
    valueOf(program.delete('treaty'));
    const entry = path.join(userData, 'bin', binned(program).id);
    for (const name of fs.readdirSync(path.join(entry, 'notes'))) {
      fs.renameSync(path.join(entry, 'notes', name), path.join(userData, 'notes', name));
    }
    const later = startWorks(userData);
    expect(idsOf(later)).toEqual(['poem']);
    expect(later.bin.restore(binned(later).id)).toMatchObject({ value: { type: 'restored' } });
    expect(valueOf(later.notebooks.load('treaty')).annotations).toEqual([makeNote(1)]);
  });

  test('restoring leaves a work that has its id by now alone', async () => {
    const program = await startWithTreaty();
    valueOf(program.delete('treaty'));
    const { id } = binned(program);
    // Another program has put it there.
    fs.cpSync(path.join(userData, 'bin', id, 'texts'), path.join(userData, 'library', 'treaty'), {
      recursive: true,
    });
    expect(program.bin.restore(id)).toEqual({ ok: true, value: { type: 'in-use', workId: 'treaty' } });
    expect(valueOf(program.bin.list())).toHaveLength(1);
  });

  test('erases for good what is asked for, and what lay there for 90 days', async () => {
    const day = new Date('2026-03-02T10:00:00.000Z');
    const program = await startWithTreaty(() => day);
    valueOf(program.delete('treaty'));
    const after = (days: number) => () => new Date(day.getTime() + days * 24 * 60 * 60 * 1000);
    expect(valueOf(startWorks(userData, undefined, after(90)).bin.list())).toHaveLength(1);
    expect(valueOf(startWorks(userData, undefined, after(91)).bin.list())).toEqual([]);
    expect(fs.readdirSync(path.join(userData, 'bin'))).toEqual([]);

    valueOf(await program.add(TREATY));
    valueOf(program.delete('treaty'));
    const { id } = binned(program);
    valueOf(program.bin.erase([id]));
    expect(program.bin.restore(id)).toMatchObject({ failure: { code: 'not-found' } });
    expect(program.bin.erase(['../notes'])).toMatchObject({ failure: { code: 'invalid-request' } });
  });
});
