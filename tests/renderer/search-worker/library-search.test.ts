import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Work } from '../../../core/text/work.ts';
import { LIBRARY_INDEX_PATHS, textPath, type LibraryText } from '../../../ipc/library-search.ts';
import { createLibraryClient, type LibraryClient } from '../../../renderer/search-worker/library-client.ts';
import type { LibraryReply, LibraryRequest } from '../../../renderer/search-worker/library-protocol.ts';
import { createLibrarySession } from '../../../renderer/search-worker/library-session.ts';
import { makeNote, makeUnit, makeWork } from '../../core/search/make-work.ts';
import { TextShelf } from './text-shelf.ts';

const treaty: Work = {
  ...makeWork([makeUnit('网络主权原则', 'the principle of sovereignty'), makeUnit('新秩序', 'a new order')]),
  id: 'treaty',
};
const report: Work = {
  ...makeWork([makeUnit('数字鸿沟', 'the digital divide'), makeUnit('网络空间', 'cyberspace in order')]),
  id: 'report',
};
const speech: Work = { ...makeWork([makeUnit('谢谢', 'thank you, in that order')]), id: 'speech' };

/** The worker's session behind a real message port: what crosses is cloned, and arrives later, as with a worker. */
class PortWorker extends EventTarget {
  readonly replies: LibraryReply[] = [];
  readonly #channel = new MessageChannel();

  constructor(shelf: TextShelf) {
    super();
    const session = createLibrarySession({
      post: (reply) => this.#channel.port2.postMessage(reply),
      fetchBytes: shelf.fetchBytes,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    });
    this.#channel.port2.addEventListener('message', ({ data }: MessageEvent<LibraryRequest>) =>
      session(data),
    );
    this.#channel.port1.addEventListener('message', ({ data }: MessageEvent<LibraryReply>) => {
      this.replies.push(data);
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
    this.#channel.port1.start();
    this.#channel.port2.start();
  }

  postMessage(request: LibraryRequest): void {
    this.#channel.port1.postMessage(request);
  }

  terminate(): void {
    this.#channel.port1.close();
  }
}

let shelf: TextShelf;
let texts: readonly LibraryText[];
/** Which files of the index were written, in order. */
let kept: string[];
/** What has come of the file that is being written. */
let pieces: Buffer;
/** When the next answers can be shown; at once where nothing is said. */
let readiness: Promise<void>[];
let worker: PortWorker;
let client: LibraryClient;

function start(): void {
  worker = new PortWorker(shelf);
  client = createLibraryClient(worker, {
    onIndex: ({ part, offset, total, bytes }) => {
      const before = offset === 0 ? Buffer.alloc(0) : pieces;
      expect(before).toHaveLength(offset);
      pieces = Buffer.concat([before, Buffer.from(bytes, 'base64')]);
      if (pieces.length < total) return;
      kept.push(part);
      shelf.files.set(LIBRARY_INDEX_PATHS[part], pieces);
    },
    getReady: () => readiness.shift() ?? Promise.resolve(),
  });
}

async function ask(query: string): Promise<readonly string[]> {
  client.search(query);
  await vi.waitFor(() => expect(client.getState()).toMatchObject({ query, isComplete: true }));
  return found();
}

function found(): readonly string[] {
  const works = client.getState().outcome?.works ?? [];
  return works.flatMap(({ workId, units }) => units.map(({ unitId }) => `${workId} ${unitId}`));
}

/** More than are fetched at a time. */
const SPEECHES = 9;

/** Opens a library that has been indexed before, but for the text of its last work: that comes when the function is called. */
async function openAgainWithOneHeld(): Promise<() => void> {
  const digits = Array.from({ length: SPEECHES }, (_, index) => String(index + 1));
  const speeches = digits.map((digit) => shelf.put({ ...speech, id: `speech-${digit}` }, digit));
  client.open(speeches);
  await ask('order');
  client.close();
  start();
  const last = String(SPEECHES);
  const letGo = shelf.hold(textPath({ workId: `speech-${last}`, revision: last.repeat(64), file: 'text' }));
  client.open(speeches);
  await vi.waitFor(() => expect(client.getState().progress).toMatchObject({ ready: SPEECHES - 1 }));
  return letGo;
}

