import { useCallback, useEffect, useMemo, useReducer, useRef, type Dispatch } from 'react';
import { carryReview, hasSameWords } from '../../../core/alignment/edit/carry-review.ts';
import { readDraft, type EditDraft } from '../../../core/alignment/edit/edit-draft.ts';
import type { EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { listSentences, type LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { readRows } from '../../../core/alignment/edit/read-rows.ts';
import { findOpenRange } from '../../../core/alignment/edit/realign-rows.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { Work } from '../../../core/text/work.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import { createAlignmentClient, type AlignmentClient } from '../../alignment-worker/alignment-client.ts';
import {
  hasChanges,
  openAlignment,
  reduceAlignment,
  type AlignmentAction,
  type AlignmentState,
} from './alignment-state.ts';
import { useDraft, type DraftState } from './use-draft.ts';

type Requests = Pick<StudyBridge['requests'], 'keepDraft' | 'loadDraft' | 'discardDraft'>;

interface Options {
  readonly requests: Requests;
  readonly work: Work;
  readonly revision: RevisionId;
  /** The languages that are shown first. */
  readonly languages: LanguagePair;
  /** Whether the editor is on the screen: the first time it is opened, and its worker started. */
  readonly isShown: boolean;
  /** The rows of the revision before, whose review goes on in this one. */
  readonly earlier: readonly EditedRow[] | undefined;
}

/** The alignment of the opened work while it is edited. It outlives leaving the screen. */
export interface AlignmentHandle {
  /** Undefined until the editor has been opened. */
  readonly state: AlignmentState | undefined;
  readonly dispatch: Dispatch<AlignmentAction>;
  /** All languages of the text. */
  readonly choosable: readonly LanguageTag[];
  /** Shows two of them beside each other, and measures the rows by these. */
  readonly chooseLanguages: (languages: LanguagePair) => void;
  /** Whether there is something to commit. */
  readonly isChanged: boolean;
  readonly draft: DraftState;
  /** Aligns anew what is open around the place of the reader. */
  readonly realign: () => void;
  /** Gives up all that was changed and said; the text is as it is read. */
  readonly discard: () => void;
}

type OpeningAction = AlignmentAction | { readonly type: 'opened'; readonly state: AlignmentState };

export function useAlignment(options: Options): AlignmentHandle {
  const { requests, work, revision, languages, isShown, earlier } = options;
  const [state, dispatch] = useReducer(reduceOpening, undefined);
  const client = useAlignmentClient(isShown);
  const isOpen = state !== undefined;
  const measure = useMeasuring(client, dispatch);

  const open = useCallback(
    (draft: EditDraft | null) => {
      const fresh = readRows(work);
      const rows = draft === null ? carryReview(fresh.rows, earlier ?? []) : readDraft(draft);
      const wasChanged = !hasSameRows(rows, fresh.rows);
      dispatch({ type: 'opened', state: openAlignment({ ...fresh, rows }, languages, wasChanged) });
      measure(rows, languages);
    },
    [work, earlier, languages, measure],
  );
  useEffect(() => {
    if (!isShown || isOpen) return;
    let isAwaited = true;
    void requests.loadDraft({ workId: work.id, revision }).then((loaded) => {
      // What cannot be read is left lying; the text is there.
      if (isAwaited) open(loaded.ok ? loaded.value : null);
    });
    return () => {
      isAwaited = false;
    };
  }, [isShown, isOpen, requests, work.id, revision, open]);

  const draft = useDraft(requests, { workId: work.id, revision }, state?.edit.text.rows);
  const realign = () => {
    if (state !== undefined) void askAnew(client, state, dispatch);
  };
  const chooseLanguages = (chosen: LanguagePair) => {
    if (state === undefined) return;
    dispatch({ type: 'languages-chosen', languages: chosen });
    measure(state.edit.text.rows, chosen);
  };
  const discard = () => {
    draft.discard();
    open(null);
  };
  return {
    state,
    dispatch,
    choosable: useMemo(() => work.editions.map(({ language }) => language), [work]),
    chooseLanguages,
    isChanged: state !== undefined && hasChanges(state),
    draft: draft.state,
    realign,
    discard,
  };
}

function reduceOpening(state: AlignmentState | undefined, action: OpeningAction): AlignmentState | undefined {
  if (action.type === 'opened') return action.state;
  return state === undefined ? undefined : reduceAlignment(state, action);
}

function hasSameRows(rows: readonly EditedRow[], others: readonly EditedRow[]): boolean {
  return (
    rows.length === others.length &&
    rows.every((row, index) => {
      const other = others[index];
      return other !== undefined && row.id === other.id && hasSameWords(row, other);
    })
  );
}

/** The worker's client, from the first showing until the work is left. */
function useAlignmentClient(isWanted: boolean): () => AlignmentClient {
  const opened = useRef<AlignmentClient>(undefined);
  useEffect(() => {
    if (!isWanted) return undefined;
    return () => {
      opened.current?.close();
      opened.current = undefined;
    };
  }, [isWanted]);
  return useCallback(() => {
    if (opened.current === undefined) opened.current = createAlignmentClient(startAlignmentWorker());
    return opened.current;
  }, []);
}

function useMeasuring(
  client: () => AlignmentClient,
  dispatch: Dispatch<AlignmentAction>,
): (rows: readonly EditedRow[], languages: LanguagePair) => void {
  return useCallback(
    (rows, languages) => {
      dispatch({ type: 'aligner-asked', aligner: 'measuring' });
      void client()
        .align(composeQuestion(rows, languages))
        .then((outcome) => {
          dispatch(
            outcome.status === 'aligned'
              ? { type: 'measured', languages, rows, beads: outcome.beads }
              : { type: 'aligner-failed' },
          );
        });
    },
    [client, dispatch],
  );
}

async function askAnew(
  client: () => AlignmentClient,
  { edit, languages }: AlignmentState,
  dispatch: Dispatch<AlignmentAction>,
): Promise<void> {
  const range = findOpenRange(edit.text.rows, edit.place.row);
  if (range === undefined) {
    dispatch({ type: 'nothing-open' });
    return;
  }
  const rows = edit.text.rows.slice(range.from, range.to);
  dispatch({ type: 'aligner-asked', aligner: 'realigning' });
  const outcome = await client().align(composeQuestion(rows, languages));
  dispatch(
    outcome.status === 'aligned'
      ? { type: 'realigned', range, rows, beads: outcome.beads }
      : { type: 'aligner-failed' },
  );
}

function composeQuestion(rows: readonly EditedRow[], [source, target]: LanguagePair) {
  return {
    source: listSentences(rows, source),
    target: listSentences(rows, target),
    sourceLanguage: source,
    targetLanguage: target,
  };
}

function startAlignmentWorker(): Worker {
  return new Worker(new URL('../../alignment-worker/alignment-worker.ts', import.meta.url), {
    type: 'module',
  });
}
