import { useMemo, useRef } from 'react';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import type { Work } from '../../../core/text/work.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useText } from '../../i18n/use-text.ts';
import { filterEntries, GLOSSARY_ORDERS, listEntries, sortEntries } from './glossary-entries.ts';
import type { GlossaryAction, GlossaryState } from './glossary-state.ts';
import { TermTable } from './TermTable.tsx';
import styles from './GlossaryScreen.module.css';

interface Props {
  readonly work: Work;
  /** Held by the caller, so that a reader who went to an occurrence comes back to the same place. */
  readonly state: GlossaryState;
  readonly dispatch: (action: GlossaryAction) => void;
  readonly onJump: (target: {
    readonly unit: string;
    readonly language: LanguageTag;
    readonly span: TextSpan;
  }) => void;
}

/** The terms of a work: how each is rendered, and everywhere it stands. */
export function GlossaryScreen({ work, state, dispatch, onJump }: Props) {
  const text = useText();
  const screen = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => listEntries(work), [work]);
  const shown = useMemo(
    () => sortEntries(filterEntries(entries, state.filter), state.order),
    [entries, state.filter, state.order],
  );

  if (entries.length === 0) {
    return (
      <Screen title={text('glossary.title')} width="wide">
        <EmptyState title={text('glossary.empty')}>{text('glossary.empty.text')}</EmptyState>
      </Screen>
    );
  }
  const isFiltered = state.filter.trim() !== '';
  const count = { count: entries.length, shown: shown.length };
  return (
    <Screen
      title={text('glossary.title')}
      width="wide"
      subtitle={
        <span role="status">{text(isFiltered ? 'glossary.count.filtered' : 'glossary.count', count)}</span>
      }
    >
      <div ref={screen}>
        <div className={styles.tools}>
          <div
            className={styles.filter}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              screen.current?.querySelector<HTMLElement>('table [tabindex="0"]')?.focus();
            }}
          >
            <TextInput
              label={text('glossary.filter')}
              placeholder={text('glossary.filter')}
              type="search"
              value={state.filter}
              onChange={(filter) => dispatch({ type: 'filter-typed', filter })}
            />
          </div>
          <SegmentedControl
            label={text('glossary.order')}
            value={state.order}
            options={GLOSSARY_ORDERS.map((order) => ({
              value: order,
              label: text(`glossary.order.${order}`),
            }))}
            onChange={(order) => dispatch({ type: 'order-chosen', order })}
          />
        </div>
        {shown.length === 0 ? (
          <EmptyState title={text('glossary.none', { filter: state.filter.trim() })}>
            {text('glossary.none.text')}
          </EmptyState>
        ) : (
          <TermTable
            work={work}
            entries={shown}
            order={state.order}
            openId={state.openId}
            dispatch={dispatch}
            onJump={onJump}
          />
        )}
      </div>
    </Screen>
  );
}
