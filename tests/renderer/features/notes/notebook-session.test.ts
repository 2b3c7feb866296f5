import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { WorkChanges } from '../../../../core/annotation/bulk-edit.ts';
import { applyChanges, EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import {
  createNotebookSession,
  type AnnotationDraft,
  type NotebookSession,
  type SessionOutlets,
} from '../../../../renderer/features/notes/notebook-session.ts';
import { describeSaving } from '../../../../renderer/features/notes/outbox.ts';
import { makeAnnotation } from './make-annotation.ts';

const WORK = 'work';

interface Request extends WorkChanges {
  readonly answer: (result: Result<null>) => void;
}

/** Lets what hangs on answered promises happen. */
async function settle() {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** A disk that answers when it is told to, in any order. */
function makeDisk() {
  const requests: Request[] = [];
  const contents = new Map<string, Notebook>();
  const contentOf = (workId: string) => contents.get(workId) ?? EMPTY_NOTEBOOK;
  const loads: string[] = [];
  let idCount = 0;
  const answer = async (index: number, result: Result<null>) => {
    const [request] = requests.splice(index, 1);
    request?.answer(result);
    await settle();
  };
  return {
    requests,
    loads,
    contents,
    content: (workId = WORK) => contentOf(workId),
    succeed: (index = 0) => {
      const request = requests[index];
      if (request !== undefined)
        contents.set(request.workId, applyChanges(contentOf(request.workId), request.changes));
      return answer(index, succeed(null));
    },
    refuse: (index = 0) => answer(index, fail('disk-full', '/notes')),
    outlets: {
      saveChanges: (argument: WorkChanges) =>
        new Promise<Result<null>>((resolve) => {
          requests.push({ ...argument, answer: resolve });
        }),
      loadNotebook: (workId: string): Promise<Result<Notebook>> => {
        loads.push(workId);
        return Promise.resolve(
          workId === 'damaged' ? fail('damaged-file', workId) : succeed(contentOf(workId)),
        );
      },
      now: () => Date.UTC(2026, 0, 1),
      newId: () => makeAnnotation(`n${(idCount += 1)}`).id,
    },
  };
}

const draft: AnnotationDraft = { kind: 'note', color: 'yellow', targets: makeAnnotation('x').targets };
const savingOf = (session: NotebookSession) =>
  describeSaving(Array.from(session.getState().works.values(), ({ outbox }) => outbox));
const saving = (session: NotebookSession) => savingOf(session).type;
const notebookOf = (session: NotebookSession, workId = WORK) =>
  session.getState().works.get(workId)?.notebook ?? EMPTY_NOTEBOOK;

function begin(outlets: SessionOutlets): NotebookSession {
  const session = createNotebookSession(outlets);
  session.open(WORK, EMPTY_NOTEBOOK);
  return session;
}

describe('createNotebookSession', () => {
  test('sends every change at once and says saved only when each is on disk', async () => {
    const disk = makeDisk();
    const session = begin(disk.outlets);
    expect(saving(session)).toBe('saved');
    const { id } = session.createAnnotation(WORK, draft);
    session.setProgress(WORK, 'u', 'read');
    expect(disk.requests.flatMap(({ changes }) => changes.map(({ type }) => type))).toEqual([
      'annotation-saved',
      'progress-set',
    ]);
    expect(saving(session)).toBe('saving');
    await disk.succeed();
    expect(saving(session)).toBe('saving');
    await disk.succeed();
    expect(saving(session)).toBe('saved');
    expect(disk.content().annotations[0]?.id).toBe(id);
  });

  test('is not saved while a later state of the same note is on its way', async () => {
    const disk = makeDisk();
    const session = begin(disk.outlets);
    const { id } = session.createAnnotation(WORK, draft);
    session.changeAnnotation(WORK, id, { body: 'text' });
    await disk.succeed();
    expect(saving(session)).toBe('saving');
    await disk.succeed();
    expect(saving(session)).toBe('saved');
  });

  test('keeps what could not be written, says why, and writes it on retry', async () => {
    const disk = makeDisk();
    const session = begin(disk.outlets);
    session.createAnnotation(WORK, { ...draft, body: 'months of work' });
    await disk.refuse();
    expect(savingOf(session)).toEqual({
      type: 'failed',
      failure: { code: 'disk-full', detail: '/notes' },
    });
    expect(notebookOf(session).annotations[0]?.body).toBe('months of work');
    expect(disk.requests).toEqual([]);
    session.retry();
    expect(saving(session)).toBe('saving');
    await disk.succeed();
    expect(saving(session)).toBe('saved');
    expect(disk.content()).toEqual(notebookOf(session));
  });

  test('sends what failed again before the next change, in the order it was made', async () => {
    const disk = makeDisk();
    const session = begin(disk.outlets);
    session.setProgress(WORK, 'first', 'read');
    session.setProgress(WORK, 'second', 'read');
    await disk.refuse();
    await disk.refuse();
    session.setProgress(WORK, 'third', 'read');
    const units = disk.requests.map(({ changes }) =>
      changes.map((change) => change.type === 'progress-set' && change.unit),
    );
    expect(units).toEqual([['first', 'second', 'third']]);
  });

  test('never sends an old state of a note after a newer one was written', async () => {
    const disk = makeDisk();
    const session = begin(disk.outlets);
    const { id } = session.createAnnotation(WORK, draft);
    session.changeAnnotation(WORK, id, { body: 'newer' });
    await disk.succeed(1);
    await disk.refuse(0);
    expect(saving(session)).toBe('saved');
    session.retry();
    expect(disk.requests).toEqual([]);
    expect(disk.content().annotations[0]?.body).toBe('newer');
  });

  test('takes a request that breaks off for one that failed', async () => {
    const session = begin({
      ...makeDisk().outlets,
      saveChanges: () => Promise.reject(new Error('the other process is gone')),
    });
    session.setProgress(WORK, 'u', 'read');
    await settle();
    expect(savingOf(session)).toMatchObject({ failure: { code: 'unexpected' } });
  });

  test('tells its listeners of changes, and no longer once they left', () => {
    const session = begin(makeDisk().outlets);
    let heard = 0;
    const leave = session.subscribe(() => {
      heard += 1;
    });
    session.setProgress(WORK, 'u', 'read');
    session.setProgress(WORK, 'u', 'read');
    leave();
    session.setProgress(WORK, 'u', 'understood');
    expect(heard).toBe(1);
  });

  const step = fc.oneof(
    fc.record({ do: fc.constant('create' as const) }),
    fc.record({
      do: fc.constantFrom('edit' as const, 'delete' as const),
      pick: fc.nat(5),
      body: fc.string(),
    }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'retry' as const) }),
    fc.record({ do: fc.constantFrom('succeed' as const, 'refuse' as const) }),
  );

  test.prop([fc.array(step, { maxLength: 40 })])(
    'has on disk what it shows whenever it says saved, through any failures',
    async (steps) => {
      const disk = makeDisk();
      const session = begin(disk.outlets);
      const shown = () => [...notebookOf(session).annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
      const kept = () => [...disk.content().annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const each of steps) {
        const id = 'pick' in each ? (shown().at(each.pick % Math.max(1, shown().length))?.id ?? '') : '';
        if (each.do === 'create') session.createAnnotation(WORK, draft);
        else if (each.do === 'edit') session.changeAnnotation(WORK, id, { body: each.body });
        else if (each.do === 'delete') session.deleteAnnotation(WORK, id);
        else if (each.do === 'succeed') await disk.succeed();
        else if (each.do === 'refuse') await disk.refuse();
        else session[each.do]();
        if (saving(session) === 'saved') expect(kept()).toEqual(shown());
      }
      session.retry();
      while (disk.requests.length > 0) await disk.succeed();
      expect(saving(session)).toBe('saved');
      expect(kept()).toEqual(shown());
    },
  );
});

describe('createNotebookSession: perform', () => {
  const mine = makeAnnotation('m', { body: 'mine' });
  const theirs = makeAnnotation('t', { body: 'theirs' });
  const bin = (annotation: typeof mine) =>
    ({ type: 'annotation-binned', annotation, deleted: '2026-01-02T00:00:00.000Z' }) as const;

  function beginWithOther() {
    const disk = makeDisk();
    disk.contents.set('other', { ...EMPTY_NOTEBOOK, annotations: [theirs] });
    const session = createNotebookSession(disk.outlets);
    session.open(WORK, { ...EMPTY_NOTEBOOK, annotations: [mine] });
    return { disk, session };
  }

  test('reads the notebooks it needs, sends one request a work, and answers when all are on disk', async () => {
    const { disk, session } = beginWithOther();
    let answer: Result<null> | undefined;
    void session
      .perform({
        label: 'delete',
        parts: [
          { workId: WORK, changes: [bin(mine)] },
          { workId: 'other', changes: [bin(theirs), { type: 'progress-set', unit: 'u', progress: 'read' }] },
        ],
      })
      .then((result) => {
        answer = result;
      });
    await settle();
    expect(disk.loads).toEqual(['other']);
    expect(disk.requests.map(({ workId, changes }) => [workId, changes.length])).toEqual([
      [WORK, 1],
      ['other', 2],
    ]);
    await disk.succeed();
    expect(answer).toBeUndefined();
    await disk.succeed();
    expect(answer).toEqual(succeed(null));
    session.undo();
    expect(notebookOf(session, 'other')).toEqual({ ...EMPTY_NOTEBOOK, annotations: [theirs] });
    await disk.succeed();
    await disk.succeed();
    expect(disk.content('other')).toEqual({ ...EMPTY_NOTEBOOK, annotations: [theirs] });
    expect(saving(session)).toBe('saved');
  });

  test('shows at once what concerns only notebooks that are open', () => {
    const { session } = beginWithOther();
    void session.perform({ label: 'delete', parts: [{ workId: WORK, changes: [bin(mine)] }] });
    expect(notebookOf(session).annotations).toEqual([]);
  });

  test('answers why it could not be written, and keeps it to be written', async () => {
    const { disk, session } = beginWithOther();
    const performed = session.perform({ label: 'delete', parts: [{ workId: WORK, changes: [bin(mine)] }] });
    await disk.refuse();
    expect(await performed).toMatchObject({ failure: { code: 'disk-full' } });
    expect(saving(session)).toBe('failed');
    expect(notebookOf(session).bin).toHaveLength(1);
    session.undo();
    await disk.succeed();
    expect(saving(session)).toBe('saved');
    expect(disk.content().annotations).toEqual([mine]);
  });

  test('does nothing if a notebook it needs cannot be read', async () => {
    const { disk, session } = beginWithOther();
    const before = session.getState();
    const performed = await session.perform({
      label: 'delete',
      parts: [
        { workId: WORK, changes: [bin(mine)] },
        { workId: 'damaged', changes: [bin(theirs)] },
      ],
    });
    expect(performed).toMatchObject({ failure: { code: 'damaged-file' } });
    expect(session.getState()).toBe(before);
    expect(disk.requests).toEqual([]);
  });

  test('says what a notebook holds now, not what was on disk when it was opened', async () => {
    const { disk, session } = beginWithOther();
    session.deleteAnnotation(WORK, mine.id);
    expect(await session.loadNotebook(WORK)).toMatchObject({ value: { annotations: [] } });
    expect(disk.loads).toEqual([]);
  });
});
