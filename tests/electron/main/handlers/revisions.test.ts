import '../../electron-in-node.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { describeTarget } from '../../../../core/annotation/describe-target.ts';
import type { NotebookChange } from '../../../../core/annotation/notebook.ts';
import { placeAnnotations } from '../../../../core/annotation/place-annotations.ts';
import { parseWork, serializeWork, type WorkFile } from '../../../../core/text/work-file.ts';
import type { Work } from '../../../../core/text/work.ts';
import { changeNotebook } from '../../../../electron/main/handlers/change-notebook.ts';
import { readNotebook } from '../../../../electron/main/handlers/load-notebook.ts';
import { openWork } from '../../../../electron/main/handlers/open-work.ts';
import { openRevisions } from '../../../../electron/main/handlers/revisions.ts';
import { openCatalogue } from '../../../../electron/main/storage/catalogue.ts';
import { openLibrary } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { identifyRevision, openRevisionShelf } from '../../../../electron/main/storage/revision-shelf.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { openTexts } from '../../../../electron/main/storage/texts.ts';
import { openWorkNames } from '../../../../electron/main/storage/work-names.ts';
import type { Result } from '../../../../ipc/result.ts';
import type { RevisionPreview } from '../../../../ipc/revisions.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { makeWorkFile } from '../sample-work-file.ts';
import { makeNote } from '../storage/sample-notes.ts';

const TITLE = 'moonlight and frost';

function makeFile(chinese = '床前明月光，疑是地上霜。'): WorkFile {
  const file = makeWorkFile('poem');
  const units = file.units.map((unit) => ({ ...unit, segments: { ...unit.segments, 'zh-Hans': chinese } }));
  return { ...file, units };
}

const work: Work = parseWork(makeFile());

/** A note on the words 明月. */
function noteOnMoon(): NotebookChange {
  const [unit] = work.units;
  if (unit === undefined) throw new Error('the work has a unit');
  const target = describeTarget(unit, 'zh-Hans', { start: 2, end: 4 });
  return { type: 'annotation-saved', annotation: { ...makeNote(1, TITLE), targets: [target] } };
}

/** The note as it is put onto a text that has its words elsewhere. */
function noteOnMoonAt(start: number): object {
  return { annotation: { targets: [{ selector: [{}, { start, end: start + 2 }] }] } };
}

let userData: string;
let chosenFile: string | undefined;

function ship(file: WorkFile): void {
  const folder = path.join(userData, 'shipped', 'poem');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'work.json'), JSON.stringify(file));
  writeFileSync(path.join(folder, 'search-index.json'), 'index');
}

function choose(name: string, content: string): void {
  chosenFile = path.join(userData, name);
  writeFileSync(chosenFile, content);
}

