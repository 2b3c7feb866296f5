import { describe, expect, test } from 'vitest';
import { createAlignmentClient } from '../../../renderer/alignment-worker/alignment-client.ts';
import type {
  AlignmentReply,
  AlignmentRequest,
} from '../../../renderer/alignment-worker/alignment-protocol.ts';

const QUESTION = { source: ['甲。'], target: ['A.'], sourceLanguage: 'zh', targetLanguage: 'en' };
const BEADS = [{ source: [0], target: [0], confidence: 0.9, border: 0.9, isSupported: true }];

/** The worker's end of the wire, written down. */
function openWire() {
  const listeners = new Map<string, (event: Event) => void>();
  const asked: AlignmentRequest[] = [];
  let isEnded = false;
  const worker = {
    postMessage: (request: AlignmentRequest) => void asked.push(request),
    addEventListener: (type: string, listener: (event: Event) => void) => void listeners.set(type, listener),
    terminate: () => {
      isEnded = true;
    },
  } as unknown as Worker;
  return {
    client: createAlignmentClient(worker),
    asked,
    isEnded: () => isEnded,
    answer: (reply: AlignmentReply) =>
      listeners.get('message')?.(new MessageEvent('message', { data: reply })),
    break: (message: string) =>
      listeners.get('error')?.(Object.assign(new Event('error', { cancelable: true }), { message })),
  };
}

describe('whoever asks the worker that aligns', () => {
  test('gets every answer, in whatever order they come', async () => {
    const { client, asked, answer } = openWire();
    const first = client.align(QUESTION);
    const second = client.align(QUESTION);
    answer({ type: 'failed', id: asked[1]?.id ?? 0, detail: 'too long' });
    answer({ type: 'aligned', id: asked[0]?.id ?? 0, beads: BEADS });
    expect(await first).toEqual({ status: 'aligned', beads: BEADS });
    expect(await second).toEqual({ status: 'failed', detail: 'too long' });
  });

  test('hears when the worker breaks down, also with what is asked later', async () => {
    const { client, break: breakDown } = openWire();
    const first = client.align(QUESTION);
    breakDown('no memory');
    expect(await first).toEqual({ status: 'failed', detail: 'no memory' });
    expect(await client.align(QUESTION)).toEqual({ status: 'failed', detail: 'no memory' });
  });

  test('hears of what was under way when the worker is closed', async () => {
    const { client, isEnded } = openWire();
    const first = client.align(QUESTION);
    client.close();
    expect(await first).toMatchObject({ status: 'failed' });
    expect(isEnded()).toBe(true);
  });
});
