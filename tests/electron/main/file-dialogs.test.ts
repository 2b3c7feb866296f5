import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, test } from 'vitest';
import { createFileDialogs } from '../../../electron/main/file-dialogs.ts';

const WINDOW = { id: 1 } as BrowserWindow;
const QUESTION = { title: 'Notes', filters: [{ name: 'Notes', extensions: ['md'] }] };

function answerWith(canceled: boolean): { readonly dialog: Dialog; readonly asked: unknown[][] } {
  const asked: unknown[][] = [];
  const dialog = {
    showSaveDialog: (...given: unknown[]) => {
      asked.push(given);
      return Promise.resolve({ canceled, filePath: canceled ? '' : '/a/notes.md' });
    },
    showOpenDialog: (...given: unknown[]) => {
      asked.push(given);
      return Promise.resolve({ canceled, filePaths: canceled ? [] : ['/a/notes.md'] });
    },
  };
  return { dialog: dialog as Partial<Dialog> as Dialog, asked };
}

describe('the file dialogs', () => {
  test('belong to the window and give what was chosen', async () => {
    const { dialog, asked } = answerWith(false);
    const dialogs = createFileDialogs(dialog, () => WINDOW);
    expect(await dialogs.askWhereToSave({ ...QUESTION, name: 'notes.md' })).toBe('/a/notes.md');
    expect(await dialogs.askWhatToOpen(QUESTION)).toBe('/a/notes.md');
    expect(asked).toEqual([
      [WINDOW, { ...QUESTION, defaultPath: 'notes.md' }],
      [WINDOW, { ...QUESTION, properties: ['openFile'] }],
    ]);
  });

  test('also work without a window, and give nothing if they are cancelled', async () => {
    const { dialog, asked } = answerWith(true);
    const dialogs = createFileDialogs(dialog, () => undefined);
    expect(await dialogs.askWhereToSave({ ...QUESTION, name: 'notes.md' })).toBeUndefined();
    expect(await dialogs.askWhatToOpen(QUESTION)).toBeUndefined();
    expect(asked.map(({ length }) => length)).toEqual([1, 1]);
  });
});
