import { useEffect, useMemo, useRef, useState } from 'react';
import { composeWork } from '../../core/alignment/edit/compose-work.ts';
import type { EditedRow } from '../../core/alignment/edit/edited-row.ts';
import { listChangedUnits } from '../../core/alignment/edit/list-changed-units.ts';
import { listWordMoves } from '../../core/alignment/edit/list-word-moves.ts';
import type { LanguagePair } from '../../core/alignment/edit/measure-rows.ts';
import { serializeWork } from '../../core/text/work-file.ts';
import type { WordMove } from '../../core/text/word-moves.ts';
import type { Work } from '../../core/text/work.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { CommandNames } from '../commands/CommandPalette.tsx';
import type { CommandHandlers } from '../commands/use-command-keys.ts';
import { useAlignment, type AlignmentHandle } from '../features/alignment/use-alignment.ts';
import type { Columns } from '../features/reader/reader-layout.ts';
import { useText } from '../i18n/use-text.ts';
import { linkWork } from '../features/import/link-work.ts';
import type { Screen } from './screen.ts';
import type { WorkOnDesk } from './use-library.ts';

/** The rows of each work as they were last committed: the review goes on in the text that comes of them. */
export type CommittedRows = Map<Work['id'], readonly EditedRow[]>;

interface Options {
  readonly requests: StudyBridge['requests'];
  readonly opened: WorkOnDesk;
  /** The languages side by side; the first two of them are aligned. */
  readonly columns: Columns;
  readonly screen: Screen;
  readonly onScreen: (screen: Screen) => void;
  readonly committed: CommittedRows;
  /** Asks for a text to take the place of the present one. */
  readonly onPropose: (text: string, moves: readonly WordMove[]) => void;
}

/** The question that is open: what is to become of changes, on leaving or before they are given up. */
type Question = { readonly type: 'leave'; readonly to: Screen } | { readonly type: 'discard' };

/** The alignment editor among the other screens. */
export interface AlignmentPlace {
  readonly alignment: AlignmentHandle;
  readonly question: Question | undefined;
  readonly askToDiscard: () => void;
  readonly answer: (answer: 'discard' | 'keep' | 'stay') => void;
  /** Goes to a screen; out of the editor not before the reader has said what becomes of changes. */
  readonly goTo: (screen: Screen) => void;
  readonly commit: () => void;
  /** Whether links are being proposed for what is to be committed. */
  readonly isLinking: boolean;
  /** Undo and redo while the editor is shown, as far as it has something to take back. */
  readonly commands: CommandHandlers;
  readonly names: CommandNames;
}

export function useAlignmentPlace(options: Options): AlignmentPlace {
  const { requests, opened, columns, screen, onScreen, committed, onPropose } = options;
  const text = useText();
  const { work, revision } = opened;
  const languages = useMemo((): LanguagePair => [columns[0], columns[1]], [columns]);
  const isShown = screen === 'alignment';
  // The desk of another text, or of another revision, is another one.
  const [earlier] = useState(() => committed.get(work.id));
  const alignment = useAlignment({ requests, work, revision, languages, isShown, earlier });
  const [question, setQuestion] = useState<Question>();
  const { state, dispatch, isChanged } = alignment;
  const [isLinking, setLinking] = useState(false);
  const shownRows = useRef<readonly EditedRow[]>(undefined);
  useEffect(() => {
    shownRows.current = isShown ? state?.edit.text.rows : undefined;
    return () => {
      shownRows.current = undefined;
    };
  }, [isShown, state]);
  const commit = async (): Promise<void> => {
    setLinking(true);
    for (let rows = shownRows.current; rows !== undefined;) {
      const composed = composeWork(work, rows);
      const changed = listChangedUnits(work.units, composed.units);
      const linked = changed.length === 0 ? undefined : await linkWork(composed, changed);
      // The reader may have gone on meanwhile, or away.
      if (shownRows.current === rows) {
        committed.set(work.id, rows);
        onPropose(linked?.text ?? JSON.stringify(serializeWork(composed)), listWordMoves(rows));
        break;
      }
      rows = shownRows.current;
    }
    setLinking(false);
  };
  const [undo, redo] = isShown ? [state?.edit.past.at(-1), state?.edit.future.at(-1)] : [];
  return {
    alignment,
    question,
    askToDiscard: () => setQuestion({ type: 'discard' }),
    answer: (answer) => {
      setQuestion(undefined);
      if (answer === 'discard') alignment.discard();
      if (answer !== 'stay' && question?.type === 'leave') onScreen(question.to);
    },
    goTo: (next) => {
      if (isShown && next !== 'alignment' && isChanged) setQuestion({ type: 'leave', to: next });
      else onScreen(next);
    },
    commit: () => {
      if (!isLinking) void commit();
    },
    isLinking,
    commands: {
      ...(undo === undefined ? {} : { undo: () => dispatch({ type: 'undone' }) }),
      ...(redo === undefined ? {} : { redo: () => dispatch({ type: 'redone' }) }),
    },
    names: {
      ...(undo === undefined
        ? {}
        : { undo: text('history.undo', { step: text(`alignment.step.${undo.name}`) }) }),
      ...(redo === undefined
        ? {}
        : { redo: text('history.redo', { step: text(`alignment.step.${redo.name}`) }) }),
    },
  };
}