/** Holds the next answer back until the returned function is called. */
function hold(): () => void {
  let letGo = () => {};
  readiness.push(new Promise((resolve) => (letGo = resolve)));
  return () => letGo();
}

/** Lets everything happen that can happen by now. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  shelf = new TextShelf();
  kept = [];
  readiness = [];
  texts = [shelf.put(treaty, '1'), shelf.put(report, '2'), shelf.put(speech, '3')];
  start();
});

afterEach(() => client.close());

describe('a search of the library', () => {
  test('finds in every work, and says how much', async () => {
    client.open(texts);
    expect((await ask('order')).toSorted()).toEqual(['report u2', 'speech u1', 'treaty u2']);
    expect(client.getState().outcome).toMatchObject({ unitCount: 3, workCount: 3 });
    expect((await ask('网络')).toSorted()).toEqual(['report u2', 'treaty u1']);
    expect(client.getState().outcome?.works.find(({ workId }) => workId === 'report')).toMatchObject({
      unitCount: 1,
      units: [
        {
          place: { kind: 'paragraph' },
          lines: [{ excerpt: { text: '网络空间' }, language: 'zh-Hans', span: { start: 0, end: 2 } }],
        },
      ],
    });
    expect(await ask('海洋')).toEqual([]);
  });

  test('answers from the texts that are there, and again when the others come', async () => {
    const letTextGo = await openAgainWithOneHeld();
    client.search('order');
    await vi.waitFor(() => expect(found()).toHaveLength(SPEECHES - 1));
    expect(client.getState()).toMatchObject({ query: 'order', isComplete: false });
    letTextGo();
    await vi.waitFor(() => expect(client.getState().isComplete).toBe(true));
    expect(found()).toHaveLength(SPEECHES);
  });

  test('shows an answer when it is ready to be shown, and not what is no longer asked', async () => {
    client.open(texts);
    await ask('order');
    const letGo = hold();
    client.search('网络');
    await vi.waitFor(() => expect(readiness).toEqual([]));
    expect(client.getState()).toMatchObject({ query: 'order' });
    expect(await ask('海洋')).toEqual([]);
    letGo();
    await settle();
    expect(client.getState()).toMatchObject({ query: '海洋' });
  });

  test('does not go back to an answer from fewer texts that was ready later', async () => {
    const letTextGo = await openAgainWithOneHeld();
    const letGo = hold();
    client.search('order');
    await vi.waitFor(() => expect(readiness).toEqual([]));
    letTextGo();
    await vi.waitFor(() => expect(client.getState().isComplete).toBe(true));
    letGo();
    await settle();
    expect(client.getState().isComplete).toBe(true);
    expect(found()).toHaveLength(SPEECHES);
  });

  test('keeps its index: the next time only what is new is indexed', async () => {
    client.open(texts.slice(0, 2));
    await ask('order');
    expect(kept).toEqual(['base']);
    client.close();
    shelf.fetched.length = 0;

    start();
    client.open(texts);
    expect((await ask('order')).toSorted()).toEqual(['report u2', 'speech u1', 'treaty u2']);
    expect(shelf.fetched.filter((path) => path.endsWith('/search-index.json'))).toEqual([
      textPath({ workId: 'speech', revision: '3'.repeat(64), file: 'search-index' }),
    ]);
    expect(kept).toHaveLength(2);
    client.close();

    start();
    client.open(texts);
    expect((await ask('order')).toSorted()).toEqual(['report u2', 'speech u1', 'treaty u2']);
    expect(kept).toHaveLength(2);
  });

  test('writes only what is new of a large library, and finds both the next time', async () => {
    const long = makeWork(Array.from({ length: 20 }, (_, place) => makeUnit('网络', `order ${place}`)));
    const large = shelf.put({ ...long, id: 'large' }, '4');
    client.open([large]);
    await ask('order');
    const base = shelf.files.get(LIBRARY_INDEX_PATHS.base);
    client.open([large, ...texts.slice(2)]);
    await ask('divide');
    expect(await ask('thank')).toEqual(['speech u1']);
    expect(kept).toEqual(['base', 'tail']);
    expect(shelf.files.get(LIBRARY_INDEX_PATHS.base)).toBe(base);
    client.close();

    start();
    client.open([large, ...texts.slice(2)]);
    expect(await ask('thank')).toEqual(['speech u1']);
    expect((await ask('order')).length).toBe(21);
    expect(kept).toEqual(['base', 'tail']);
  });

  test.each([['damaged'], ['']])(
    'makes its index anew where the one that was kept is %j',
    async (content) => {
      shelf.write(LIBRARY_INDEX_PATHS.base, content);
      client.open(texts);
      expect(await ask('鸿沟')).toEqual(['report u1']);
      expect(kept).toEqual(['base']);
    },
  );

  test('follows a text that is replaced and one that is gone', async () => {
    client.open(texts);
    await ask('order');
    const corrected = shelf.put(
      { ...treaty, units: [makeUnit('新次序', 'a new sequence')].map((unit) => ({ ...unit, id: 'u1' })) },
      '4',
    );
    client.open([corrected, ...texts.slice(1, 2)]);
    expect(await ask('次序')).toEqual(['treaty u1']);
    expect(await ask('新秩序')).toEqual([]);
    expect(await ask('谢谢')).toEqual([]);
  });

  test('goes on as it is when the same texts are named again', async () => {
    client.open(texts);
    await ask('order');
    shelf.fetched.length = 0;
    worker.replies.length = 0;
    client.open(texts);
    expect(await ask('鸿沟')).toEqual(['report u1']);
    expect(shelf.fetched).toEqual([]);
    expect(worker.replies.map(({ type }) => type)).toEqual(['library-searched']);
  });

  test('goes on without a text that cannot be read, and says which', async () => {
    shelf.write(textPath({ workId: 'report', revision: '2'.repeat(64), file: 'text' }), 'damaged');
    client.open(texts);
    expect((await ask('order')).toSorted()).toEqual(['speech u1', 'treaty u2']);
    expect(client.getState().progress).toEqual({ ready: 2, total: 2, failed: ['report'] });
  });

  test('finds notes, whether they come before the text or after it', async () => {
    const note = makeNote('note-1', 'u1', 'compare with 网络强国');
    client.setNotes('treaty', [note]);
    client.open(texts);
    expect(await ask('强国')).toEqual(['treaty u1']);
    expect(client.getState().outcome?.works[0]?.units[0]?.lines).toMatchObject([
      { field: { kind: 'note', annotationId: note.id }, excerpt: { text: 'compare with 网络强国' } },
    ]);
    client.setNotes('treaty', []);
    client.searchAgain();
    await vi.waitFor(() => expect(found()).toEqual([]));
  });

  test('never shows an answer to what is no longer asked', async () => {
    client.open(texts);
    await ask('order');
    client.search('网络');
    client.search('鸿沟');
    const seen = new Set<string>();
    client.subscribe(() => {
      seen.add(`${client.getState().query}: ${found().join()}`);
    });
    await vi.waitFor(() => expect(client.getState()).toMatchObject({ query: '鸿沟', isComplete: true }));
    expect([...seen]).toEqual(['鸿沟: report u1']);
    client.search('');
    expect(client.getState()).toMatchObject({ query: '', outcome: null });
  });

  test('does not look for what has been typed over before its turn came', async () => {
    client.open(texts);
    await ask('order');
    worker.replies.length = 0;
    for (const query of ['网', '网络', '网络主']) client.search(query);
    expect(await ask('网络主权')).toEqual(['treaty u1']);
    expect(worker.replies).toHaveLength(1);
  });

  test('tells nothing new between a question and its answer', async () => {
    client.open(texts);
    await ask('order');
    const before = client.getState();
    client.search('网络');
    expect(client.getState()).toBe(before);
    await vi.waitFor(() => expect(client.getState()).toMatchObject({ query: '网络', isComplete: true }));
  });
});
