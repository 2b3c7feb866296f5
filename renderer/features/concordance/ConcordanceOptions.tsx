import { X } from 'lucide-react';
import type { Dispatch, ReactNode } from 'react';
import { DIVISIONS } from '../../../core/concordance/divide-works.ts';
import { LINE_ORDERS } from '../../../core/concordance/sort-lines.ts';
import { isChinese } from '../../../core/text/language.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { ToggleSwitch } from '../../components/ToggleSwitch.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './ConcordanceOptions.module.css';
import type { ConcordanceAction, ConcordanceState } from './concordance-state.ts';

interface Props {
  readonly state: ConcordanceState;
  readonly dispatch: Dispatch<ConcordanceAction>;
  readonly hasManyWorks: boolean;
}

/** What can be chosen about the table that is shown. */
export function ConcordanceOptions(props: Props) {
  return (
    <div className={styles.options}>
      <Options {...props} />
    </div>
  );
}

function Options(props: Props) {
  switch (props.state.view) {
    case 'lines':
      return <LineOptions {...props} />;
    case 'renderings':
      return null;
    case 'matrix':
      return <MatrixOptions {...props} />;
    case 'formulas':
      return <FormulaOptions {...props} />;
    case 'frequencies':
      return <FrequencyOptions {...props} />;
  }
}

function LineOptions({ state, dispatch }: Props) {
  const text = useText();
  const { order, depth, collation } = state.sorting;
  const isByContext = order === 'left' || order === 'right';
  const hasChinese = order === 'rendering' ? !isChinese(state.language) : isChinese(state.language);
  return (
    <>
      <Labelled label={text('concordance.order')}>
        <SegmentedControl
          label={text('concordance.order')}
          value={order}
          options={LINE_ORDERS.map((value) => ({ value, label: text(`concordance.order.${value}`) }))}
          onChange={(value) => dispatch({ type: 'sorting-changed', sorting: { order: value } })}
        />
      </Labelled>
      {isByContext ? (
        <Labelled label={text('concordance.depth')}>
          <SegmentedControl
            label={text('concordance.depth')}
            value={`${depth}`}
            options={DEPTHS.map((value) => ({ value: `${value}`, label: `${value}` }))}
            onChange={(value) => {
              const chosen = DEPTHS.find((one) => `${one}` === value);
              if (chosen !== undefined) dispatch({ type: 'sorting-changed', sorting: { depth: chosen } });
            }}
          />
        </Labelled>
      ) : null}
      {order !== 'place' && hasChinese ? (
        <SegmentedControl
          label={text('concordance.collation')}
          value={collation}
          options={COLLATIONS.map((value) => ({ value, label: text(`concordance.collation.${value}`) }))}
          onChange={(value) => dispatch({ type: 'sorting-changed', sorting: { collation: value } })}
        />
      ) : null}
      {state.rendering === null ? null : (
        <ActionButton
          label={text('concordance.rendering.all', { rendering: state.rendering.label })}
          onPress={() => dispatch({ type: 'rendering-chosen', rendering: null })}
        >
          <span className={styles.chosen}>
            {state.rendering.label}
            <X size={14} strokeWidth={1.8} aria-hidden />
          </span>
        </ActionButton>
      )}
    </>
  );
}

const DEPTHS = [1, 2, 3] as const;
const COLLATIONS = ['pinyin', 'code-point'] as const;

function MatrixOptions({ state, dispatch, hasManyWorks }: Props) {
  const text = useText();
  return (
    <>
      <Labelled label={text('concordance.matrix.rows')}>
        <SegmentedControl
          label={text('concordance.matrix.rows')}
          value={state.matrixRows}
          options={(['query', 'terms'] as const).map((value) => ({
            value,
            label: text(`concordance.matrix.rows.${value}`),
          }))}
          onChange={(matrixRows) => dispatch({ type: 'option-changed', options: { matrixRows } })}
        />
      </Labelled>
      <Labelled label={text('concordance.matrix.columns')}>
        <SegmentedControl
          label={text('concordance.matrix.columns')}
          value={state.division}
          options={DIVISIONS.filter((value) => hasManyWorks || value !== 'work').map((value) => ({
            value,
            label: text(`concordance.division.${value}`),
          }))}
          onChange={(division) => dispatch({ type: 'option-changed', options: { division } })}
        />
      </Labelled>
      {state.matrixRows === 'terms' ? (
        <ToggleSwitch
          isSelected={state.isInconsistentOnly}
          onChange={(isInconsistentOnly) =>
            dispatch({ type: 'option-changed', options: { isInconsistentOnly } })
          }
        >
          {text('concordance.matrix.inconsistent')}
        </ToggleSwitch>
      ) : null}
    </>
  );
}

function FormulaOptions({ state, dispatch }: Props) {
  const text = useText();
  const isHan = isChinese(state.language);
  const lengths = isHan ? [4, 6, 8, 12] : [3, 4, 5, 6];
  return (
    <>
      <NumberChoice
        label={text(isHan ? 'concordance.formula.characters' : 'concordance.formula.words')}
        values={lengths}
        value={state.formulaLength}
        onChange={(formulaLength) => dispatch({ type: 'option-changed', options: { formulaLength } })}
      />
      <NumberChoice
        label={text('concordance.formula.times')}
        values={[2, 3, 5, 10]}
        value={state.minCount}
        onChange={(minCount) => dispatch({ type: 'option-changed', options: { minCount } })}
      />
    </>
  );
}

function FrequencyOptions({ state, dispatch }: Props) {
  const text = useText();
  return (
    <>
      {isChinese(state.language) ? (
        <SegmentedControl
          label={text('concordance.grain')}
          value={state.grain}
          options={(['word', 'character'] as const).map((value) => ({
            value,
            label: text(`concordance.grain.${value}`),
          }))}
          onChange={(grain) => dispatch({ type: 'option-changed', options: { grain } })}
        />
      ) : null}
      <NumberChoice
        label={text('concordance.size')}
        values={[1, 2, 3, 4, 5]}
        value={state.size}
        onChange={(size) => dispatch({ type: 'option-changed', options: { size } })}
      />
    </>
  );
}

function NumberChoice({
  label,
  values,
  value,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Labelled label={label}>
      <SegmentedControl
        label={label}
        value={`${value}`}
        options={values.map((one) => ({ value: `${one}`, label: `${one}` }))}
        onChange={(chosen) => onChange(Number(chosen))}
      />
    </Labelled>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className={styles.labelled}>
      <span aria-hidden>{label}</span>
      {children}
    </span>
  );
}
