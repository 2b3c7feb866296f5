import { afterEach, describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../../core/import/import-files.ts';
import { createImportClient } from '../../../renderer/import-worker/import-client.ts';
import { createImportSession } from '../../../renderer/import-worker/import-session.ts';
import type { ImportReply, ImportRequest } from '../../../renderer/import-worker/protocol.ts';
import { readCedict } from '../../../core/alignment/bilingual-lexicon.ts';
import { proposeWorkLinks } from '../../../core/alignment/propose-work-links.ts';
import { runToEnd } from '../../../core/steps.ts';
import { parseWork } from '../../../core/text/work-file.ts';
import type { Work } from '../../../core/text/work.ts';
import { sampleWork } from '../../core/text/sample-work.ts';
import { page, statement } from '../../resources/joint-statement-2016.ts';

type Handle = (request: ImportRequest, post: (reply: ImportReply) => void) => void;

/** The lexicon makes alignment surer; what is tested here goes without. */
const loadLexicon = () => Promise.resolve(undefined);

const readFiles: Handle = (request, post) => void createImportSession({ post, loadLexicon })(request);

/** A session behind a real message port: what crosses is cloned, and arrives later, as with a worker. */
class PortWorker extends EventTarget {
  isTerminated = false;
  readonly #channel = new MessageChannel();

  constructor(handle: Handle) {
    super();
    const { port1, port2 } = this.#channel;
    port2.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) =>
      handle(data, (reply) => port2.postMessage(reply)),
    );
    port1.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
    port1.start();
    port2.start();
  }

  postMessage(request: ImportRequest): void {
    this.#channel.port1.postMessage(request);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
}

const workers: PortWorker[] = [];

function open(handle: Handle = readFiles) {
  return createImportClient(() => {
    const worker = new PortWorker(handle);
    workers.push(worker);
    return worker;
  });
}

function file(name: string, ...parts: BlobPart[]) {
  return { name, blob: new Blob(parts) };
}

const nothing = (): void => {};

afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

describe('reading files in a worker', () => {
  test('gives the languages and units of a page, and tells how far it has come', async () => {
    const progress: ImportProgress[] = [];
    const outcome = await open().read([file('page.txt', page)], {}, null, (step) => progress.push(step));
    expect(outcome).toMatchObject({ status: 'read', result: { languages: ['zh-Hans', 'en'], doubtful: [] } });
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['reading', 'aligning']);
  });

  test('hands on the corrections of the reader', async () => {
    const chinese = file('a.txt', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3, 0xca, 0xc0, 0xbd, 0xe7]));
    const outcome = await open().read(
      [chinese, file('b.txt', 'Hello, world')],
      { files: { 'a.txt': { encoding: 'gb18030', language: 'zh-Hans' } } },
      null,
      nothing,
    );
    expect(outcome).toMatchObject({
      status: 'read',
      result: { units: [{ segments: { 'zh-Hans': '你好世界', en: 'Hello, world' } }] },
    });
  });

  test('reads a text in one more language for a work, and says to which of its clauses it answers', async () => {
    const russian = file('ru.txt', 'Третье: стороны углубляют сотрудничество в сфере науки и техники.');
    const item = statement.units.filter(({ id }) => id === 'item-3');
    const outcome = await open().read([russian], {}, { ...statement, units: item }, nothing);
    expect(outcome).toMatchObject({
      status: 'read',
      result: { added: 'ru', units: [{ id: 'item-3', segments: { ru: expect.stringMatching(/^Третье/) } }] },
    });
  });

  test.each([
    ['an empty file', [file('empty.txt')], { code: 'empty-file' }, 'empty.txt'],
    ['one language', [file('en.txt', 'Only English words stand here.')], { code: 'one-language' }, null],
    ['no file', [], { code: 'no-files' }, null],
  ])('refuses %s with the reason', async (_name, files, problem, name) => {
    expect(await open().read(files, {}, null, nothing)).toMatchObject({
      status: 'refused',
      problem,
      file: name,
    });
  });

  test('refuses a file over the limit without taking it into memory', async () => {
    const large = file('large.txt', new Uint8Array(50 * 1024 * 1024 + 1));
    large.blob.arrayBuffer = () => Promise.reject(new Error('was read'));
    const replies: ImportReply[] = [];
    await createImportSession({ post: (reply) => replies.push(reply), loadLexicon })({
      type: 'import',
      files: [large],
      options: {},
      beside: null,
    });
    expect(replies).toMatchObject([{ type: 'refused', problem: { code: 'too-large' }, file: 'large.txt' }]);
  });

  test('says so when a file is gone before it was read', async () => {
    const gone = file('gone.txt', 'text');
    gone.blob.arrayBuffer = () => Promise.reject(new Error('NotFoundError'));
    const replies: ImportReply[] = [];
    await createImportSession({ post: (reply) => replies.push(reply), loadLexicon })({
      type: 'import',
      files: [gone],
      options: {},
      beside: null,
    });
    expect(replies.at(-1)).toEqual({ type: 'failed', detail: 'NotFoundError' });
  });
});

