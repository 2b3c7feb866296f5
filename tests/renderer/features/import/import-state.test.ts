import { describe, expect, test } from 'vitest';
import type { AddedEdition } from '../../../../core/import/add-edition.ts';
import type { ImportResult } from '../../../../core/import/import-files.ts';
import type { ImportedUnit } from '../../../../core/import/pairing/make-units.ts';
import type { SetAside } from '../../../../core/import/set-aside.ts';
import { areComplete, draftEditions } from '../../../../renderer/features/import/edition-drafts.ts';
import {
  importOptionsOf,
  NO_IMPORT,
  reduceImport,
  type ImportAction,
  type ImportState,
} from '../../../../renderer/features/import/import-state.ts';
import { statement } from '../../../resources/joint-statement-2016.ts';

const TODAY = '2026-02-03';

function makeUnit(id: string, confidence = 0.9): ImportedUnit {
  return { id, kind: 'paragraph', segments: { 'zh-Hans': `${id}。`, en: `${id}.` }, confidence };
}

function makeAside(id: string): SetAside {
  return { id, text: `aside ${id}`, reason: 'caption', file: 'a.txt' };
}

function makeResult(more: Partial<ImportResult> = {}): ImportResult {
  return {
    languages: ['zh-Hans', 'en'],
    units: [makeUnit('one'), makeUnit('two', 0.3), makeUnit('three'), makeUnit('four', 0.2)],
    setAside: [makeAside('x'), makeAside('y'), makeAside('z')],
    doubtful: ['two', 'four'],
    files: [{ name: 'a.txt', format: 'text', isDamaged: false, languages: ['zh-Hans', 'en'] }],
    ...more,
  };
}

function source(name: string) {
  return { name, blob: new Blob(['text']) };
}

function read(result: ImportResult): ImportAction {
  return { type: 'reading-ended', outcome: { status: 'read', result } };
}

function after(state: ImportState, ...actions: readonly ImportAction[]): ImportState {
  return actions.reduce(reduceImport, state);
}

const begun = after(NO_IMPORT, { type: 'sources-added', sources: [source('a.txt')] });
const found = after(begun, { type: 'reading-started' }, read(makeResult()));

describe('adding what was found', () => {
  test('says how far it has come, until it is over', () => {
    const adding = after(found, { type: 'adding' }, { type: 'linking', share: 0.4 });
    expect(adding.adding).toEqual({ type: 'adding', linked: 0.4 });
    const failed = after(adding, { type: 'adding-failed', detail: 'disk' }, { type: 'linking', share: 0.6 });
    expect(failed.adding).toEqual({ type: 'failed', detail: 'disk' });
  });
});

function unitIds({ found: was }: ImportState): readonly string[] | undefined {
  return was?.units.map(({ id }) => id);
}

describe('the files of an import', () => {
  test('of one name get names of their own, since corrections go by name', () => {
    const state = after(begun, { type: 'sources-added', sources: [source('a.txt'), source('a.txt')] });
    expect(state.sources.map(({ name }) => name)).toEqual(['a.txt', 'a (2).txt', 'a (3).txt']);
  });

  test('keep what is known of them beforehand and what the reader corrects, until that is taken back', () => {
    const state = after(
      NO_IMPORT,
      { type: 'sources-added', sources: [{ ...source('page'), options: { format: 'html' } }] },
      { type: 'encoding-chosen', name: 'page', encoding: 'gb18030' },
      { type: 'language-chosen', name: 'page', language: 'ru' },
      { type: 'encoding-chosen', name: 'page', encoding: undefined },
    );
    expect(importOptionsOf(state)).toEqual({
      files: { page: { format: 'html', language: 'ru' } },
      restore: [],
    });
  });

  test('are put away with everything when the last one is removed, and can be brought back', () => {
    const state = after(found, { type: 'source-removed', name: 'a.txt' });
    expect(state.sources).toEqual([]);
    expect(after(state, { type: 'brought-back' })).toEqual(found);
  });
});

