import { describe, expect, test, vi } from 'vitest';
import type { ConcordanceQuestion } from '../../../core/concordance/concordance-question.ts';
import { textPath } from '../../../ipc/library-search.ts';
import type {
  ConcordanceReply,
  ConcordanceRequest,
} from '../../../renderer/search-worker/concordance-protocol.ts';
import { createConcordanceClient } from '../../../renderer/search-worker/concordance-client.ts';
import { createConcordanceSession } from '../../../renderer/search-worker/concordance-session.ts';
import { makeConcordanceWork } from '../../core/concordance/make-concordance-work.ts';
import { TextShelf } from './text-shelf.ts';

const shelf = new TextShelf();
const TEXTS = [
  shelf.put(
    makeConcordanceWork([
      { zh: '网络主权', en: 'sovereignty in networks', links: [['主权', 'sovereignty']] },
      { zh: '网络安全', en: 'security' },
    ]),
    '1',
  ),
];
const { fetchBytes } = shelf;

const LINES: ConcordanceQuestion = {
  view: 'lines',
  query: { text: '主权', language: 'zh-Hans', counterpart: 'en' },
  sorting: { order: 'place', depth: 1, collation: 'pinyin' },
  rendering: null,
};

/** A session whose clock runs so fast that it pauses after each step, until `resume` is called. */
function openSlowSession() {
  const replies: ConcordanceReply[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const handle = createConcordanceSession({
    post: (reply) => replies.push(reply),
    fetchBytes,
    pause: () => new Promise((resolve) => waiting.push(resolve)),
    now: () => (time += 1000),
  });
  const resume = (): void => waiting.splice(0).forEach((go) => go());
  return { handle, replies, resume, isPaused: () => waiting.length > 0 };
}

describe('the session of the concordance worker', () => {
  test('answers a question about the works it was given', async () => {
    const replies: ConcordanceReply[] = [];
    const handle = createConcordanceSession({
      post: (reply) => replies.push(reply),
      fetchBytes,
      pause: () => Promise.resolve(),
      now: () => 0,
    });
    await handle({ type: 'load', id: 1, texts: TEXTS });
    await handle({ type: 'ask', id: 2, question: LINES });
    expect(replies).toMatchObject([
      {
        type: 'answered',
        id: 2,
        answer: {
          view: 'lines',
          total: 1,
          lines: [{ unit: 'u1', left: '网络', keyword: '主权', right: '' }],
        },
      },
    ]);
  });

  test('gives up a computation when something newer is asked', async () => {
    const { handle, replies, resume, isPaused } = openSlowSession();
    await handle({ type: 'load', id: 1, texts: TEXTS });
    const first = handle({ type: 'ask', id: 2, question: LINES });
    await vi.waitFor(() => expect(isPaused()).toBe(true));
    const second = handle({ type: 'ask', id: 3, question: LINES });
    await vi.waitFor(async () => {
      resume();
      await Promise.race([second, Promise.reject(new Error('still at work'))]);
    });
    await first;
    expect(replies.map(({ type, id }) => [type, id])).toEqual([
      ['superseded', 2],
      ['answered', 3],
    ]);
  });
});

describe('the texts of the concordance', () => {
  const lines = (replies: readonly ConcordanceReply[]) =>
    replies.map((reply) =>
      reply.type === 'answered' && reply.answer.view === 'lines' ? [reply.id, reply.answer.total] : reply,
    );
  const open = (texts: TextShelf) => {
    const replies: ConcordanceReply[] = [];
    const handle = createConcordanceSession({
      post: (reply) => replies.push(reply),
      fetchBytes: texts.fetchBytes,
      pause: () => Promise.resolve(),
      now: () => 0,
    });
    return { replies, handle };
  };
  const treaty = { ...makeConcordanceWork([{ zh: '尊重主权', en: 'respect' }]), id: 'treaty' };

  test('are fetched once, and one that cannot be read is left out', async () => {
    const texts = new TextShelf();
    const own = texts.put(makeConcordanceWork([{ zh: '网络主权', en: 'sovereignty' }]), '1');
    const other = texts.put(treaty, '2');
    const gone = { ...other, workId: 'gone' };
    const { replies, handle } = open(texts);
    await handle({ type: 'load', id: 1, texts: [own] });
    await handle({ type: 'load', id: 2, texts: [own, gone, other] });
    await handle({ type: 'ask', id: 3, question: LINES });
    expect(lines(replies)).toEqual([[3, 2]]);
    expect(texts.fetched.filter((path) => path.includes(own.workId))).toHaveLength(1);
  });

  test('are waited for by a question, which gives way when others are named', async () => {
    const texts = new TextShelf();
    const own = texts.put(makeConcordanceWork([{ zh: '网络主权', en: 'sovereignty' }]), '1');
    const other = texts.put(treaty, '2');
    const letGo = texts.hold(textPath({ ...own, file: 'text' }));
    const { replies, handle } = open(texts);
    const pending = [
      handle({ type: 'load', id: 1, texts: [own] }),
      handle({ type: 'ask', id: 2, question: LINES }),
      handle({ type: 'load', id: 3, texts: [other] }),
      handle({ type: 'ask', id: 4, question: LINES }),
    ];
    letGo();
    await Promise.all(pending);
    expect(lines(replies)).toHaveLength(2);
    expect(lines(replies)).toEqual(expect.arrayContaining([{ type: 'superseded', id: 2 }, [4, 1]]));
  });

  test('that cannot be read at all are told', async () => {
    const texts = new TextShelf();
    const own = texts.put(treaty, '1');
    texts.files.clear();
    const { replies, handle } = open(texts);
    await handle({ type: 'load', id: 1, texts: [own] });
    await handle({ type: 'ask', id: 2, question: LINES });
    expect(replies.map(({ type, id }) => [type, id])).toContainEqual(['failed', 2]);
  });
});

/** A worker that keeps what it is sent, and answers when told to. */
class RecordingWorker extends EventTarget {
  readonly requests: ConcordanceRequest[] = [];
  isTerminated = false;

  postMessage(request: ConcordanceRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  reply(data: ConcordanceReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function openClient() {
  const worker = new RecordingWorker();
  const client = createConcordanceClient(worker);
  return { client, requests: worker.requests, reply: (data: ConcordanceReply) => worker.reply(data) };
}

describe('the client of the concordance worker', () => {
  test('lets no outdated answer take the place of a newer one', async () => {
    const { client, requests, reply } = openClient();
    client.load(TEXTS);
    const first = client.ask(LINES);
    const second = client.ask({ view: 'renderings', query: LINES.query });
    expect(requests.map(({ type }) => type)).toEqual(['load', 'ask', 'ask']);
    reply({ type: 'answered', id: 2, answer: { view: 'lines', lines: [], total: 0, spread: [] } });
    reply({ type: 'answered', id: 3, answer: { view: 'renderings', rows: [], total: 0 } });
    expect(await first).toEqual({ status: 'superseded' });
    expect(await second).toEqual({
      status: 'answered',
      answer: { view: 'renderings', rows: [], total: 0 },
    });
  });

  test('says why a question could not be answered', async () => {
    const { client, reply } = openClient();
    const asked = client.ask(LINES);
    reply({ type: 'failed', id: 1, detail: 'out of memory' });
    expect(await asked).toEqual({ status: 'failed', detail: 'out of memory' });
  });

  test('asks nothing more of a worker that was closed', async () => {
    const { client, requests } = openClient();
    const asked = client.ask(LINES);
    client.close();
    expect(await asked).toEqual({ status: 'superseded' });
    expect((await client.ask(LINES)).status).toBe('failed');
    expect(requests).toHaveLength(1);
  });
});
