import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildTextIndex } from '../../../core/search/text-index.ts';
import type { WorkerReply, WorkerRequest } from '../../../renderer/search-worker/protocol.ts';
import {
  createSearchClient,
  type SearchAnswer,
  type SearchClient,
} from '../../../renderer/search-worker/search-client.ts';
import { createSearchSession } from '../../../renderer/search-worker/search-session.ts';
import { makeNote, makeUnit, makeWork } from '../../core/search/make-work.ts';

const work = makeWork([makeUnit('网络主权', 'sovereignty'), makeUnit('新秩序', 'a new order')]);
const otherWork = makeWork([makeUnit('数字鸿沟', 'the digital divide')]);

/** The worker's session behind a real message port: what crosses is cloned, and arrives later, as with a worker. */
class PortWorker extends EventTarget {
  readonly requests: WorkerRequest[] = [];
  isTerminated = false;
  readonly #channel = new MessageChannel();

  constructor(answer: (request: WorkerRequest) => WorkerReply = createSearchSession()) {
    super();
    this.#channel.port2.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
      this.requests.push(data);
      this.#channel.port2.postMessage(answer(data));
    });
    this.#channel.port1.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
    this.#channel.port1.start();
    this.#channel.port2.start();
  }

  postMessage(request: WorkerRequest): void {
    this.#channel.port1.postMessage(request);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
}

let worker: PortWorker;
let client: SearchClient;

function open(answer?: (request: WorkerRequest) => WorkerReply): void {
  worker = new PortWorker(answer);
  client = createSearchClient(worker);
}

beforeEach(() => open());
afterEach(() => client.close());

function unitsOf(answer: SearchAnswer): readonly string[] | string {
  return answer.status === 'found' ? answer.outcome.results.map(({ unitId }) => unitId) : answer.status;
}

describe('a client of the search worker', () => {
  test('loads a work with its index and searches it', async () => {
    const loaded = client.load(work, buildTextIndex(work));
    expect(unitsOf(await client.search('秩序'))).toEqual(['u2']);
    expect(await loaded).toEqual({ status: 'loaded', isIndexRebuilt: false });
  });

  test('says when the index did not fit the work', async () => {
    expect(await client.load(work, buildTextIndex(otherWork))).toEqual({
      status: 'loaded',
      isIndexRebuilt: true,
    });
    expect(unitsOf(await client.search('秩序'))).toEqual(['u2']);
  });

  test('hands on what is wrong with a query', async () => {
    void client.load(work, '');
    expect(await client.search('“')).toMatchObject({
      status: 'found',
      outcome: { results: [], problems: [{ code: 'unclosed-quote' }] },
    });
  });

  test('searches the notes as they were when the search was made', async () => {
    void client.load(work, '');
    client.setAnnotations([makeNote('n', 'u1', 'check this')]);
    expect(unitsOf(await client.search('check'))).toEqual(['u1']);
    client.setAnnotations([]);
    expect(unitsOf(await client.search('check'))).toEqual([]);
  });

  test('forgets the notes of the work before', async () => {
    void client.load(work, '');
    client.setAnnotations([makeNote('n', 'u1', 'check this')]);
    void client.load(otherWork, '');
    expect(unitsOf(await client.search('check'))).toEqual([]);
  });

  test('says how a query could go on, with the tags and the names of colours it was told', async () => {
    void client.load(work, '');
    client.setAnnotations([makeNote('n', 'u1', '', ['重要'])]);
    client.setColors({ red: 'Doubtful' });
    const namesAt = async (text: string) =>
      (await client.complete(text, text.length, false))?.items.map(({ name }) => name);
    expect(await namesAt('sover')).toEqual(['sovereignty']);
    expect(await namesAt('tag:')).toEqual(['重要']);
    expect(await namesAt('colour:d')).toEqual(['Doubtful']);
  });

  test('answers only the newest of several questions how a query could go on', async () => {
    await client.load(work, '');
    const [older, newer] = [client.complete('so', 2, false), client.complete('sov', 3, false)];
    expect(await older).toBeNull();
    expect((await newer)?.span).toEqual({ start: 0, end: 3 });
  });

  test('answers only the newest of several searches, and does not even send those between', async () => {
    await client.load(work, '');
    const answers = await Promise.all(['新', '新秩', '新秩序', '主权'].map((text) => client.search(text)));
    expect(answers.map(unitsOf)).toEqual(['superseded', 'superseded', 'superseded', ['u1']]);
    const sent = worker.requests.flatMap((request) => (request.type === 'search' ? [request.text] : []));
    expect(sent).toEqual(['新', '主权']);
  });

  test('drops a search of the work before', async () => {
    await client.load(work, '');
    const [first, second] = [client.search('主权'), client.search('秩序')];
    const loaded = client.load(otherWork, '');
    expect([unitsOf(await first), unitsOf(await second)]).toEqual(['superseded', 'superseded']);
    expect((await loaded).status).toBe('loaded');
    expect(unitsOf(await client.search('主权'))).toEqual([]);
    expect(unitsOf(await client.search('鸿沟'))).toEqual(['u1']);
  });

  test('drops a work when another is loaded before it is ready', async () => {
    const first = client.load(work, '');
    const second = client.load(otherWork, '');
    expect((await first).status).toBe('superseded');
    expect((await second).status).toBe('loaded');
  });
});

describe('failures come as values', () => {
  test('when nothing has been loaded', async () => {
    expect(await client.search('主权')).toMatchObject({ status: 'failed' });
    client.setAnnotations([]);
    void client.load(work, '');
    expect(unitsOf(await client.search('主权'))).toEqual(['u1']);
  });

  test('when what was sent is no work', async () => {
    const broken: unknown = { units: 3 };
    open();
    worker.postMessage({ type: 'load', id: 0, work: broken as typeof work, serializedIndex: '' });
    expect(await client.search('主权')).toMatchObject({ status: 'failed' });
  });

  test('when the worker breaks down, then and afterwards', async () => {
    const loading = client.load(work, '');
    const searching = client.search('主权');
    worker.dispatchEvent(new Event('error', { cancelable: true }));
    expect(await loading).toMatchObject({ status: 'failed' });
    expect(await searching).toMatchObject({ status: 'failed' });
    expect(await client.search('主权')).toMatchObject({ status: 'failed' });
    expect(await client.load(work, '')).toMatchObject({ status: 'failed' });
  });

  test('when a reply cannot be read', async () => {
    const searching = client.search('主权');
    worker.dispatchEvent(new Event('messageerror'));
    expect(await searching).toMatchObject({ status: 'failed' });
  });
});

test('closing ends the worker and what was under way', async () => {
  const loading = client.load(work, '');
  const searching = client.search('主权');
  client.close();
  expect(worker.isTerminated).toBe(true);
  expect((await loading).status).toBe('superseded');
  expect((await searching).status).toBe('superseded');
  expect((await client.search('主权')).status).toBe('failed');
});
