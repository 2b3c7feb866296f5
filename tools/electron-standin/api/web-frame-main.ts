import type { WebFrameMain } from 'electron';
import { strict } from '../strict.ts';

/** The main frame of a page, as `event.senderFrame` and `webContents.mainFrame`. */
export interface MainFrame extends Pick<WebFrameMain, 'url' | 'origin'> {
  readonly parent: null;
  readonly top: MainFrame;
}

/** Makes the frame object of a page; `readUrl` gives what the page shows now. */
export function createMainFrame(readUrl: () => string): MainFrame {
  const frame: MainFrame = strict('webFrameMain', {
    get url(): string {
      return readUrl();
    },
    get origin(): string {
      const { protocol, host } = new URL(readUrl());
      return `${protocol}//${host}`;
    },
    parent: null,
    get top(): MainFrame {
      return frame;
    },
  });
  return frame;
}
