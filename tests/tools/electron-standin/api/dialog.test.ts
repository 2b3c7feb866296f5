import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dialog } from '../../../../tools/electron-standin/api/dialog.ts';

let folder: string;

/** Puts a program in the desktop's place: it writes down how it was called, prints a choice and ends. */
async function answerWith(choice: string, exitCode: number): Promise<void> {
  const program = path.join(folder, 'zenity');
  await writeFile(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/arguments"\nprintf '%s' '${choice}'\nexit ${exitCode}\n`,
  );
  await chmod(program, 0o755);
}

async function readArguments(): Promise<readonly string[]> {
  return (await readFile(path.join(folder, 'arguments'), 'utf8')).trimEnd().split('\n');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'standin-dialog-'));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('the file dialogs', () => {
  test('give the file that was chosen to open', async () => {
    await answerWith('/home/me/my notes.jsonld', 0);
    expect(
      await dialog.showOpenDialog({
        title: 'Add notes',
        filters: [{ name: 'Notes', extensions: ['jsonld', 'json'] }],
        properties: ['openFile'],
      }),
    ).toEqual({ canceled: false, filePaths: ['/home/me/my notes.jsonld'] });
    expect(await readArguments()).toEqual([
      '--file-selection',
      '--title=Add notes',
      '--file-filter=Notes | *.jsonld *.json',
    ]);
  });

  test('give the file that was chosen to save to', async () => {
    await answerWith('/home/me/notes.md', 0);
    expect(await dialog.showSaveDialog({ defaultPath: 'notes.md' })).toEqual({
      canceled: false,
      filePath: '/home/me/notes.md',
    });
    expect(await readArguments()).toEqual([
      '--file-selection',
      '--filename=notes.md',
      '--save',
      '--confirm-overwrite',
    ]);
  });

  test('may be closed without choosing', async () => {
    await answerWith('', 1);
    expect(await dialog.showOpenDialog({})).toEqual({ canceled: true, filePaths: [] });
    expect(await dialog.showSaveDialog({})).toEqual({ canceled: true, filePath: '' });
  });

  test('say so where the desktop has none, or where they fail', async () => {
    vi.stubEnv('PATH', folder);
    await expect(dialog.showOpenDialog({})).rejects.toThrow('stand-in: no dialog can be shown');
    await answerWith('', 255);
    await expect(dialog.showSaveDialog({})).rejects.toThrow('stand-in: zenity ended with 255');
  });

  test('refuse options and properties they would ignore', async () => {
    await expect(dialog.showSaveDialog({ message: 'x' })).rejects.toThrow('is not implemented');
    await expect(dialog.showOpenDialog({ properties: ['multiSelections'] })).rejects.toThrow(
      'dialog.showOpenDialog.multiSelections is not implemented',
    );
  });
});

describe('the dialog that asks', () => {
  const QUESTION: MessageBoxOptions = {
    type: 'warning',
    message: 'Not saved',
    detail: 'The disk is full.',
    buttons: ['Try again', 'Quit anyway', 'Cancel'],
    defaultId: 2,
    cancelId: 2,
    noLink: true,
  };

  test.each([
    ['the first button', '', 0, 0],
    ['a further button', 'Quit anyway', 1, 1],
    ['the button to cancel, or Escape', '', 1, 2],
  ])('answers with %s', async (_which, printed, exitCode, response) => {
    await answerWith(printed, exitCode);
    expect(await dialog.showMessageBox(QUESTION)).toEqual({ response, checkboxChecked: false });
    expect(await readArguments()).toEqual([
      '--question',
      '--no-markup',
      '--default-cancel',
      '--text=Not saved',
      '',
      'The disk is full.',
      '--cancel-label=Cancel',
      '--ok-label=Try again',
      '--extra-button=Quit anyway',
    ]);
  });

  test('is taken away when it is aborted, as if it were cancelled', async () => {
    const program = path.join(folder, 'zenity');
    await writeFile(program, `#!/bin/sh\ntouch "${folder}/shown"\nexec sleep 600\n`);
    await chmod(program, 0o755);
    const controller = new AbortController();
    const asked = dialog.showMessageBox({ ...QUESTION, signal: controller.signal });
    await vi.waitFor(() => access(path.join(folder, 'shown')), { timeout: 30_000 });
    controller.abort();
    expect((await asked).response).toBe(2);
    expect((await dialog.showMessageBox({ ...QUESTION, signal: controller.signal })).response).toBe(2);
  });

  test('refuses what it cannot show as Electron would', async () => {
    await answerWith('', 0);
    const refused: Partial<MessageBoxOptions>[] = [
      { checkboxLabel: 'Never ask again' },
      { defaultId: 0 },
      { cancelId: 3 },
      { buttons: ['Cancel'], defaultId: 0, cancelId: 0 },
      { buttons: ['Quit', 'Quit', 'Cancel'] },
    ];
    for (const options of refused) {
      await expect(dialog.showMessageBox({ ...QUESTION, ...options })).rejects.toThrow('is not implemented');
    }
  });
});
