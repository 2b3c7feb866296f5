import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
    await expect(dialog.showOpenDialog({})).rejects.toThrow('stand-in: no file dialog can be shown');
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
