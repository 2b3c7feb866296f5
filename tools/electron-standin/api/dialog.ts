import path from 'node:path';
import type {
  BaseWindow,
  FileFilter,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { notImplemented, refuseUnknownOptions, strict } from '../strict.ts';
import { showMessageBox } from './message-box.ts';
import { runZenity } from './zenity.ts';

/** What both dialogs take. */
type FileOptions = Pick<SaveDialogOptions, 'title' | 'defaultPath' | 'filters'>;

const OPEN_OPTIONS = ['title', 'defaultPath', 'filters', 'properties'];
const SAVE_OPTIONS = ['title', 'defaultPath', 'filters'];

/** The module `dialog`, by way of the desktop's own dialogs; where there are none it throws. Tests replace its members. */
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

  async showMessageBox(
    ...given: [MessageBoxOptions] | [BaseWindow, MessageBoxOptions]
  ): Promise<MessageBoxReturnValue> {
    const response = await showMessageBox(given.at(-1) as MessageBoxOptions);
    return { response, checkboxChecked: false };
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
async function choose(args: readonly string[]): Promise<string | undefined> {
  const { code, printed } = await runZenity(args);
  return code === 0 && path.isAbsolute(printed) ? printed : undefined;
}
