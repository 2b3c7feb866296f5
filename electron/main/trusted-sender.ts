import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isAppUrl } from './app-scheme.ts';

/** Whether a request comes from the main frame of our window while it shows the program's own page. */
export function isTrustedSender(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const { sender, senderFrame } = event;
  if (contents === undefined || sender !== contents || senderFrame === null) return false;
  return senderFrame.parent === null && isAppUrl(senderFrame.url);
}