describe('what an import found', () => {
  test('is gone while nothing could be read, but not what the reader did to it', () => {
    const edited = after(found, { type: 'edited', edit: { type: 'join', unit: 'one' } });
    const refused = after(edited, {
      type: 'reading-ended',
      outcome: { status: 'refused', problem: { code: 'not-text' }, file: 'a.txt' },
    });
    expect(refused).toMatchObject({ found: undefined, step: 'found', reading: { type: 'refused' } });
    expect(unitIds(after(refused, read(makeResult())))).toEqual(['one', 'three', 'four']);
  });

  test.each([
    [{ status: 'stopped' }, 'stopped'],
    [{ status: 'failed', detail: 'crash' }, 'failed'],
  ] as const)('%j leads back to the files', (outcome, type) => {
    const state = after(
      found,
      { type: 'step-chosen', step: 'provenance' },
      { type: 'reading-ended', outcome },
    );
    expect(state).toMatchObject({ step: 'found', reading: { type }, sources: begun.sources });
  });

  test('shows what was brought back into the text where it was set aside before', () => {
    const restored = after(found, { type: 'aside-restored', id: 'y', isRestored: true });
    expect(importOptionsOf(restored).restore).toEqual(['y']);
    const again = after(restored, read(makeResult({ setAside: [makeAside('x'), makeAside('z')] })));
    expect(again.asides.map(({ id }) => id)).toEqual(['x', 'y', 'z']);
    const back = after(again, { type: 'aside-restored', id: 'y', isRestored: false });
    expect(importOptionsOf(back).restore).toEqual([]);
    expect(after(back, read(makeResult())).asides.map(({ id }) => id)).toEqual(['x', 'y', 'z']);
  });
});

describe('the alignment of an import', () => {
  test('goes from one doubtful unit to the next, and round', () => {
    const next: ImportAction = { type: 'doubtful-sought', by: 1 };
    const rows = [1, 3, 1];
    let state = found;
    for (const row of rows) {
      state = after(state, next);
      expect(state.row).toBe(row);
    }
    expect(after(found, { type: 'doubtful-sought', by: -1 }).row).toBe(3);
  });

  test('counts a unit as doubtful until the reader has settled it', () => {
    expect(found.found?.doubtful).toEqual(new Set(['two', 'four']));
    const confirmed = after(found, { type: 'edited', edit: { type: 'confirm', unit: 'two' } });
    expect(confirmed.found?.doubtful).toEqual(new Set(['four']));
    const joined = after(confirmed, { type: 'edited', edit: { type: 'join', unit: 'three' } });
    expect(joined.found?.doubtful).toEqual(new Set());
    expect(after(joined, { type: 'doubtful-sought', by: 1 })).toEqual(joined);
  });

  test('is undone step by step, and shows where', () => {
    const edited = after(
      found,
      { type: 'edited', edit: { type: 'separate', unit: 'two', language: 'en' } },
      { type: 'edited', edit: { type: 'join', unit: 'three' } },
      { type: 'row-chosen', row: 0 },
    );
    expect(unitIds(edited)).toEqual(['one', 'two', 'two-part-2', 'three']);
    const once = after(edited, { type: 'edit-undone' });
    expect([unitIds(once), once.row]).toEqual([['one', 'two', 'two-part-2', 'three', 'four'], 3]);
    expect(after(once, { type: 'edit-undone' }).found).toEqual(found.found);
  });

  test('stays on a row that is there', () => {
    const atEnd = after(found, { type: 'row-chosen', row: 3 });
    expect(after(atEnd, { type: 'edited', edit: { type: 'join', unit: 'three' } }).row).toBe(2);
  });

  test('remembers nothing of an edit that does nothing', () => {
    expect(after(found, { type: 'edited', edit: { type: 'join', unit: 'four' } })).toBe(found);
  });
});

describe('the editions of an import', () => {
  test('are proposed, and what was typed stays when the files are read again', () => {
    const typed = after(found, { type: 'details-typed', found: 'en', details: { title: 'My title' } });
    const again = after(typed, { type: 'reading-started' }, read(makeResult()));
    expect(draftEditions(again, TODAY).map(({ details }) => details.title)).toEqual(['one。', 'My title']);
    expect(areComplete(draftEditions(again, TODAY))).toBe(true);
  });

  test.each([{ title: ' ' }, { sourceName: '' }, { date: '' }])('lack something with %j', (details) => {
    const state = after(found, { type: 'details-typed', found: 'en', details });
    expect(areComplete(draftEditions(state, TODAY))).toBe(false);
  });

  test('are in the language the reader says', () => {
    const state = after(found, { type: 'relabelled', found: 'zh-Hans', language: 'zh-Hant' });
    expect(draftEditions(state, TODAY)).toMatchObject([
      { found: 'zh-Hans', language: 'zh-Hant', details: { title: 'one。' } },
      { found: 'en', language: 'en' },
    ]);
  });

  test('are nothing where nothing was found', () => {
    expect(draftEditions(begun, TODAY)).toEqual([]);
    expect(areComplete([])).toBe(false);
  });
});