/** The program as it stands after a start. */
function start() {
  const notebooks = openNotebookStore(path.join(userData, 'notes'));
  const shipped = openLibrary(path.join(userData, 'shipped'));
  const shelf = openRevisionShelf(path.join(userData, 'library'), () => new Date());
  const catalogue = openCatalogue(path.join(userData, 'library'), shelf);
  const parts = {
    shipped,
    shelf,
    notebooks,
    catalogue,
    names: openWorkNames(path.join(userData, 'library')),
    library: openTexts({ shipped, shelf, catalogue, notebooks }),
    settings: openSettingsStore(path.join(userData, 'settings.json'), () => new Date()),
    environment: { systemLocale: 'en-US' },
    dialogs: {
      askWhereToSave: () => Promise.resolve(chosenFile),
      askWhatToOpen: () => Promise.resolve(chosenFile),
    },
  };
  return {
    ...openRevisions(parts),
    open: () => {
      const opened = valueOf(openWork(parts, 'poem'));
      return { ...opened, notebook: valueOf(readNotebook(parts, 'poem')) };
    },
    change: (...changes: readonly NotebookChange[]) => changeNotebook(parts, { workId: 'poem', changes }),
    end: () => notebooks.flush(),
  };
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

async function chooseReadable(program: ReturnType<typeof start>): Promise<RevisionPreview> {
  const chosen = valueOf(await program.chooseRevision({ workId: 'poem' }));
  if (chosen?.type !== 'readable') throw new Error('the file is readable');
  return chosen.preview;
}

beforeEach(() => {
  userData = makeFolder();
  chosenFile = undefined;
  ship(makeFile());
});

describe('a text that was edited in the program', () => {
  const edited = (chinese: string) =>
    JSON.stringify({ ...makeFile(chinese), titles: { en: 'My own title' } });

  test('is previewed, kept under the titles of the text, and named as edited', () => {
    const program = start();
    const text = edited('床前明月光。');
    const preview = valueOf(program.proposeRevision({ workId: 'poem', text, moves: [] }));
    expect(preview).toMatchObject({ isCurrent: false, revision: { origin: 'edited', name: '', kept: null } });
    const { revision } = preview.revision;
    expect(revision).toBe(identifyRevision(parseWork(makeFile('床前明月光。'))));
    valueOf(program.keepRevision({ workId: 'poem', revision }));
    expect(valueOf(start().listRevisions({ workId: 'poem' })).revisions).toContainEqual(
      expect.objectContaining({ revision, origin: 'edited' }),
    );
  });

  test('brings the titles of editions that it adds or gives another title, and takes away those of editions it has not', () => {
    const file = makeFile();
    const editions = file.editions.flatMap((edition) =>
      edition.language === 'en'
        ? []
        : [
            { ...edition, title: 'Another title' },
            { ...edition, language: 'ru', title: 'Стихи' },
          ],
    );
    const units = file.units.map((unit) => ({
      ...unit,
      segments: { 'zh-Hans': unit.segments['zh-Hans'] ?? '', ru: 'Лунный свет.' },
    }));
    const titles = { 'zh-Hans': 'Another title', ru: 'Стихи' };
    const proposed = { ...file, titles, editions, units, links: [], remarks: [] };
    const program = start();
    const text = JSON.stringify({ ...proposed, titles: { ...titles, en: 'My own title' } });
    const { revision } = valueOf(program.proposeRevision({ workId: 'poem', text, moves: [] })).revision;
    expect(revision).toBe(identifyRevision(parseWork(proposed)));
  });

  test('that nothing was done to is the text that is read', () => {
    const text = JSON.stringify(makeFile());
    expect(valueOf(start().proposeRevision({ workId: 'poem', text, moves: [] })).isCurrent).toBe(true);
  });

  test.each([
    ['no JSON', '{'],
    ['no work', '{}'],
    ['another work', JSON.stringify(makeWorkFile('song'))],
  ])('is refused where it is %s', (_, text) => {
    expect(start().proposeRevision({ workId: 'poem', text, moves: [] })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-request' },
    });
  });
});

