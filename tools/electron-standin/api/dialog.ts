import { spawn } from 'node:child_process';
import path from 'node:path';
import type {
  BaseWindow,
  FileFilter,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { notImplemented, refuseUnknownOptions, strict } from '../strict.ts';

/** The program of the desktop that shows a file dialog and prints what was chosen. */
const PROGRAM = 'zenity';

/** What both dialogs take. */
type FileOptions = Pick<SaveDialogOptions, 'title' | 'defaultPath' | 'filters'>;

const OPEN_OPTIONS = ['title', 'defaultPath', 'filters', 'properties'];
const SAVE_OPTIONS = ['title', 'defaultPath', 'filters'];

/** The module `dialog`, by way of the desktop's own file dialogs; where there are none it throws. Tests replace its members. */
export const dialog = strict('dialog', {
  async showOpenDialog(
    ...given: [OpenDialogOptions] | [BaseWindow, OpenDialogOptions]
  ): Promise<OpenDialogReturnValue> {
    const options = given.at(-1) as OpenDialogOptions;
    refuseUnknownOptions('dialog.showOpenDialog', options, OPEN_OPTIONS);
    for (const property of options.properties ?? []) {
      if (property !== 'openFile') throw notImplemented('dialog.showOpenDialog', property);
    }
    const chosen = await choose(describeArguments(options));
    return chosen === undefined
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [chosen] };
  },

  async showSaveDialog(
    ...given: [SaveDialogOptions] | [BaseWindow, SaveDialogOptions]
  ): Promise<SaveDialogReturnValue> {
    const options = given.at(-1) as SaveDialogOptions;
    refuseUnknownOptions('dialog.showSaveDialog', options, SAVE_OPTIONS);
    const chosen = await choose([...describeArguments(options), '--save', '--confirm-overwrite']);
    return chosen === undefined ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen };
  },
});

function describeArguments({ title, defaultPath, filters = [] }: FileOptions): readonly string[] {
  return [
    '--file-selection',
    ...(title === undefined ? [] : [`--title=${title}`]),
    ...(defaultPath === undefined ? [] : [`--filename=${defaultPath}`]),
    ...filters.map(describeFilter),
  ];
}

function describeFilter({ name, extensions }: FileFilter): string {
  return `--file-filter=${name} | ${extensions.map((extension) => `*.${extension}`).join(' ')}`;
}

/** The path chosen in a dialog; undefined if it was closed without choosing. */
function choose(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const shown = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    shown.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    shown.once('error', (error) =>
      reject(new Error(`stand-in: no file dialog can be shown: ${error.message}`)),
    );
    shown.once('close', (code) => {
      const chosen = printed.replace(/\n$/, '');
      if (code === 0 && path.isAbsolute(chosen)) resolve(chosen);
      else if (code === 1) resolve(undefined);
      else reject(new Error(`stand-in: ${PROGRAM} ended with ${code}`));
    });
  });
}