describe('the end of an import', () => {
  test('leaves nothing behind once the work is in the library', () => {
    expect(after(found, { type: 'adding' }, { type: 'added' })).toEqual(NO_IMPORT);
  });

  test('keeps everything when the work could not be added', () => {
    const failed = after(found, { type: 'adding' }, { type: 'adding-failed', detail: 'disk full' });
    expect(failed).toEqual({ ...found, adding: { type: 'failed', detail: 'disk full' } });
  });
});

describe('an import into a work that is there', () => {
  const revision = 'ab'.repeat(32);
  const own = { ...statement, units: statement.units.slice(0, 2) };
  const [first, second] = own.units;
  const asked = after(found, { type: 'begun', purpose: { type: 'edition', work: own, revision } });

  function added(id: string, ru: string, confidence = 0.9): ImportedUnit {
    const unit = own.units.find((one) => one.id === id);
    const segments = { ...(unit?.segments ?? { 'zh-Hans': '', en: '' }), ru };
    return { id, kind: 'paragraph', segments, confidence };
  }
  const result: AddedEdition = {
    ...makeResult(),
    added: 'ru',
    languages: ['zh-Hans', 'en', 'ru'],
    units: [added(first?.id ?? '', 'Раз. Два.', 0.3), added(second?.id ?? '', ''), added('ru-new', 'Три.')],
    doubtful: [first?.id ?? ''],
  };
  const aligned = after(asked, { type: 'sources-added', sources: [source('ru.txt')] }, read(result));

  test('begins with nothing, and what was under way can be brought back', () => {
    expect(asked.sources).toEqual([]);
    expect(asked.found).toBeUndefined();
    expect(after(asked, { type: 'brought-back' })).toEqual({ ...found, putAway: undefined });
  });

  test('goes on where the same is asked for once more, and begins anew for anything else', () => {
    const again = { type: 'begun', purpose: { type: 'edition', work: own, revision } } as const;
    expect(after(aligned, again)).toBe(aligned);
    for (const purpose of [
      { type: 'again', work: own, revision },
      { type: 'edition', work: { ...own, id: 'another' }, revision },
    ] as const) {
      const begun = after(aligned, { type: 'begun', purpose });
      expect(begun).toMatchObject({ sources: [], purpose });
      expect(after(begun, { type: 'brought-back' }).sources).toEqual(aligned.sources);
    }
  });

  test('asks of the new edition only', () => {
    expect(draftEditions(aligned, TODAY).map(({ language }) => language)).toEqual(['ru']);
  });

  test('moves the new text and nothing else, and takes that back', () => {
    const passed = after(aligned, { type: 'edited', edit: { type: 'pass-on', unit: first?.id ?? '' } });
    expect(passed.found?.units.map(({ segments }) => segments)).toEqual([
      { ...first?.segments, ru: 'Раз.' },
      { ...second?.segments, ru: 'Два.' },
      { 'zh-Hans': '', en: '', ru: 'Три.' },
    ]);
    const joined = after(passed, { type: 'edited', edit: { type: 'join', unit: second?.id ?? '' } });
    expect(joined.found?.units).toHaveLength(2);
    const undone = after(joined, { type: 'edit-undone' }, { type: 'edit-undone' });
    expect(undone.found?.units).toEqual(result.units);
  });

  test('stays about its work when the last file is taken out, and ends with it', () => {
    const emptied = after(aligned, { type: 'source-removed', name: 'ru.txt' });
    expect(emptied).toMatchObject({ sources: [], purpose: { type: 'edition' } });
    expect(after(aligned, { type: 'added' })).toEqual(NO_IMPORT);
    expect(after(aligned, { type: 'put-away' }).purpose).toEqual({ type: 'new' });
  });

  test('follows its work to another text; a new text of several languages has none to follow', () => {
    const other = 'cd'.repeat(32);
    const replaced = { type: 'work-replaced', work: statement, revision: other } as const;
    expect(after(aligned, replaced).purpose).toEqual({ type: 'edition', work: statement, revision: other });
    expect(after(found, replaced)).toBe(found);
  });

  test('knows of a text that is imported again what is known of the present one, until something is typed', () => {
    const again = after(
      NO_IMPORT,
      { type: 'begun', purpose: { type: 'again', work: statement, revision } },
      { type: 'sources-added', sources: [source('a.txt')] },
      read(makeResult()),
    );
    const [chinese, english] = draftEditions(again, TODAY);
    expect(chinese?.details).toMatchObject({ sourceName: 'China.org.cn', date: '2016-06-27' });
    expect(english?.details.title).toBe(statement.editions[1]?.title);
    const typed = after(again, { type: 'details-typed', found: 'en', details: { title: 'Mine' } });
    expect(draftEditions(typed, TODAY)[1]?.details.title).toBe('Mine');
  });
});
