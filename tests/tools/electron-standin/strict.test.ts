import { describe, expect, test } from 'vitest';
import { StrictEmitter } from '../../../tools/electron-standin/strict-emitter.ts';
import { refuseUnknownOptions, strict } from '../../../tools/electron-standin/strict.ts';

interface Dialogs {
  showErrorBox: () => string;
  showOpenDialog?: () => string;
}

describe('a strict object', () => {
  const dialog: Dialogs = strict<Dialogs>('dialog', { showErrorBox: () => 'shown' });

  test('throws for a member it does not have, read or set', () => {
    expect(() => dialog.showOpenDialog).toThrow('stand-in: dialog.showOpenDialog is not implemented');
    expect(() => (dialog.showOpenDialog = () => 'opened')).toThrow('is not implemented');
  });

  test('lets a member it has be replaced', () => {
    dialog.showErrorBox = () => 'replaced';
    expect(dialog.showErrorBox()).toBe('replaced');
  });

  test('can be awaited and printed', async () => {
    expect(await Promise.resolve(dialog)).toBe(dialog);
    expect(JSON.stringify(dialog)).toBe('{}');
  });
});

describe('a strict emitter', () => {
  class Theme extends StrictEmitter {
    #isDark = false;

    constructor() {
      super('theme', ['updated']);
    }

    darken(): void {
      this.#isDark = true;
      this.emit('updated', this.#isDark);
    }
  }

  test('is one object to itself and to others, private fields and all', () => {
    const theme = new Theme();
    const seen: unknown[] = [];
    theme.on('updated', function (this: Theme, isDark: boolean) {
      seen.push(this, isDark);
    });
    theme.darken();
    expect(seen).toEqual([theme, true]);
    expect(seen[0]).toBe(theme);
    expect(() => Reflect.get(theme, 'lighten')).toThrow('stand-in: theme.lighten is not implemented');
  });

  test('refuses a listener of an event it never emits', () => {
    expect(() => new Theme().once('changed', () => {})).toThrow(
      "stand-in: the event 'changed' of theme is not implemented",
    );
  });
});

test('options the stand-in does not know are refused', () => {
  expect(() => refuseUnknownOptions('BrowserWindow', { width: 1, frame: false }, ['width'])).toThrow(
    'stand-in: BrowserWindow.frame is not implemented',
  );
});
