import { Button } from 'react-aria-components';
import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  type HighlightColor,
} from '../../../core/annotation/annotation.ts';
import { isFilteringLibrary, type LibraryFilter } from '../../../core/annotation/library-filter.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Facet } from './Facet.tsx';
import type { LibraryNotesAction, NotesSummary } from './library-notes-state.ts';
import styles from './NotesFilter.module.css';

interface Props {
  readonly filter: LibraryFilter;
  readonly summary: NotesSummary;
  /** The work on the desk, for "This text". */
  readonly currentWorkId: string;
  /** Undefined for a work that is not in the library. */
  readonly workTitle: (workId: string) => string | undefined;
  readonly colorName: (color: HighlightColor) => string;
  readonly dispatch: (action: LibraryNotesAction) => void;
  /** Undefined for no tag in particular. */
  readonly onRenameTag: (tag: string | undefined) => void;
}

/** The choices that narrow the list of notes; each says how many notes it would show. */
export function NotesFilter(props: Props) {
  const { filter, summary, currentWorkId, workTitle, colorName, dispatch, onRenameTag } = props;
  const text = useText();
  const { facets, works } = summary;
  return (
    <aside className={styles.filter} aria-label={text('notes.filter')}>
      <TextInput
        label={text('notes.filter.text')}
        placeholder={text('notes.filter.text')}
        type="search"
        value={filter.text}
        onChange={(value) => dispatch({ type: 'text-typed', text: value })}
      />
      {filter.unit === null ? null : (
        <Facet
          title={text('library-notes.filter.unit')}
          isUntitled
          choices={[{ value: 'unit', name: text('library-notes.filter.unit'), count: summary.matching }]}
          chosen={['unit']}
          onChoose={() => dispatch({ type: 'unit-chosen', unit: null })}
        />
      )}
      {works.length < 2 ? null : (
        <Facet
          title={text('library-notes.filter.works')}
          choices={works.map(({ id }) => ({
            value: id,
            name:
              id === currentWorkId
                ? text('library-notes.filter.this', { title: workTitle(id) ?? id })
                : (workTitle(id) ?? text('library-notes.work-missing', { id })),
            count: facets.works[id] ?? 0,
          }))}
          chosen={filter.works}
          onChoose={(chosen) => dispatch({ type: 'works-chosen', works: chosen })}
        />
      )}
      <Facet
        title={text('notes.filter.kinds')}
        choices={ANNOTATION_KINDS.map((kind) => ({
          value: kind,
          name: text(`notes.kinds.${kind}`),
          count: facets.kinds[kind],
        }))}
        chosen={filter.kinds}
        onChoose={(kinds) => dispatch({ type: 'kinds-chosen', kinds })}
      />
      <Facet
        title={text('notes.filter.open')}
        isUntitled
        choices={[{ value: 'open', name: text('notes.filter.open'), count: facets.openQuestions }]}
        chosen={filter.isOpenQuestion ? ['open'] : []}
        onChoose={(chosen) => dispatch({ type: 'open-questions-chosen', isOpenQuestion: chosen.length > 0 })}
      />
      {facets.detached === 0 && !filter.isDetached ? null : (
        <Facet
          title={text('library-notes.filter.detached')}
          isUntitled
          choices={[
            { value: 'detached', name: text('library-notes.filter.detached'), count: facets.detached },
          ]}
          chosen={filter.isDetached ? ['detached'] : []}
          onChoose={(chosen) => dispatch({ type: 'detached-chosen', isDetached: chosen.length > 0 })}
        />
      )}
      <Facet
        title={text('notes.filter.colors')}
        choices={HIGHLIGHT_COLORS.map((color) => ({
          value: color,
          name: colorName(color),
          count: facets.colors[color],
          color,
        }))}
        chosen={filter.colors}
        onChoose={(colors) => dispatch({ type: 'colors-chosen', colors })}
      />
      {facets.tags.length === 0 ? null : (
        <>
          <Facet
            title={text('notes.filter.tags')}
            choices={facets.tags.map(({ tag, count }) => ({ value: tag, name: tag, count }))}
            chosen={filter.tags}
            onChoose={(tags) => dispatch({ type: 'tags-chosen', tags })}
          />
          <Button className={styles.rename ?? ''} onPress={() => onRenameTag(filter.tags[0])}>
            {text('library-notes.filter.rename-tag')}
          </Button>
        </>
      )}
      {isFilteringLibrary(filter) ? (
        <Button className={styles.clear ?? ''} onPress={() => dispatch({ type: 'filter-cleared' })}>
          {text('notes.filter.clear')}
        </Button>
      ) : null}
    </aside>
  );
}