describe('proposing links in a worker', () => {
  const work: Work = { ...sampleWork, links: [] };
  const lexicon = readCedict('主權 主权 [zhu3 quan2] /sovereignty/\n秩序 秩序 [zhi4 xu4] /order/');
  const openWithLexicon = () =>
    open((request, post) => {
      void createImportSession({ post, loadLexicon: () => Promise.resolve(lexicon) })(request);
    });

  test('gives the work with its links, and tells how far it has come', async () => {
    const shares: number[] = [];
    const outcome = await openWithLexicon().link(work, null, (share) => shares.push(share));
    const expected = runToEnd(proposeWorkLinks(work, { lexicon }));
    expect(expected.links.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['item-1', 'item-2']));
    if (outcome.status !== 'linked') throw new Error(outcome.status);
    expect(parseWork(JSON.parse(outcome.text))).toEqual(expected);
    expect(outcome.proposedCount).toBe(expected.links.length);
    expect(shares.length).toBeGreaterThan(1);
  });

  test('links only the units it is given', async () => {
    const outcome = await openWithLexicon().link(work, ['item-2'], nothing);
    if (outcome.status !== 'linked') throw new Error(outcome.status);
    const { links } = parseWork(JSON.parse(outcome.text));
    expect([...new Set(links.map(({ unit }) => unit))]).toEqual(['item-2']);
  });

  test('asks for the lexicon only where there is Chinese', async () => {
    const asked: string[] = [];
    const handle = createImportSession({
      post: ({ type }) => asked.push(type),
      loadLexicon: () => {
        asked.push('lexicon');
        return Promise.resolve(lexicon);
      },
    });
    await handle({ type: 'link', work, units: null });
    expect(asked[0]).toBe('lexicon');
    asked.length = 0;
    const editions = work.editions.map((edition) => ({
      ...edition,
      language: edition.language === 'en' ? 'en' : 'ru',
    }));
    await handle({ type: 'link', work: { ...work, editions }, units: null });
    expect(asked).not.toContain('lexicon');
    expect(asked.at(-1)).toBe('linked');
  });

  test('says so when the worker breaks down', async () => {
    const outcome = open(nothing).link(work, null, nothing);
    workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(await outcome).toEqual({ status: 'failed', detail: 'out of memory' });
  });
});

describe('a client of the worker that reads files', () => {
  test('ends the worker at once when the reading is stopped', async () => {
    const client = open(nothing);
    const outcome = client.read([file('a.txt', 'a')], {}, null, nothing);
    client.stop();
    expect(await outcome).toEqual({ status: 'stopped' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  test('keeps the worker that has answered, with its lexicon, for the next request', async () => {
    const client = open();
    await client.read([file('a.txt', page)], {}, null, nothing);
    await client.read([file('b.txt', page)], {}, null, nothing);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    client.stop();
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  test('lets a newer request take the place of the one under way', async () => {
    const client = open();
    const first = client.read([file('a.txt', page)], {}, null, nothing);
    const second = client.read([file('b.txt', page)], {}, null, nothing);
    expect(await first).toEqual({ status: 'stopped' });
    expect(await second).toMatchObject({ status: 'read', result: { files: [{ name: 'b.txt' }] } });
  });

  test('says when the worker broke down, and starts another for the next request', async () => {
    const client = open(nothing);
    const outcome = client.read([file('a.txt', 'a')], {}, null, nothing);
    workers[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(await outcome).toEqual({ status: 'failed', detail: 'out of memory' });
    const next = client.read([file('a.txt', 'a')], {}, null, nothing);
    expect(workers).toHaveLength(2);
    client.stop();
    expect(await next).toEqual({ status: 'stopped' });
  });

  test('hears nothing more of what was stopped', async () => {
    const posts: ((reply: ImportReply) => void)[] = [];
    const progress: ImportProgress[] = [];
    const client = open((_request, post) => posts.push(post));
    const outcome = client.read([file('a.txt', 'a')], {}, null, (step) => progress.push(step));
    client.stop();
    workers[0]?.dispatchEvent(
      new MessageEvent('message', { data: { type: 'progressed', progress: { phase: 'aligning' } } }),
    );
    expect(await outcome).toEqual({ status: 'stopped' });
    expect(progress).toEqual([]);
  });
});
