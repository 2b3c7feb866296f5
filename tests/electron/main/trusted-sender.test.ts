import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../electron/main/trusted-sender.ts';

interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

const OUR_PAGE: Frame = { url: 'app://bundle/index.html', parent: null };

function makeContents(id: number): WebContents {
  return { id } as Partial<WebContents> as WebContents;
}

function makeEvent(sender: WebContents, senderFrame: Frame | null): IpcMainInvokeEvent {
  return { sender, senderFrame } as Partial<IpcMainInvokeEvent> as IpcMainInvokeEvent;
}

const ours = makeContents(1);

test('the main frame of our window, on our page, is trusted', () => {
  expect(isTrustedSender(makeEvent(ours, OUR_PAGE), ours)).toBe(true);
});

test.each<[string, WebContents, Frame | null]>([
  ['another window', makeContents(2), OUR_PAGE],
  ['a frame inside our page', ours, { url: 'app://bundle/index.html', parent: OUR_PAGE }],
  ['a frame that is gone', ours, null],
  ['another page', ours, { url: 'https://example.com/', parent: null }],
  ['a host that looks like ours', ours, { url: 'app://bundle.example/index.html', parent: null }],
  ['a file', ours, { url: 'file:///index.html', parent: null }],
])('%s is not trusted', (_name, sender, frame) => {
  expect(isTrustedSender(makeEvent(sender, frame), ours)).toBe(false);
});

test('nobody is trusted while there is no window', () => {
  expect(isTrustedSender(makeEvent(ours, OUR_PAGE), undefined)).toBe(false);
});
