import { useEffect, useRef, useState } from 'react';
import type { ShownPlace } from '../../../core/concordance/concordance-question.ts';
import type { RequestCalls } from '../../../ipc/contract.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { Toast } from '../../components/Toast.tsx';
import { useText } from '../../i18n/use-text.ts';
import { composeTable } from './compose-table.ts';
import { ConcordanceBody } from './ConcordanceBody.tsx';
import { ConcordanceCount } from './ConcordanceCount.tsx';
import { ConcordanceOptions } from './ConcordanceOptions.tsx';
import styles from './ConcordanceScreen.module.css';
import { CONCORDANCE_VIEWS } from './concordance-state.ts';
import { usePlaceNames } from './place-names.ts';
import type { ConcordanceHandle } from './use-concordance.ts';

interface Props {
  readonly concordance: ConcordanceHandle;
  readonly exportTable: RequestCalls['exportTable'];
  readonly languageName: (language: string) => string;
  /** Which texts it is of; undefined where there is only one to choose. */
  readonly scope: 'work' | 'library' | undefined;
  readonly onScope: (scope: 'work' | 'library') => void;
  /** Goes to words in the reading view. */
  readonly onGo: (place: ShownPlace) => void;
}

/** The concordance: lines, renderings, places, formulas and frequencies of the words of two languages. */
export function ConcordanceScreen(props: Props) {
  const { concordance, exportTable, languageName, scope, onGo } = props;
  const { texts, languages, state, dispatch, phase } = concordance;
  const text = useText();
  const names = usePlaceNames(texts);
  const [news, setNews] = useState<string>();
  const tools = useRef<HTMLDivElement>(null);
  const [isReturning] = useState(() => state.row > 0);
  useEffect(() => {
    if (!isReturning) tools.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isReturning]);

  const answer = phase.type === 'failed' ? null : phase.answer;
  const exportAnswer = async (): Promise<void> => {
    if (answer === null) return;
    const view = text(`concordance.view.${answer.view}`);
    const name = state.query === '' ? view : `${view} - ${state.query}`;
    const result = await exportTable({
      name: name.slice(0, 200),
      rows: composeTable(answer, names, text),
    });
    if (!result.ok) setNews(text('concordance.export.failed', { detail: result.failure.detail }));
    else if (result.value !== null) setNews(text('concordance.exported', { path: result.value }));
  };
  return (
    <Screen
      title={text('concordance.title')}
      width="full"
      isFixed
      subtitle={<ConcordanceCount concordance={concordance} />}
      actions={
        <ActionButton isDisabled={answer === null} onPress={() => void exportAnswer()}>
          {text('concordance.export')}
        </ActionButton>
      }
    >
      <div
        ref={tools}
        className={styles.tools}
        onCompositionStart={() => dispatch({ type: 'composition-changed', isComposing: true })}
        onCompositionEnd={() => dispatch({ type: 'composition-changed', isComposing: false })}
        onKeyDown={(event) => {
          const isInBox = event.target instanceof HTMLInputElement;
          if (!isInBox || event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
        }}
      >
        <SegmentedControl
          label={text('concordance.language')}
          value={state.language}
          options={languages.map((language) => ({
            value: language,
            label: languageName(language),
            language,
          }))}
          onChange={(language) => dispatch({ type: 'language-chosen', language })}
        />
        <div className={styles.box}>
          <TextInput
            label={text('concordance.query')}
            placeholder={text(
              BLANK_TEACHES.has(state.view) ? 'concordance.query' : 'concordance.query.filter',
            )}
            type="search"
            maxLength={500}
            value={state.text}
            onChange={(typed) => dispatch({ type: 'typed', text: typed })}
          />
        </div>
        <SegmentedControl
          label={text('concordance.view')}
          value={state.view}
          options={CONCORDANCE_VIEWS.map((view) => ({
            value: view,
            label: text(`concordance.view.${view}`),
          }))}
          onChange={(view) => dispatch({ type: 'view-chosen', view })}
        />
        {scope === undefined ? null : (
          <SegmentedControl
            label={text('library-search.scope')}
            value={scope}
            options={(['work', 'library'] as const).map((value) => ({
              value,
              label: text(`library-search.scope.${value}`),
            }))}
            onChange={props.onScope}
          />
        )}
      </div>
      <ConcordanceOptions state={state} dispatch={dispatch} hasManyWorks={texts.length > 1} />
      <ConcordanceBody concordance={concordance} names={names} isReturning={isReturning} onGo={onGo} />
      <Toast words={news} dismissLabel={text('concordance.dismiss')} onDismiss={() => setNews(undefined)} />
    </Screen>
  );
}

/** Tables that are about the words in the box; the others only narrow themselves to them. */
const BLANK_TEACHES: ReadonlySet<string> = new Set(['lines', 'renderings', 'matrix']);
