import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../core/annotation/annotation.ts';
import {
  applyChanges,
  EMPTY_NOTEBOOK,
  type Notebook,
  type NotebookChange,
} from '../../../../core/annotation/notebook.ts';
import { joinNotebooks } from '../../../../core/formats/note-files/join-notebooks.ts';
import { annotate, makeUnit } from '../../annotation/sample.ts';

const REVISION = 'a'.repeat(64);

const UNIT = makeUnit('item-1', '文本', 'a text');

function note(number: number, body: string, day: number): Annotation {
  return {
    ...annotate(UNIT, 'en', 'text', { id: `00000000-0000-4000-8000-00000000000${number}`, body }),
    created: '2026-01-01T00:00:00Z',
    modified: `2026-01-0${day}T00:00:00Z`,
  };
}

function written(annotation: Annotation): NotebookChange {
  return { type: 'annotation-saved', annotation };
}

function notebook(...annotations: readonly Annotation[]): Notebook {
  return { ...EMPTY_NOTEBOOK, annotations };
}

function join(ours: Notebook, theirs: Notebook, pending: readonly NotebookChange[] = []) {
  const { annotations, bin } = applyChanges(ours, joinNotebooks(ours, theirs, pending));
  return { alive: annotations.map(({ body }) => body), bin: bin.map(({ annotation }) => annotation.body) };
}

describe('what two programs have made of the same notes', () => {
  const older = note(1, 'older', 2);
  const newer = note(1, 'newer', 3);

  test('is all there that only one of them has', () => {
    expect(join(notebook(note(1, 'ours', 1)), notebook(note(2, 'theirs', 1))).alive).toEqual([
      'ours',
      'theirs',
    ]);
  });

  test('is, of a note nobody is writing here, what was written last', () => {
    expect(join(notebook(older), notebook(newer)).alive).toEqual(['newer']);
    expect(join(notebook(newer), notebook(older)).alive).toEqual(['newer']);
  });

  test('is both, of a note that is being written here', () => {
    expect(join(notebook(older), notebook(newer), [written(older)]).alive).toEqual(['older', 'newer']);
    expect(join(notebook(newer), notebook(older), [written(newer)]).alive).toEqual(['newer', 'older']);
  });

  test('is in the bin that was put there since, unless it is being written here', () => {
    const binned: Notebook = {
      ...EMPTY_NOTEBOOK,
      bin: [{ annotation: older, deleted: '2026-01-05T00:00:00Z' }],
    };
    expect(join(notebook(older), binned)).toEqual({ alive: [], bin: ['older'] });
    expect(join(notebook(older), binned, [written(older)])).toEqual({ alive: ['older'], bin: [] });
    const wayBack = { ...binned, bin: [{ annotation: older, deleted: '2026-01-01T12:00:00Z' }] };
    expect(join(notebook(older), wayBack)).toEqual({ alive: ['older'], bin: [] });
  });

  test('stands on the text that was put under it there, unless one was put under it here', () => {
    const theirs: Notebook = { ...notebook(older), revision: REVISION };
    const joined = joinNotebooks(notebook(older), theirs, []);
    expect(joined).toEqual([{ type: 'revision-set', revision: REVISION }]);
    expect(joinNotebooks(theirs, notebook(older), [])).toEqual([{ type: 'revision-set', revision: null }]);
    expect(joinNotebooks(notebook(older), theirs, [{ type: 'revision-set', revision: null }])).toEqual([]);
  });

  test('stands in that text where it was found there, or is the orphan it became there, unless it is being written', () => {
    const [target] = older.targets;
    if (target === undefined) throw new Error('it stands on words');
    const lost = { ...older, targets: [{ ...target, orphanedFrom: 'b'.repeat(64) }] };
    const theirs: Notebook = { ...notebook(lost), revision: REVISION };
    const put: NotebookChange = { type: 'revision-set', revision: REVISION };
    expect(joinNotebooks(notebook(older), theirs, [])).toEqual([put, written(lost)]);
    expect(joinNotebooks(notebook(older), theirs, [written(older)])).toEqual([put]);
    expect(joinNotebooks(notebook(older), notebook(lost), [])).toEqual([]);
    const binned = (annotation: Annotation): Notebook => ({
      ...EMPTY_NOTEBOOK,
      bin: [{ annotation, deleted: '2026-01-05T00:00:00Z' }],
    });
    const binnedThere: Notebook = { ...binned(lost), revision: REVISION };
    const joined = joinNotebooks(binned(older), binnedThere, []);
    expect(applyChanges(binned(older), joined)).toEqual(binnedThere);
  });

  test('is nothing new the second time', () => {
    const ours = notebook(older, note(2, 'ours', 1));
    const theirs = notebook(newer, note(3, 'theirs', 1));
    const joined = applyChanges(ours, joinNotebooks(ours, theirs, [written(older)]));
    expect(applyChanges(joined, joinNotebooks(joined, theirs, [])).annotations).toHaveLength(4);
  });
});
