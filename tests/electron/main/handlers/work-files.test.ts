import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { NotebookChange } from '../../../../core/annotation/notebook.ts';
import { describeTarget } from '../../../../core/annotation/describe-target.ts';
import { parseWork, type WorkFile } from '../../../../core/text/work-file.ts';
import type { WorkExport } from '../../../../ipc/works.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { makeNote } from '../storage/sample-notes.ts';
import { startWorks, valueOf } from './open-works.ts';

const EVERYTHING: WorkExport = {
  workId: 'treaty',
  format: 'archive',
  languages: ['zh-Hans', 'en'],
  includeNotes: true,
  language: 'en',
};

const TREATY = makeWorkFile('treaty');

/** Two laptops and the file that goes from one to the other. */
let here: string;
let there: string;
let file: string;

function noteOn(number: number, start: number, end: number): NotebookChange {
  const [unit] = parseWork(TREATY).units;
  if (unit === undefined) throw new Error('The treaty has a unit');
  const target = describeTarget(unit, 'zh-Hans', { start, end });
  return { type: 'annotation-saved', annotation: { ...makeNote(number), targets: [target] } };
}

/** Writes the treaty with a note, its progress and a name of the reader's into the file. */
async function send(wanted: Partial<WorkExport> = {}): Promise<void> {
  const program = startWorks(here, file);
  valueOf(await program.add(JSON.stringify(TREATY)));
  valueOf(program.rename('treaty', { en: 'Our treaty' }));
  await program.change('treaty', [
    noteOn(1, 2, 4),
    { type: 'annotation-binned', annotation: makeNote(2), deleted: '2026-01-02T03:04:05Z' },
    { type: 'progress-set', unit: 'u1', progress: 'understood' },
  ]);
  expect(await program.export({ ...EVERYTHING, ...wanted })).toEqual({ ok: true, value: file });
}

function corrected(): WorkFile {
  const units = TREATY.units.map((unit) => ({
    ...unit,
    segments: { ...unit.segments, 'zh-Hans': `（唐）${unit.segments['zh-Hans'] ?? ''}` },
  }));
  return { ...TREATY, units };
}

async function receive(program: ReturnType<typeof startWorks>) {
  const chosen = valueOf(await program.chooseWorkFile());
  if (chosen?.type !== 'readable') throw new Error(JSON.stringify(chosen));
  return chosen;
}

beforeEach(() => {
  here = makeFolder();
  there = makeFolder();
  file = path.join(makeFolder(), 'treaty.duizhao');
});

