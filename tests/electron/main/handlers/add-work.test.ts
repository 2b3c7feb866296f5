import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildTextIndex } from '../../../../core/search/text-index.ts';
import type { WorkFile } from '../../../../core/text/work-file.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { makeNote } from '../storage/sample-notes.ts';
import { ship, startWorks, valueOf } from './open-works.ts';

let userData: string;

function treaty(id = 'treaty', english = 'All parties agree.'): WorkFile {
  const file = makeWorkFile(id);
  return {
    ...file,
    units: [{ id: 'u1', kind: 'paragraph', segments: { 'zh-Hans': '各方同意。', en: english } }],
  };
}

beforeEach(() => {
  userData = makeFolder();
  ship(userData, makeWorkFile('poem'));
});

describe('adding a work', () => {
  test('puts it onto the disk, into the list and among the texts that are searched, now and after a restart', async () => {
    const program = startWorks(userData);
    expect(await program.add(JSON.stringify(treaty()))).toEqual({
      ok: true,
      value: { type: 'added', workId: 'treaty' },
    });
    for (const later of [program, startWorks(userData)]) {
      expect(later.list().map(({ id, isBundled }) => [id, isBundled])).toEqual([
        ['poem', true],
        ['treaty', false],
      ]);
      const text = valueOf(later.library.loadText('treaty'));
      expect(text.work.units[0]?.segments['en']).toBe('All parties agree.');
      expect(text.searchIndex).not.toBe('');
      expect(later.library.locate('treaty', text.revision)).toBeDefined();
    }
    expect(valueOf(program.describe('treaty'))).toMatchObject({
      isBundled: false,
      lengths: { 'zh-Hans': 4, en: 3 },
      revisions: [{ origin: 'file', name: 'file.docx' }],
    });
  });

  test('gives it an id of its own where another text has it, also one that is in the bin or that only notes are left of', async () => {
    const program = startWorks(userData);
    expect(await program.add(JSON.stringify(treaty('poem')))).toMatchObject({ value: { workId: 'poem-2' } });
    expect(await program.add(JSON.stringify(treaty('poem', 'None agree.')))).toMatchObject({
      value: { workId: 'poem-3' },
    });
    valueOf(program.delete('poem-3'));
    expect(await program.add(JSON.stringify(treaty('poem', 'Some agree.')))).toMatchObject({
      value: { workId: 'poem-4' },
    });
    await program.change('poem-4', [{ type: 'annotation-saved', annotation: makeNote(1) }]);
    program.end();
    fs.rmSync(path.join(userData, 'library', 'poem-4'), { recursive: true });
    expect(await startWorks(userData).add(JSON.stringify(treaty('poem', 'Few agree.')))).toMatchObject({
      value: { workId: 'poem-5' },
    });
  });

  test.each([
    ['con', 'con-2'],
    ['com1', 'com1-2'],
    ['a'.repeat(250), 'a'.repeat(190)],
  ])('never takes the id %s, which could not name a folder', async (id, taken) => {
    const added = valueOf(await startWorks(userData).add(JSON.stringify(treaty(id))));
    expect(added).toEqual({ type: 'added', workId: taken });
  });

  test('knows the very same text, under whatever id it comes', async () => {
    const program = startWorks(userData);
    valueOf(await program.add(JSON.stringify(treaty())));
    expect(await program.add(JSON.stringify(treaty('another')))).toEqual({
      ok: true,
      value: { type: 'known', workId: 'treaty' },
    });
    expect(await program.add(JSON.stringify(makeWorkFile('verse')))).toEqual({
      ok: true,
      value: { type: 'known', workId: 'poem' },
    });
    expect(program.list()).toHaveLength(2);
  });

  test.each<[string, string, string]>([
    ['what is no JSON', '{', 'not-json'],
    ['what a later version wrote', '{"schema":2}', 'newer'],
    [
      'a link that leads nowhere',
      JSON.stringify({ ...treaty(), links: [{ unit: 'u9', spans: { en: [[0, 1]] } }] }),
      'not-a-work',
    ],
  ])('refuses %s and changes nothing', async (_name, text, code) => {
    const program = startWorks(userData);
    expect(await program.add(text)).toMatchObject({ value: { type: 'refused', problem: { code } } });
    expect(fs.existsSync(path.join(userData, 'library', 'treaty'))).toBe(false);
  });

  test('says why it cannot be kept', async () => {
    fs.writeFileSync(path.join(userData, 'library'), 'in the way');
    expect(await startWorks(userData).add(JSON.stringify(treaty()))).toMatchObject({
      ok: false,
      failure: { code: 'no-folder' },
    });
  });

  test('lets other things have their turn while it indexes, and is added once however often it is asked for', async () => {
    const units = Array.from({ length: 120 }, (_, index) => ({
      id: `u${index}`,
      kind: 'paragraph' as const,
      segments: { 'zh-Hans': `第${index}条`, en: `Clause ${index}.` },
    }));
    const text = JSON.stringify({ ...treaty(), units });
    const program = startWorks(userData);
    const order: string[] = [];
    setImmediate(() => order.push('another thing'));
    const adding = [program.add(text), program.add(text)].map((each) =>
      each.then((result) => {
        order.push('added');
        return valueOf(result).type;
      }),
    );
    expect((await Promise.all(adding)).toSorted()).toEqual(['added', 'known']);
    expect(order).toEqual(['another thing', 'added', 'added']);
    expect(program.list()).toHaveLength(2);
    const { searchIndex, work } = valueOf(program.library.loadText('treaty'));
    expect(searchIndex).toBe(buildTextIndex(work));
  });
});
