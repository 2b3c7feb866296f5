import type { WebFrameMain } from 'electron';
import { strict } from '../strict.ts';

/** The main frame of a page, as `event.senderFrame`. */
export type MainFrame = Readonly<Pick<WebFrameMain, 'url' | 'parent'>>;

/** Makes the frame object of a page; `readUrl` gives what the page shows now. */
export function createMainFrame(readUrl: () => string): MainFrame {
  return strict('webFrameMain', {
    get url(): string {
      return readUrl();
    },
    parent: null,
  });
}