describe('a work archive', () => {
  test('brings text, notes, progress and the name of the work to another laptop', async () => {
    await send();
    const program = startWorks(there, file);
    expect(await receive(program)).toMatchObject({
      name: 'treaty.duizhao',
      titles: { en: 'Our treaty', 'zh-Hans': '诗一首' },
      languages: ['zh-Hans', 'en'],
      lengths: { 'zh-Hans': 5, en: 4 },
      unitCount: 1,
      noteCount: 1,
      standing: { type: 'new' },
    });
    expect(program.list()).toEqual([]);
    expect(await program.takeWorkFile({ withNotes: true })).toEqual({
      ok: true,
      value: { type: 'added', workId: 'treaty' },
    });
    program.end();
    const later = startWorks(there);
    expect(later.list()).toMatchObject([{ id: 'treaty', titles: { en: 'Our treaty' } }]);
    const { annotations, bin, progress } = valueOf(later.notebooks.load('treaty'));
    expect(annotations).toMatchObject([{ body: 'note 1', targets: [{ selector: [{ exact: '明月' }, {}] }] }]);
    expect(bin).toEqual([]);
    expect(progress).toEqual({ u1: 'understood' });
    // The text is the same to the letter, or its name would be another.
    const texts = [startWorks(here), later].map(({ library }) => valueOf(library.identify('treaty')));
    expect(texts[0]).toBe(texts[1]);
  });

  test('without notes brings none, and notes that came along can be left', async () => {
    await send({ includeNotes: false });
    const program = startWorks(there, file);
    expect(await receive(program)).toMatchObject({ noteCount: null });
    expect(program.planWorkFileNotes()).toEqual({ ok: true, value: null });
    await send();
    await receive(program);
    await program.takeWorkFile({ withNotes: false });
    expect(valueOf(program.notebooks.load('treaty')).annotations).toEqual([]);
  });

  test('of the very same text says so, and its notes are merged by a plan that changes nothing', async () => {
    await send();
    const program = startWorks(here, file);
    await program.change('treaty', [{ type: 'annotation-erased', id: makeNote(1).id }, noteOn(3, 0, 1)]);
    expect(await receive(program)).toMatchObject({ standing: { type: 'same', workId: 'treaty' } });
    const plan = valueOf(program.planWorkFileNotes());
    expect(plan).toMatchObject({
      type: 'readable',
      name: 'treaty.duizhao',
      works: [{ workId: 'treaty', titles: { en: 'Our treaty' }, added: 1, conflicts: 0 }],
    });
    expect(valueOf(program.notebooks.load('treaty')).annotations).toHaveLength(1);
    expect(await program.takeWorkFile({ withNotes: true })).toMatchObject({ value: { type: 'known' } });
  });

  test('plans its notes for the text they are on, also where that has another id', async () => {
    await send();
    const program = startWorks(there, file);
    valueOf(await program.add(JSON.stringify({ ...TREATY, id: 'verse' })));
    expect(await receive(program)).toMatchObject({ standing: { type: 'same', workId: 'verse' } });
    expect(valueOf(program.planWorkFileNotes())).toMatchObject({ works: [{ workId: 'verse', added: 1 }] });
  });

  test('of another wording is previewed like a chosen revision, or kept beside the one that is there', async () => {
    await send();
    const program = startWorks(there, file);
    valueOf(await program.add(JSON.stringify(corrected())));
    const { standing } = await receive(program);
    if (standing.type !== 'other-text') throw new Error(standing.type);
    expect(program.previewRevision(standing)).toMatchObject({
      value: { isCurrent: false, revision: { name: 'treaty.duizhao' }, units: { changed: 1 } },
    });
    expect(await program.takeWorkFile({ withNotes: true })).toEqual({
      ok: true,
      value: { type: 'added', workId: 'treaty-2' },
    });
    expect(valueOf(program.notebooks.load('treaty-2')).annotations).toHaveLength(1);
    expect(valueOf(program.notebooks.load('treaty')).annotations).toHaveLength(0);
  });

  test('of a work in the bin says where it lies', async () => {
    await send();
    const program = startWorks(here, file);
    const { id } = valueOf(program.delete('treaty'));
    expect(await receive(program)).toMatchObject({ standing: { type: 'in-bin', id } });
  });

  test('that was dropped on the window is read from its bytes', async () => {
    await send();
    const program = startWorks(there);
    const bytes = fs.readFileSync(file).toString('base64');
    expect(program.readWorkFile({ name: '../../x/treaty.duizhao', bytes })).toMatchObject({
      value: { type: 'readable', name: 'treaty.duizhao', standing: { type: 'new' } },
    });
    expect(await program.takeWorkFile({ withNotes: true })).toMatchObject({ value: { type: 'added' } });
  });

  test('that the system hands over is read in its turn, each once', async () => {
    await send();
    const program = startWorks(there, undefined, undefined, [path.join(there, 'gone.duizhao'), file]);
    expect(await program.readHandedWorkFile()).toMatchObject({ ok: false });
    expect(valueOf(await program.readHandedWorkFile())).toMatchObject({
      type: 'readable',
      name: 'treaty.duizhao',
      standing: { type: 'new' },
    });
    expect(await program.readHandedWorkFile()).toEqual({ ok: true, value: null });
    expect(await program.takeWorkFile({ withNotes: true })).toMatchObject({ value: { type: 'added' } });
  });

  test('that is damaged is refused, and forgotten with the one before it', async () => {
    await send();
    const program = startWorks(there, file);
    await receive(program);
    fs.truncateSync(file, 300);
    expect(valueOf(await program.chooseWorkFile())).toMatchObject({
      type: 'refused',
      name: 'treaty.duizhao',
      problem: { code: 'damaged' },
    });
    expect(await program.takeWorkFile({ withNotes: true })).toMatchObject({ failure: { code: 'not-found' } });
    expect(program.list()).toEqual([]);
  });

  test('that is no file, or too large, says so', async () => {
    expect(await startWorks(there, path.join(there, 'nothing')).chooseWorkFile()).toMatchObject({
      ok: false,
    });
    fs.writeFileSync(file, '');
    fs.truncateSync(file, 65 * 1024 * 1024);
    expect(await startWorks(there, file).chooseWorkFile()).toMatchObject({
      value: { type: 'refused', problem: { code: 'too-large' } },
    });
  });
});

describe('an export for other programs', () => {
  test.each<[WorkExport['format'], RegExp]>([
    ['tmx', /<tuv xml:lang="en"><seg>Moonlight before my bed<\/seg>/],
    ['tsv', /u1\tparagraph\t\t床前明月光\tMoonlight before my bed\r\n/],
    [
      'html',
      /<th scope="col" lang="en">Our treaty<small lang="en">Status unknown · from A book, June 27, 2016/,
    ],
    ['docx', /^PK/],
  ])('writes the text as %s', async (format, content) => {
    await send({ format });
    expect(fs.readFileSync(file, 'latin1')).not.toBe('');
    expect(fs.readFileSync(file, 'utf8')).toMatch(content);
  });

  test('writes nothing where the reader thinks better of it', async () => {
    const program = startWorks(here);
    valueOf(await program.add(JSON.stringify(TREATY)));
    expect(await program.export({ ...EVERYTHING, format: 'tmx' })).toEqual({ ok: true, value: null });
  });

  test('says why the file cannot be written', async () => {
    const program = startWorks(here, path.join(here, 'nowhere', 'a.tmx'));
    valueOf(await program.add(JSON.stringify(TREATY)));
    expect(await program.export({ ...EVERYTHING, format: 'tmx' })).toMatchObject({ ok: false });
  });
});
