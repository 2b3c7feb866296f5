import { describe, expect, it } from 'vitest';
import { COMMAND_IDS } from '../../../ipc/commands.ts';
import {
  COMMAND_KEYS,
  describeKeys,
  findCommand,
  isChord,
  type PressedKey,
} from '../../../renderer/commands/command-keys.ts';

function press(key: string, modifiers: Partial<PressedKey> = {}): PressedKey {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

describe('finding the command of a key', () => {
  it.each([
    ['j', {}, 'next-unit'],
    ['/', {}, 'go-to-search'],
    ['?', { shiftKey: true }, 'show-keys'],
    ['k', { ctrlKey: true }, 'show-palette'],
    ['K', { ctrlKey: true, shiftKey: true }, 'show-revisions'],
    ['F', { ctrlKey: true, shiftKey: true }, undefined],
    ['R', { shiftKey: true }, 'mark-read'],
    ['r', {}, 'toggle-remarks'],
    ['z', { ctrlKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['ArrowLeft', { altKey: true }, 'go-back'],
    ['ArrowLeft', {}, undefined],
    ['=', { ctrlKey: true }, 'larger-type'],
    ['+', { ctrlKey: true, shiftKey: true }, 'larger-type'],
    ['h', { metaKey: true }, undefined],
    ['F3', {}, 'next-hit'],
    ['F3', { shiftKey: true }, 'previous-hit'],
    ['g', { ctrlKey: true }, 'next-hit'],
    ['G', { ctrlKey: true, shiftKey: true }, 'previous-hit'],
    ['g', {}, 'go-to-unit'],
  ] as const)('%s %j means %s', (key, modifiers, command) => {
    expect(findCommand(press(key, modifiers), false)).toBe(command);
  });

  it('takes Command for Ctrl on a Mac', () => {
    expect(findCommand(press('k', { metaKey: true }), true)).toBe('show-palette');
    expect(findCommand(press('k', { ctrlKey: true }), true)).toBeUndefined();
  });

  it('hears function keys also while something is typed', () => {
    expect(isChord(press('F3'))).toBe(true);
    expect(isChord(press('F'))).toBe(false);
  });

  it('gives no key to two commands', () => {
    const keys = COMMAND_IDS.flatMap((id) => COMMAND_KEYS[id].keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('naming keys', () => {
  it.each([
    ['Mod+k', false, 'Ctrl+k'],
    ['Mod+Shift+Z', true, '⌘+Shift+Z'],
    ['Alt+ArrowLeft', false, 'Alt+←'],
    ['Mod++', false, 'Ctrl++'],
  ] as const)('%s on a Mac: %s is called %s', (keys, isMac, name) => {
    expect(describeKeys(keys, isMac)).toBe(name);
  });
});