describe('a revision from a file', () => {
  test('is previewed without changing anything, kept, put under the notes, and found after a restart', async () => {
    const program = start();
    await program.change(noteOnMoon());
    choose('poem.json', JSON.stringify(makeFile('（唐）床前明月光，疑是地上霜。')));
    const preview = await chooseReadable(program);
    expect(preview).toMatchObject({
      isCurrent: false,
      revision: { origin: 'file', name: 'poem.json', kept: null },
      units: { changed: 1, added: 0, removed: 0 },
      counts: { kept: 0, moved: 1, detached: 0, 'still-detached': 0 },
      notes: [{ outcome: 'moved', quote: '明月', language: 'zh-Hans', body: TITLE }],
    });
    expect(program.open().work).toEqual(work);

    const { revision } = preview.revision;
    const text = valueOf(program.keepRevision({ workId: 'poem', revision }));
    expect(text.work.units[0]?.segments['zh-Hans']).toContain('（唐）');
    await program.change(...preview.changes);
    program.end();
    const opened = start().open();
    expect(opened).toMatchObject({ revision, notices: [], offered: null });
    expect(opened.notebook.annotations[0]?.targets[0]?.selector[1]).toMatchObject({ start: 5, end: 7 });
    // Both texts are at hand from now on.
    expect(valueOf(start().listRevisions({ workId: 'poem' }))).toMatchObject({
      current: revision,
      revisions: expect.arrayContaining([
        expect.objectContaining({ revision, origin: 'file' }),
        expect.objectContaining({ revision: identifyRevision(work), origin: 'bundled' }),
      ]) as unknown,
    });
    const back = valueOf(start().previewRevision({ workId: 'poem', revision: identifyRevision(work) }));
    expect(back.counts.moved).toBe(1);
  });

  test('gives words up that are found nowhere else until a text has them again', async () => {
    const program = start();
    await program.change(noteOnMoon());
    // The verse was put into itself: which 明月 is the old one, nobody can tell.
    choose('poem.json', JSON.stringify(makeFile('床前明月光，疑是床前明月光，疑是地上霜。地上霜。')));
    const preview = await chooseReadable(program);
    expect(preview.counts).toMatchObject({ moved: 0, detached: 1 });
    expect(preview.notes).toMatchObject([{ outcome: 'detached', quote: '明月' }]);
    program.keepRevision({ workId: 'poem', revision: preview.revision.revision });
    await program.change(...preview.changes);
    program.end();

    const later = start();
    const { annotations } = later.open().notebook;
    expect(annotations[0]?.targets).toMatchObject([{ orphanedFrom: identifyRevision(work) }]);
    expect(placeAnnotations(later.open().work, annotations).orphans).toHaveLength(1);
    const back = valueOf(later.previewRevision({ workId: 'poem', revision: identifyRevision(work) }));
    expect(back.counts).toMatchObject({ moved: 1, 'still-detached': 0 });
    // From a file too: the text that had the words lies on the shelf.
    choose('third.json', JSON.stringify(makeFile('（唐）床前明月光，疑是地上霜。')));
    const third = await chooseReadable(later);
    expect(third.counts).toMatchObject({ moved: 1, 'still-detached': 0 });
    expect(third.changes).toMatchObject([{}, noteOnMoonAt(5)]);
  });

  test('that is cancelled is nothing', async () => {
    expect(valueOf(await start().chooseRevision({ workId: 'poem' }))).toBeNull();
  });

  test.each([
    ['not-json', 'oh'],
    ['not-a-work', '{}'],
    ['not-a-work', JSON.stringify({ ...makeFile(), units: [] })],
    ['not-a-work', `{"schema":1,"outline":${'[{"children":'.repeat(20_000)}[]${'}]'.repeat(20_000)}}`],
    ['another-work', JSON.stringify({ ...makeFile(), id: 'prose' })],
  ])('that is %s is refused', async (code, content) => {
    choose('bad.json', content);
    expect(valueOf(await start().chooseRevision({ workId: 'poem' }))).toMatchObject({
      type: 'refused',
      name: 'bad.json',
      problem: { code },
    });
  });

  test('that is not there any more, or a folder, is a failure in words', async () => {
    chosenFile = path.join(userData, 'gone.json');
    expect(await start().chooseRevision({ workId: 'poem' })).toMatchObject({ ok: false });
    chosenFile = userData;
    expect(await start().chooseRevision({ workId: 'poem' })).toMatchObject({ ok: false });
  });

  test('that nobody has chosen is not found', () => {
    const argument = { workId: 'poem', revision: '0a'.repeat(32) };
    for (const result of [
      start().previewRevision(argument),
      start().keepRevision(argument),
      start().loadRevision(argument),
    ]) {
      expect(result).toMatchObject({ failure: { code: 'not-found' } });
    }
  });
});

describe('the text of a work', () => {
  test('is written as a file that is read back as the same text', async () => {
    chosenFile = path.join(userData, 'saved.json');
    expect(valueOf(await start().exportText({ workId: 'poem' }))).toBe(chosenFile);
    expect(parseWork(JSON.parse(readFileSync(chosenFile, 'utf8')))).toEqual(work);
    expect((await chooseReadable(start())).isCurrent).toBe(true);
  });

  test('is kept with the first note, so that a later version of the program has both at hand', async () => {
    const program = start();
    await program.change(noteOnMoon());
    program.end();
    ship(makeFile('新版：床前看月光，疑是地上霜。'));

    const later = start();
    const opened = later.open();
    expect(opened.work).toEqual(work);
    if (opened.offered === null) throw new Error('the new text is offered');
    const preview = valueOf(later.previewRevision({ workId: 'poem', revision: opened.offered }));
    expect(preview.counts).toMatchObject({ detached: 1 });
    expect(preview.revision).toMatchObject({ origin: 'bundled', kept: null });
    // Kept beside the present one it is not offered again.
    later.keepRevision({ workId: 'poem', revision: opened.offered });
    expect(start().open()).toMatchObject({ work, offered: null });
  });

  test('is the shipped one where nobody has written a note', () => {
    start().open();
    const corrected = makeFile('床前看月光。');
    ship(corrected);
    expect(start().open()).toMatchObject({ work: parseWork(corrected), offered: null });
  });

  test('does not keep a note from being saved where it cannot be kept itself', async () => {
    writeFileSync(path.join(userData, 'library'), 'a file where the folder should be');
    const program = start();
    expect(await program.change(noteOnMoon())).toMatchObject({ ok: true });
    expect(program.open().notebook.annotations).toHaveLength(1);
    program.end();
    expect(valueOf(openNotebookStore(path.join(userData, 'notes')).load('poem')).revision).toBeUndefined();
  });

  test('serializes as it was parsed', () => {
    expect(identifyRevision(parseWork(serializeWork(work)))).toBe(identifyRevision(work));
  });
});
