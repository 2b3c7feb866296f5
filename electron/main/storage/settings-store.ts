import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from '../../../core/schema.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../../core/settings/settings.ts';
import type { StartNotice } from '../../../ipc/contract.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { windowStateSchema, type WindowState } from '../window-state.ts';
import { coalesceWrites } from './coalesced-writes.ts';
import { openDurableFile, type DurableFile } from './durable-file.ts';
import { failForFileError } from './file-failure.ts';
import { readVersioned } from './schema-version.ts';

const SCHEMA_VERSION = 1;

const contentSchema = z.strictObject({ settings: settingsSchema, window: windowStateSchema.nullable() });

type Content = z.output<typeof contentSchema>;

/** What stands in settings.json: the reader's choices and where the window stood. */
export interface SettingsStore {
  /** What could not be read at the start and is left as it was. */
  readonly notices: readonly StartNotice[];
  readonly settings: () => Settings;
  readonly windowState: () => WindowState | null;
  /** What settings.json would say of the reader's choices, as text. */
  readonly serialize: () => string;
  /**
   * Takes the settings at once; answers when they are on disk. A file that could not be read is only touched for a choice
   * of the reader's, not to remember a place: a damaged one is then put aside, a newer one kept.
   */
  readonly saveSettings: (settings: Settings) => Promise<Result<null>>;
  /** Remembers the window with the next flush; never a reason to replace a file that could not be read. */
  readonly saveWindowState: (state: WindowState) => void;
  /** Writes what is still to be written, now. */
  readonly flush: () => Result<null>;
}

/** Opens settings.json; runs on defaults where it is missing or cannot be read. `now` names the file put aside. */
export function openSettingsStore(filePath: string, now: () => Date): SettingsStore {
  const file = openDurableFile(filePath);
  const read = readContent(file);
  let content: Content = read.ok ? read.value : { settings: DEFAULT_SETTINGS, window: null };
  let obstacle = read.ok ? null : read.failure;

  const writes = coalesceWrites(() => {
    if (obstacle?.code === 'newer-file') return fail('newer-file', obstacle.detail);
    if (obstacle !== null) {
      const moved = putAside(filePath, now());
      if (!moved.ok) return moved;
      obstacle = null;
    }
    return file.write({ schemaVersion: SCHEMA_VERSION, ...content });
  });

  return {
    notices: read.ok ? [] : [{ code: noticeCode(read.failure.code), path: filePath }],
    settings: () => content.settings,
    windowState: () => content.window,
    serialize: () => `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...content, window: null })}\n`,
    saveSettings: async (settings) => {
      const isChoice = !isDeepStrictEqual(choicesOf(settings), choicesOf(DEFAULT_SETTINGS));
      content = { ...content, settings };
      return obstacle === null || isChoice ? writes.request() : succeed(null);
    },
    saveWindowState: (window) => {
      content = { ...content, window };
      if (obstacle === null) void writes.request();
    },
    flush: writes.flush,
  };
}

/** What the reader has chosen, without what the program remembers by itself. */
function choicesOf({ works: _places, searches, ...choices }: Settings) {
  return { ...choices, savedSearches: searches.saved };
}

function noticeCode(code: string): StartNotice['code'] {
  return code === 'newer-file' ? 'settings-newer' : 'settings-damaged';
}

function readContent(file: DurableFile): Result<Content> {
  const read = readVersioned(file, SCHEMA_VERSION);
  if (!read.ok) return read;
  const parsed = contentSchema.safeParse(
    fillIn({ settings: DEFAULT_SETTINGS, window: null }, read.value ?? {}),
  );
  if (parsed.success) return succeed(parsed.data);
  const [issue] = parsed.error.issues;
  return fail('damaged-file', `${file.path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** A file written before a setting existed lacks it: such a setting has its default. What stands there is not touched. */
function fillIn(defaults: unknown, value: unknown): unknown {
  if (value === undefined) return defaults;
  if (!isObject(defaults) || !isObject(value)) return value;
  const filled = Object.entries(defaults).map(([key, byDefault]) => [key, fillIn(byDefault, value[key])]);
  return { ...value, ...Object.fromEntries(filled) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function putAside(filePath: string, time: Date): Result<null> {
  if (!fs.existsSync(filePath)) return succeed(null);
  try {
    // Colons may not stand in file names on Windows.
    fs.renameSync(filePath, `${filePath}.damaged-${time.toISOString().replaceAll(':', '-')}`);
    return succeed(null);
  } catch (error) {
    return failForFileError(error, filePath);
  }
}
