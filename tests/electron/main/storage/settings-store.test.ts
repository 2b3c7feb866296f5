import '../../electron-in-node.ts';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../core/settings/settings.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { makeFolder } from '../../temporary-folder.ts';

const DARK: Settings = { ...DEFAULT_SETTINGS, theme: 'dark' };
const WINDOW = { bounds: { x: 1, y: 2, width: 900, height: 700 }, isMaximized: true };

const now = (): Date => new Date('2026-01-02T03:04:05.678Z');

describe('the settings store', () => {
  test('starts on defaults without a file and writes none for that', () => {
    const folder = makeFolder();
    const store = openSettingsStore(path.join(folder, 'settings.json'), now);
    expect(store.settings()).toEqual(DEFAULT_SETTINGS);
    expect(store.windowState()).toBeNull();
    expect(store.notices).toEqual([]);
    store.flush();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('answers settings once they are on disk, and finds them and the window again', async () => {
    const filePath = path.join(makeFolder(), 'settings.json');
    const store = openSettingsStore(filePath, now);
    expect(await store.saveSettings(DARK)).toEqual({ ok: true, value: null });
    expect(JSON.parse(readFileSync(filePath, 'utf8'))).toEqual({
      schemaVersion: 1,
      settings: DARK,
      window: null,
    });
    store.saveWindowState(WINDOW);
    store.flush();
    const again = openSettingsStore(filePath, now);
    expect(again.settings()).toEqual(DARK);
    expect(again.windowState()).toEqual(WINDOW);
  });

  test('gives a setting its default that the file does not have yet', () => {
    const filePath = path.join(makeFolder(), 'settings.json');
    writeFileSync(
      filePath,
      '{"schemaVersion":1,"settings":{"theme":"dark","reading":{"fontSize":20},"works":{}}}',
    );
    const store = openSettingsStore(filePath, now);
    expect(store.notices).toEqual([]);
    expect(store.settings()).toEqual({ ...DARK, reading: { ...DEFAULT_SETTINGS.reading, fontSize: 20 } });
  });

  const damaged: readonly [string, string][] = [
    ['no JSON', '{"schemaVersion":1'],
    ['an empty file', ''],
    ['a list', '[]'],
    ['no version', '{"settings":{}}'],
    ['settings that are a list', '{"schemaVersion":1,"settings":[]}'],
    ['settings that are null', '{"schemaVersion":1,"settings":null}'],
    ['a theme that is none', '{"schemaVersion":1,"settings":{"theme":"pink"}}'],
    ['type that is too large', '{"schemaVersion":1,"settings":{"reading":{"fontSize":200}}}'],
    ['a setting nobody knows', '{"schemaVersion":1,"settings":{"fontsize":20}}'],
    ['a window without a place', '{"schemaVersion":1,"window":{"isMaximized":true}}'],
  ];

  test.each(damaged)('runs on defaults when the file has %s, says so and leaves the file', (_name, text) => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'settings.json');
    writeFileSync(filePath, text);
    const store = openSettingsStore(filePath, now);
    expect(store.notices).toEqual([{ code: 'settings-damaged', path: filePath }]);
    expect(store.settings()).toEqual(DEFAULT_SETTINGS);
    store.saveWindowState(WINDOW);
    store.flush();
    expect(readFileSync(filePath, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  test.each([
    ['damaged', 'broken'],
    ['newer', '{"schemaVersion":2}'],
  ])('leaves a %s file where it is for a place that is only remembered', async (_name, text) => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'settings.json');
    writeFileSync(filePath, text);
    const store = openSettingsStore(filePath, now);
    const placed: Settings = {
      ...DEFAULT_SETTINGS,
      works: {
        poem: {
          view: 'single',
          language: 'en',
          columns: ['en', 'ru'],
          unit: 'u1',
          columnShare: 0.5,
          opened: null,
        },
      },
    };
    expect(await store.saveSettings(placed)).toEqual({ ok: true, value: null });
    expect(store.settings()).toEqual(placed);
    store.flush();
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(readFileSync(filePath, 'utf8')).toBe(text);
  });

  test('puts a damaged file aside when the reader changes a setting', async () => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'settings.json');
    writeFileSync(filePath, 'broken');
    const store = openSettingsStore(filePath, now);
    expect(await store.saveSettings(DARK)).toEqual({ ok: true, value: null });
    expect(await store.saveSettings(DARK)).toEqual({ ok: true, value: null });
    const aside = 'settings.json.damaged-2026-01-02T03-04-05.678Z';
    expect(readdirSync(folder).toSorted()).toEqual(['settings.json', aside]);
    expect(readFileSync(path.join(folder, aside), 'utf8')).toBe('broken');
    expect(openSettingsStore(filePath, now).settings()).toEqual(DARK);
  });

  test('never writes over a file of a newer version, but follows the reader while it runs', async () => {
    const folder = makeFolder();
    const filePath = path.join(folder, 'settings.json');
    const text = '{"schemaVersion":2,"settings":{"theme":"sepia"}}';
    writeFileSync(filePath, text);
    const store = openSettingsStore(filePath, now);
    expect(store.notices).toEqual([{ code: 'settings-newer', path: filePath }]);
    expect(await store.saveSettings(DARK)).toMatchObject({ failure: { code: 'newer-file' } });
    expect(store.settings()).toEqual(DARK);
    // Remembering a place does not make the choice a saved one.
    expect(await store.saveSettings({ ...DARK })).toMatchObject({ failure: { code: 'newer-file' } });
    store.saveWindowState(WINDOW);
    expect(store.flush()).toMatchObject({ failure: { code: 'newer-file' } });
    expect(readFileSync(filePath, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  test('says when settings cannot be written, keeps them and writes them later', async () => {
    const folder = path.join(makeFolder(), 'user-data');
    const store = openSettingsStore(path.join(folder, 'settings.json'), now);
    writeFileSync(folder, 'a file where the folder should be');
    expect((await store.saveSettings(DARK)).ok).toBe(false);
    expect(store.settings()).toEqual(DARK);
    rmSync(folder);
    expect(store.flush().ok).toBe(true);
    expect(existsSync(path.join(folder, 'settings.json'))).toBe(true);
  });
});
