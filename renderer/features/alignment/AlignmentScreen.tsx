import { Redo2, Undo2 } from 'lucide-react';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { countDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { ALIGNING_KEYS, type AligningAction } from '../../commands/aligning-keys.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AlignmentGrid } from './AlignmentGrid.tsx';
import type { AlignmentState } from './alignment-state.ts';
import styles from './AlignmentScreen.module.css';
import { describeNews } from './describe-alignment.ts';
import type { AlignmentHandle } from './use-alignment.ts';

interface Props {
  readonly alignment: AlignmentHandle;
  readonly isMac: boolean;
  readonly languageName: (language: LanguageTag) => string;
  /** Whether that is being made ready: links are looked for. */
  readonly isCommitting: boolean;
  /** Asks for the text that was made to take the place of the present one. */
  readonly onCommit: () => void;
  /** Gives up what was changed, after a question. */
  readonly onDiscard: () => void;
}

/** The alignment editor: two columns of sentences and what joins them, row by row. */
export function AlignmentScreen(props: Props) {
  const { alignment } = props;
  const text = useText();
  const { state } = alignment;
  const act = useAct(props);
  if (state === undefined) {
    return (
      <Screen title={text('alignment.title')} width="full" isFixed>
        <p role="status">{text('alignment.opening')}</p>
      </Screen>
    );
  }
  return (
    <Screen
      title={text('alignment.title')}
      subtitle={<Progress state={state} />}
      width="full"
      isFixed
      actions={
        <div className={styles.actions}>
          <IconButton
            label={text('alignment.undo')}
            icon={<Undo2 size={18} strokeWidth={1.6} />}
            isDisabled={state.edit.past.length === 0}
            onPress={() => alignment.dispatch({ type: 'undone' })}
          />
          <IconButton
            label={text('alignment.redo')}
            icon={<Redo2 size={18} strokeWidth={1.6} />}
            isDisabled={state.edit.future.length === 0}
            onPress={() => alignment.dispatch({ type: 'redone' })}
          />
          <ActionButton onPress={() => act('next-doubtful')}>
            {text('alignment.action.next-doubtful')} <Kbd keys={ALIGNING_KEYS['next-doubtful']} />
          </ActionButton>
          <ActionButton isDisabled={!alignment.isChanged} onPress={props.onDiscard}>
            {text('alignment.discard')}
          </ActionButton>
          <ActionButton tone="primary" isDisabled={!alignment.isChanged} onPress={props.onCommit}>
            {text('alignment.action.commit')}
          </ActionButton>
        </div>
      }
    >
      <News state={state} draft={alignment.draft} isCommitting={props.isCommitting} />
      <AlignmentGrid
        state={state}
        dispatch={alignment.dispatch}
        isMac={props.isMac}
        languageName={props.languageName}
        choosable={alignment.choosable}
        onChooseLanguages={alignment.chooseLanguages}
        onAct={act}
      />
    </Screen>
  );
}

/** What does an action of the present; the function itself is always the same, so that rows need not be drawn again for it. */
function useAct(props: Props): (action: AligningAction) => void {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return useCallback((action) => {
    const { alignment, onCommit } = latest.current;
    if (action === 'commit') onCommit();
    else if (action === 'realign') alignment.realign();
    else if (action === 'correct') alignment.dispatch({ type: 'writing-began', caret: null });
    else alignment.dispatch({ type: 'acted', action });
  }, []);
}

/** How much is left. */
function Progress({ state }: { readonly state: AlignmentState }) {
  const text = useText();
  const { rows } = state.edit.text;
  const left = countDoubtful(rows);
  const reviewed = rows.filter(({ status }) => status !== 'open').length;
  return <>{text('alignment.progress', { left, reviewed, count: rows.length })}</>;
}

function News({
  state,
  draft,
  isCommitting,
}: {
  readonly state: AlignmentState;
  readonly draft: AlignmentHandle['draft'];
  readonly isCommitting: boolean;
}) {
  const text = useText();
  const { news, aligner } = state;
  const words = news === undefined ? '' : describeNews(news, text);
  return (
    <div className={styles.news}>
      {/* A text that is the same as before is not read again: every second one ends with a space that cannot be seen. */}
      <p role="status">{news !== undefined && news.serial % 2 === 1 ? `${words}\u00a0` : words}</p>
      <p className={styles.aside}>
        {draft === 'failed'
          ? text('alignment.draft-failed')
          : isCommitting
            ? text('alignment.linking')
            : aligner === 'idle'
              ? ''
              : text(`alignment.${aligner}`)}
      </p>
    </div>
  );
}
