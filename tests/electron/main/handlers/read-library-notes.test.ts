import '../../electron-in-node.ts';
import { expect, test } from 'vitest';
import { openReader } from '../../../../electron/main/handlers/read-library-notes.ts';
import type { Library } from '../../../../electron/main/storage/library.ts';
import { openNotebookStore } from '../../../../electron/main/storage/notebook-store.ts';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { saveNote } from '../storage/sample-notes.ts';

const NO_WORKS: Library = {
  listIds: () => succeed([]),
  loadWork: (id) => fail('not-found', id),
  identify: (id) => fail('not-found', id),
  loadText: (id) => fail('not-found', id),
  locate: () => undefined,
};

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

test('of a library that takes long to read what there is can be had, and all of it later', async () => {
  const folder = makeFolder();
  const before = openNotebookStore(folder);
  await before.change('first', saveNote(1));
  await before.change('slow', saveNote(2));
  const store = openNotebookStore(folder);
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const notebooks: typeof store = {
    ...store,
    readAhead: async (workId) => {
      if (workId === 'slow') await gate;
      await store.readAhead(workId);
    },
  };
  const reader = openReader({ library: NO_WORKS, notebooks });

  const first = valueOf(await reader.read(20));
  expect(first.works.map(({ workId }) => workId)).toEqual(['first']);
  expect(first).toMatchObject({ unread: 1, unreadable: [] });
  const all = reader.read();
  await store.change('first', saveNote(3));
  letGo();
  const { works, unread } = valueOf(await all);
  expect(works.map(({ workId, entries }) => [workId, entries.length])).toEqual([
    ['first', 2],
    ['slow', 1],
  ]);
  expect(unread).toBe(0);
});
