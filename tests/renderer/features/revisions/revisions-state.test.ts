import { describe, expect, test } from 'vitest';
import type { RevisionPreview } from '../../../../ipc/revisions.ts';
import {
  NO_REVISIONS,
  reduceRevisions,
  type RevisionsAction,
  type RevisionsState,
} from '../../../../renderer/features/revisions/revisions-state.ts';

const PREVIEW: RevisionPreview = {
  revision: { revision: '0a'.repeat(32), origin: 'file', name: 'a.json', kept: null },
  isCurrent: false,
  units: { changed: 1, added: 0, removed: 0 },
  links: { before: 3, after: 2 },
  editions: { added: [], removed: [] },
  counts: { kept: 0, moved: 0, detached: 2, 'still-detached': 0 },
  notes: [],
  changes: [],
};

const failure = { code: 'disk-full', detail: 'no room' } as const;

function play(...actions: readonly RevisionsAction[]): RevisionsState {
  return actions.reduce(reduceRevisions, NO_REVISIONS);
}

describe('the dialogs about revisions', () => {
  test('stay while the text is being replaced, whatever the reader presses', () => {
    const working = play({ type: 'previewed', preview: PREVIEW }, { type: 'replacing' });
    expect(reduceRevisions(working, { type: 'closed' })).toBe(working);
  });

  test('say why nothing was replaced, and forget it with the next attempt', () => {
    const failed = play(
      { type: 'previewed', preview: PREVIEW },
      { type: 'replacing' },
      { type: 'replacing-failed', failed: { at: 'keep', failure } },
    );
    expect(failed.dialog).toMatchObject({ step: 'asking', failed: { at: 'keep' } });
    expect(reduceRevisions(failed, { type: 'replacing' }).dialog).toMatchObject({
      step: 'working',
      failed: undefined,
    });
    expect(reduceRevisions(failed, { type: 'closed' }).dialog).toBeUndefined();
  });

  test('close with what is to be said, which goes when another opens', () => {
    const done = play(
      { type: 'previewed', preview: PREVIEW },
      { type: 'replacing' },
      { type: 'ended', news: { type: 'replaced', detachedCount: 2 } },
    );
    expect(done).toEqual({ dialog: undefined, news: { type: 'replaced', detachedCount: 2 } });
    const list = { current: PREVIEW.revision.revision, revisions: [] };
    expect(reduceRevisions(done, { type: 'listed', list }).news).toBeUndefined();
  });

  test('do nothing about a preview that is not open', () => {
    expect(play({ type: 'replacing' })).toBe(NO_REVISIONS);
    expect(play({ type: 'replacing-failed', failed: { at: 'backup', failure } })).toBe(NO_REVISIONS);
  });
});
