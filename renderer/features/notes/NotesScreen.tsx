import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import { countFacets, filterAnnotations, isFiltering } from '../../../core/annotation/filter-annotations.ts';
import type {
  PlacedAnnotation,
  PlacedAnnotations,
  Placement,
} from '../../../core/annotation/place-annotations.ts';
import { ANNOTATION_ORDERS, sortAnnotations } from '../../../core/annotation/sort-annotations.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import { NoteList } from './NoteList.tsx';
import { NotesFilter } from './NotesFilter.tsx';
import type { NotesScreenAction, NotesScreenState } from './notes-screen-state.ts';
import styles from './NotesScreen.module.css';

interface Props {
  readonly placed: PlacedAnnotations;
  readonly colorName: (color: HighlightColor) => string;
  /** Held by the caller, so that a reader who went to the text comes back to the same list. */
  readonly state: NotesScreenState;
  readonly dispatch: (action: NotesScreenAction) => void;
  readonly onJump: (id: string, placement: Placement) => void;
  readonly onDelete: (id: string) => void;
}

/** All notes of a work: filtered, ordered, each with its clause and the words it stands on. */
export function NotesScreen({ placed, colorName, state, dispatch, onJump, onDelete }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const { filter, order } = state;
  const all = useMemo(() => [...placed.byId.values()].map(({ annotation }) => annotation), [placed]);
  const facets = useMemo(() => countFacets(all, filter), [all, filter]);
  const shown = useMemo(() => {
    const ids = new Set(filterAnnotations(all, filter).map(({ id }) => id));
    const passes = ({ annotation }: PlacedAnnotation) => ids.has(annotation.id);
    const collator = new Intl.Collator(locale);
    return {
      notes: sortAnnotations(placed.placed.filter(passes), order, collator),
      orphans: sortAnnotations(placed.orphans.filter(passes), order, collator),
      count: ids.size,
    };
  }, [placed, all, filter, order, locale]);

  if (all.length === 0) {
    return (
      <Screen title={text('notes.title')} width="wide">
        <EmptyState title={text('notes.none')}>
          {text('notes.none.text', { highlight: 'H', note: 'N', question: 'Q', bookmark: 'B' })}
        </EmptyState>
      </Screen>
    );
  }
  const count = { count: all.length, shown: shown.count };
  const list = { work: placed.work, colorName, onJump, onDelete };
  return (
    <Screen
      title={text('notes.title')}
      width="wide"
      subtitle={
        <span role="status">{text(isFiltering(filter) ? 'notes.count.filtered' : 'notes.count', count)}</span>
      }
    >
      <div className={styles.columns}>
        <NotesFilter filter={filter} facets={facets} colorName={colorName} dispatch={dispatch} />
        <div className={styles.main}>
          <SegmentedControl
            label={text('notes.order')}
            value={order}
            options={ANNOTATION_ORDERS.map((each) => ({ value: each, label: text(`notes.order.${each}`) }))}
            onChange={(chosen) => dispatch({ type: 'order-chosen', order: chosen })}
          />
          {shown.count === 0 ? (
            <EmptyState title={text('notes.no-match')}>
              <p className={styles.noMatch}>{text('notes.no-match.text', count)}</p>
              <ActionButton onPress={() => dispatch({ type: 'filter-cleared' })}>
                {text('notes.filter.clear')}
              </ActionButton>
            </EmptyState>
          ) : null}
          {shown.notes.length === 0 ? null : (
            <NoteList {...list} label={text('notes.list')} notes={shown.notes} />
          )}
          {shown.orphans.length === 0 ? null : (
            <section className={styles.orphans}>
              <h3 className={styles.heading}>{text('notes.orphans')}</h3>
              <p className={styles.explanation}>{text('notes.orphans.text')}</p>
              <NoteList {...list} label={text('notes.orphans')} notes={shown.orphans} />
            </section>
          )}
        </div>
      </div>
    </Screen>
  );
}
