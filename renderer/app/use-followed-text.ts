import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RevisionId } from '../../core/text/revision-id.ts';
import type { Failure } from '../../ipc/result.ts';
import type { LoadedText } from '../../ipc/revisions.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';
import type { OpenState } from './use-library.ts';

/** The opened work with the text its notes stand on now. */
export interface FollowedText {
  readonly open: OpenState;
  /** Takes in a text that notes are about to be put onto, so that it is shown in the same moment as they are. */
  readonly keepText: (text: LoadedText) => void;
}

interface Known {
  readonly workId: string;
  readonly revision: RevisionId;
  readonly result: { readonly text: LoadedText } | { readonly failure: Failure };
}

/** Follows the revision of the text, which undo, redo and backups change, in what was opened. */
export function useFollowedText(
  open: OpenState,
  session: SessionHandle,
  loadRevision: StudyBridge['requests']['loadRevision'],
): FollowedText {
  const [known, setKnown] = useState<readonly Known[]>([]);
  const opened = open.type === 'opened' ? open.opened : undefined;
  const workId = opened?.work.id ?? '';
  // What the notes asked for when the work was opened; where that is gone, another text stands for it.
  const first = opened === undefined ? undefined : (opened.wanted ?? opened.revision);
  const wanted = session.works.get(workId)?.notebook.revision ?? first;
  const found = known.find((one) => one.workId === workId && one.revision === wanted);
  const isMissing = wanted !== undefined && wanted !== first && found === undefined;

  useEffect(() => {
    if (!isMissing) return;
    void loadRevision({ workId, revision: wanted }).then((answer) => {
      const result = answer.ok ? { text: answer.value } : { failure: answer.failure };
      setKnown((before) => [...before, { workId, revision: wanted, result }]);
    });
  }, [isMissing, workId, wanted, loadRevision]);

  const keepText = useCallback((text: LoadedText) => {
    setKnown((before) => [
      ...before.filter(({ revision }) => revision !== text.revision),
      { workId: text.work.id, revision: text.revision, result: { text } },
    ]);
  }, []);
  const shown = useMemo((): OpenState => {
    if (opened === undefined || wanted === first) return open;
    if (found === undefined) return { type: 'opening' };
    return 'failure' in found.result
      ? { type: 'failed', failure: found.result.failure }
      : { type: 'opened', opened: { ...opened, ...found.result.text } };
  }, [open, opened, wanted, first, found]);
  return { open: shown, keepText };
}
