import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import { waitForFrame } from '../../dom/wait-for-frame.ts';

/** Whether what was edited is, or in a moment will be, found again after a crash. */
export type DraftState = 'kept' | 'failed';

type Requests = Pick<StudyBridge['requests'], 'keepDraft' | 'discardDraft'>;

/** Rows on the disk and rows to be put there. */
interface Keeper {
  kept: readonly EditedRow[] | undefined;
  wanted: readonly EditedRow[] | undefined;
  isBusy: boolean;
}

/**
 * Keeps the rows on the disk: at once after a change, and the latest of what came while that was written. Those that the
 * editor was opened with are there already, or nothing is lost with them.
 */
export function useDraft(
  requests: Requests,
  of: { readonly workId: string; readonly revision: RevisionId },
  rows: readonly EditedRow[] | undefined,
): { readonly state: DraftState; readonly discard: () => void } {
  const { workId, revision } = of;
  const [state, setState] = useState<DraftState>('kept');
  const keeper = useRef<Keeper>({ kept: undefined, wanted: undefined, isBusy: false });

  const keep = useCallback(async () => {
    const own = keeper.current;
    if (own.isBusy) return;
    own.isBusy = true;
    let isKept = true;
    while (isKept && own.wanted !== undefined && own.wanted !== own.kept) {
      // All rows are copied to be sent: not before the frame that shows what was done.
      await waitForFrame();
      const next = own.wanted;
      // It was given up in the meantime.
      if (next === undefined) break;
      const answer = await requests.keepDraft({ workId, draft: { schema: 1, revision, rows: next } });
      isKept = answer.ok;
      if (answer.ok) own.kept = next;
    }
    own.isBusy = false;
    setState(isKept ? 'kept' : 'failed');
  }, [requests, workId, revision]);

  useEffect(() => {
    const own = keeper.current;
    if (rows === undefined) return;
    if (own.kept === undefined) own.kept = rows;
    own.wanted = rows;
    if (own.kept !== rows) void keep();
  }, [rows, keep]);

  const discard = useCallback(() => {
    keeper.current.kept = undefined;
    keeper.current.wanted = undefined;
    void requests.discardDraft({ workId, revision });
  }, [requests, workId, revision]);
  return { state, discard };
}
