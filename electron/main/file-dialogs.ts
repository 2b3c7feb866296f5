import type { BrowserWindow, Dialog, FileFilter } from 'electron';

/** What a file dialog shows. */
export interface FileQuestion {
  readonly title: string;
  readonly filters: readonly FileFilter[];
}

/** Asks the reader for files, in the system's own dialogs. */
export interface FileDialogs {
  /** Where to write; undefined if the reader has cancelled. */
  readonly askWhereToSave: (
    question: FileQuestion & { readonly name: string },
  ) => Promise<string | undefined>;
  /** What to read; undefined if the reader has cancelled. */
  readonly askWhatToOpen: (question: FileQuestion) => Promise<string | undefined>;
}

/** The system's dialogs, before the program's window where it is open. */
export function createFileDialogs(
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>,
  findWindow: () => BrowserWindow | undefined,
): FileDialogs {
  return {
    askWhereToSave: async ({ title, filters, name }) => {
      const window = findWindow();
      const options = { title, defaultPath: name, filters: [...filters] };
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? undefined : filePath;
    },
    askWhatToOpen: async ({ title, filters }) => {
      const window = findWindow();
      const options = { title, filters: [...filters], properties: ['openFile' as const] };
      const { canceled, filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? undefined : filePaths[0];
    },
  };
}
