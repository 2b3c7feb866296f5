import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../core/settings/settings.ts';
import { STEP_NAMES } from '../../../core/annotation/step-name.ts';
import { buildMenuTemplate } from '../../../electron/main/menu.ts';
import { findMenuKey } from '../../../electron/main/menu-keys.ts';
import type { Platform } from '../../../electron/main/platform.ts';
import { COMMAND_IDS, type CommandId } from '../../../ipc/commands.ts';
import type { DescribedHistory } from '../../../ipc/history.ts';
import { findCommand, type PressedKey } from '../../../renderer/commands/command-keys.ts';

const PLATFORMS: readonly Platform[] = ['linux', 'win32', 'darwin'];

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

const NOTHING: DescribedHistory = { undo: null, redo: null };

function listItems(
  language: InterfaceLanguage,
  platform: Platform,
  history: DescribedHistory = NOTHING,
): MenuItemConstructorOptions[] {
  const options = { language, platform, history, hasDeveloperTools: true, onCommand: () => {} };
  return flatten(buildMenuTemplate(options)).filter(({ type }) => type !== 'separator');
}

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  test('has every command once', () => {
    const ids = listItems('en', platform).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.toSorted()).toEqual([...COMMAND_IDS].toSorted());
  });

  test.each(INTERFACE_LANGUAGES)('has a label on every item in %s', (language) => {
    const labels = listItems(language, platform).map(({ label }) => label);
    expect(labels.filter((label) => label === undefined || label.trim() === '')).toEqual([]);
  });

  test('is Chinese where the interface is', () => {
    const latin = listItems('zh-Hans', platform).filter(({ label }) => !/\p{Script=Han}/u.test(label ?? ''));
    expect(latin.map(({ label }) => label)).toEqual(platform === 'darwin' ? ['Duizhao'] : []);
  });

  test('takes no key from typing, and no key twice', () => {
    const keys = listItems('en', platform).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    );
    expect(keys.filter((key) => !/^(CmdOrCtrl|Alt)\+|^(Shift\+)?F\d+$/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    const ownOfTextFields = new Set(['CmdOrCtrl+C', 'CmdOrCtrl+X', 'CmdOrCtrl+V', 'CmdOrCtrl+A']);
    expect(keys.filter((key) => ownOfTextFields.has(key))).toEqual([]);
  });
});

test('a click sends the command of its item', () => {
  const chosen: CommandId[] = [];
  const template = buildMenuTemplate({
    language: 'en',
    platform: 'linux',
    history: NOTHING,
    hasDeveloperTools: false,
    onCommand: (command) => void chosen.push(command),
  });
  for (const { click } of flatten(template)) Reflect.apply(click ?? (() => {}), undefined, []);
  expect(chosen.toSorted()).toEqual([...COMMAND_IDS].toSorted());
});

test('developer tools are only there when asked for', () => {
  const options = { language: 'en', platform: 'linux', history: NOTHING, onCommand: () => {} } as const;
  const hasTools = (hasDeveloperTools: boolean): boolean =>
    flatten(buildMenuTemplate({ ...options, hasDeveloperTools })).some(
      ({ role }) => role === 'toggleDevTools',
    );
  expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
});

test.each(['linux', 'win32'] as const)('every key the menu shows on %s is one the page hears', (platform) => {
  const shown = COMMAND_IDS.flatMap((command) => {
    const key = findMenuKey(command, platform);
    return key === undefined ? [] : [[key.accelerator, command] as const];
  });
  const heard = shown.map(([accelerator]) => [accelerator, findCommand(press(accelerator), false)]);
  expect(heard).toEqual(shown);
});

/** The key press an accelerator names, on a keyboard without a Command key. */
function press(accelerator: string): PressedKey {
  const parts = accelerator.split('+');
  const name = parts.at(-1) ?? '';
  const named: Readonly<Record<string, string>> = { Left: 'ArrowLeft', Right: 'ArrowRight', Plus: '+' };
  return {
    key: named[name] ?? name,
    ctrlKey: parts.includes('CmdOrCtrl'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

describe('Undo and Redo in the Edit menu', () => {
  const find = (language: InterfaceLanguage, history: DescribedHistory) => {
    const items = listItems(language, 'linux', history);
    return (['undo', 'redo'] as const).map((id) => items.find((item) => item.id === id));
  };

  test.each([
    ['en', 'Undo delete note', 'Redo rename tag'],
    ['zh-Hans', '撤销删除笔记', '重做重命名标签'],
  ] as const)('say in %s what they would do', (language, undo, redo) => {
    const items = find(language, { undo: 'delete.note', redo: 'rename-tag' });
    expect(items.map((item) => item?.label)).toEqual([undo, redo]);
  });

  test('are off where there is nothing', () => {
    expect(find('en', NOTHING).map((item) => [item?.label, item?.enabled])).toEqual([
      ['Undo', false],
      ['Redo', false],
    ]);
  });

  test('are on, and say no more, while a text field has the keyboard', () => {
    const items = find('en', { undo: 'typing', redo: 'typing' });
    expect(items.map((item) => [item?.label, item?.enabled])).toEqual([
      ['Undo', undefined],
      ['Redo', undefined],
    ]);
  });

  test.each(INTERFACE_LANGUAGES)('have words of their own for every step in %s', (language) => {
    const labels = STEP_NAMES.map((undo) => find(language, { undo, redo: null })[0]?.label);
    expect(new Set(labels).size).toBe(STEP_NAMES.length);
  });
});
