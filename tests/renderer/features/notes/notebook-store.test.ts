import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  applyChange,
  EMPTY_NOTEBOOK,
  type Notebook,
  type NotebookChange,
} from '../../../../core/annotation/notebook.ts';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import {
  createNotebookStore,
  type AnnotationDraft,
  type NotebookStore,
} from '../../../../renderer/features/notes/notebook-store.ts';
import { describeSaving } from '../../../../renderer/features/notes/outbox.ts';
import { makeAnnotation } from './make-annotation.ts';

/** A disk that answers when it is told to, in any order. */
function makeDisk() {
  const requests: { change: NotebookChange; answer: (result: Result<null>) => void }[] = [];
  let content: Notebook = EMPTY_NOTEBOOK;
  let idCount = 0;
  const answer = async (index: number, result: Result<null>) => {
    const [request] = requests.splice(index, 1);
    request?.answer(result);
    // The store hears of it in the next microtasks.
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  };
  return {
    requests,
    content: () => content,
    succeed: (index = 0) => {
      const request = requests[index];
      if (request !== undefined) content = applyChange(content, request.change);
      return answer(index, succeed(null));
    },
    refuse: (index = 0) => answer(index, fail('disk-full', '/notes')),
    outlets: {
      saveChange: (change: NotebookChange) =>
        new Promise<Result<null>>((resolve) => {
          requests.push({ change, answer: resolve });
        }),
      now: () => Date.UTC(2026, 0, 1),
      newId: () => makeAnnotation(`n${(idCount += 1)}`).id,
    },
  };
}

const draft: AnnotationDraft = { kind: 'note', color: 'yellow', targets: makeAnnotation('x').targets };
const saving = (store: NotebookStore) => describeSaving(store.getState().outbox).type;

describe('createNotebookStore', () => {
  test('sends every change at once and says saved only when each is on disk', async () => {
    const disk = makeDisk();
    const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
    expect(saving(store)).toBe('saved');
    const { id } = store.createAnnotation(draft);
    store.setProgress('u', 'read');
    expect(disk.requests.map(({ change }) => change.type)).toEqual(['annotation-saved', 'progress-set']);
    expect(saving(store)).toBe('saving');
    await disk.succeed();
    expect(saving(store)).toBe('saving');
    await disk.succeed();
    expect(saving(store)).toBe('saved');
    expect(disk.content().annotations[0]?.id).toBe(id);
  });

  test('is not saved while a later state of the same note is on its way', async () => {
    const disk = makeDisk();
    const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
    const { id } = store.createAnnotation(draft);
    store.changeAnnotation(id, { body: 'text' });
    await disk.succeed();
    expect(saving(store)).toBe('saving');
    await disk.succeed();
    expect(saving(store)).toBe('saved');
  });

  test('keeps what could not be written, says why, and writes it on retry', async () => {
    const disk = makeDisk();
    const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
    store.createAnnotation({ ...draft, body: 'months of work' });
    await disk.refuse();
    expect(describeSaving(store.getState().outbox)).toEqual({
      type: 'failed',
      failure: { code: 'disk-full', detail: '/notes' },
    });
    expect(store.getState().notebook.annotations[0]?.body).toBe('months of work');
    expect(disk.requests).toEqual([]);
    store.retry();
    expect(saving(store)).toBe('saving');
    await disk.succeed();
    expect(saving(store)).toBe('saved');
    expect(disk.content()).toEqual(store.getState().notebook);
  });

  test('sends what failed again before the next change, in the order it was made', async () => {
    const disk = makeDisk();
    const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
    store.setProgress('first', 'read');
    store.setProgress('second', 'read');
    await disk.refuse();
    await disk.refuse();
    store.setProgress('third', 'read');
    const units = disk.requests.map(({ change }) => change.type === 'progress-set' && change.unit);
    expect(units).toEqual(['first', 'second', 'third']);
  });

  test('never sends an old state of a note after a newer one was written', async () => {
    const disk = makeDisk();
    const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
    const { id } = store.createAnnotation(draft);
    store.changeAnnotation(id, { body: 'newer' });
    await disk.succeed(1);
    await disk.refuse(0);
    expect(saving(store)).toBe('saved');
    store.retry();
    expect(disk.requests).toEqual([]);
    expect(disk.content().annotations[0]?.body).toBe('newer');
  });

  test('takes a request that breaks off for one that failed', async () => {
    const store = createNotebookStore(EMPTY_NOTEBOOK, {
      ...makeDisk().outlets,
      saveChange: () => Promise.reject(new Error('the other process is gone')),
    });
    store.setProgress('u', 'read');
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    expect(describeSaving(store.getState().outbox)).toMatchObject({ failure: { code: 'unexpected' } });
  });

  test('tells its listeners of changes, and no longer once they left', () => {
    const store = createNotebookStore(EMPTY_NOTEBOOK, makeDisk().outlets);
    let heard = 0;
    const leave = store.subscribe(() => {
      heard += 1;
    });
    store.setProgress('u', 'read');
    store.setProgress('u', 'read');
    leave();
    store.setProgress('u', 'understood');
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
      const store = createNotebookStore(EMPTY_NOTEBOOK, disk.outlets);
      const shown = () => [...store.getState().notebook.annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
      const kept = () => [...disk.content().annotations].sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const each of steps) {
        const id = 'pick' in each ? (shown().at(each.pick % Math.max(1, shown().length))?.id ?? '') : '';
        if (each.do === 'create') store.createAnnotation(draft);
        else if (each.do === 'edit') store.changeAnnotation(id, { body: each.body });
        else if (each.do === 'delete') store.deleteAnnotation(id);
        else if (each.do === 'succeed') await disk.succeed();
        else if (each.do === 'refuse') await disk.refuse();
        else store[each.do]();
        if (saving(store) === 'saved') expect(kept()).toEqual(shown());
      }
      store.retry();
      while (disk.requests.length > 0) await disk.succeed();
      expect(saving(store)).toBe('saved');
      expect(kept()).toEqual(shown());
    },
  );
});
