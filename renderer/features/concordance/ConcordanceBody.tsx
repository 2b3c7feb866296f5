import type { ReactNode } from 'react';
import type { ConcordanceAnswer, ShownPlace } from '../../../core/concordance/concordance-question.ts';
import { guessCounterpart } from '../../../core/concordance/find-lines.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SpreadPlot } from '../../components/SpreadPlot.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './ConcordanceBody.module.css';
import { FormulasTable } from './FormulasTable.tsx';
import { FrequencyTable } from './FrequencyTable.tsx';
import { LinesTable } from './LinesTable.tsx';
import { limitMatrix } from './limit-matrix.ts';
import { MatrixTable } from './MatrixTable.tsx';
import type { PlaceNames } from './place-names.ts';
import { quoteWordsIn } from './quote-words.ts';
import { nameRendering } from './rendering-name.ts';
import { RenderingsTable } from './RenderingsTable.tsx';
import type { ConcordanceHandle } from './use-concordance.ts';

interface Props {
  readonly concordance: ConcordanceHandle;
  readonly names: PlaceNames;
  /** The reader comes back from the text: the row gone to takes the focus. */
  readonly isReturning: boolean;
  readonly onGo: (place: ShownPlace) => void;
}

/** The table that was asked for, or what there is to say instead. */
export function ConcordanceBody(props: Props) {
  const { state, phase, retry } = props.concordance;
  const text = useText();
  if (phase.type === 'failed')
    return (
      <div role="alert">
        <EmptyState title={text('concordance.failed')}>
          <p>{phase.detail}</p>
          <ActionButton onPress={retry}>{text('concordance.retry')}</ActionButton>
        </EmptyState>
      </div>
    );
  if (phase.answer !== null)
    return isEmpty(phase.answer) ? (
      <EmptyState title={text(`concordance.none.${state.view}`)}>
        {text(state.view === 'frequencies' ? 'concordance.none.hint.frequencies' : 'concordance.none.hint')}
      </EmptyState>
    ) : (
      <Table {...props} answer={phase.answer} />
    );
  if (phase.type === 'computing') return null;
  return (
    <EmptyState title={text('concordance.empty')}>
      <p>{text('concordance.empty.text')}</p>
      <p className={styles.examples}>{text('concordance.empty.examples')}</p>
    </EmptyState>
  );
}

function isEmpty(answer: ConcordanceAnswer): boolean {
  switch (answer.view) {
    case 'lines':
      return answer.lines.length === 0;
    case 'formulas':
      return answer.formulas.length === 0;
    case 'renderings':
    case 'matrix':
    case 'frequencies':
      return answer.rows.length === 0;
  }
}

function Table({
  concordance,
  names,
  isReturning,
  onGo,
  answer,
}: Props & { readonly answer: ConcordanceAnswer }): ReactNode {
  const { languages, state, dispatch } = concordance;
  const text = useText();
  const { language, row } = state;
  const counterpart = guessCounterpart(languages, language);
  const rows = { row, onRow: (next: number) => dispatch({ type: 'row-focused', row: next }) };
  const lookUp = (words: string) =>
    dispatch({ type: 'looked-up', text: quoteWordsIn(words, language), language });
  switch (answer.view) {
    case 'lines':
      return (
        <>
          <div className={styles.spread}>
            <SpreadPlot
              size="large"
              bars={answer.spread}
              label={text('concordance.spread', { count: answer.total })}
            />
          </div>
          <LinesTable
            {...rows}
            lines={answer.lines}
            language={language}
            counterpart={counterpart}
            names={names}
            isReturning={isReturning}
            onGo={onGo}
          />
        </>
      );
    case 'renderings':
      return (
        <RenderingsTable
          {...rows}
          rows={answer.rows}
          total={answer.total}
          counterpart={counterpart}
          names={names}
          onOpen={(one) =>
            dispatch({
              type: 'rendering-chosen',
              rendering: { key: one.rendering, label: nameRendering(one, text) },
            })
          }
        />
      );
    case 'matrix': {
      const { columns, rows: shown, isCut } = limitMatrix(answer, state.isInconsistentOnly);
      return (
        <>
          {isCut ? <p className={styles.cut}>{text('concordance.matrix.cut')}</p> : null}
          <MatrixTable
            columns={columns}
            rows={shown}
            language={language}
            counterpart={counterpart}
            isByRendering={state.matrixRows === 'query'}
            names={names}
            onGo={onGo}
            onLookUp={lookUp}
          />
        </>
      );
    }
    case 'formulas':
      return (
        <FormulasTable
          {...rows}
          formulas={answer.formulas}
          language={language}
          counterpart={counterpart}
          onOpen={(formula) => lookUp(formula.text)}
        />
      );
    case 'frequencies':
      return (
        <FrequencyTable
          {...rows}
          rows={answer.rows}
          parts={answer.parts}
          language={language}
          onOpen={(one) => lookUp(one.text)}
        />
      );
  }
}
