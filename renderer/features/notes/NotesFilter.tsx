import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import {
  ANNOTATION_KINDS,
  HIGHLIGHT_COLORS,
  type HighlightColor,
} from '../../../core/annotation/annotation.ts';
import {
  isFiltering,
  type AnnotationFilter,
  type FacetCounts,
} from '../../../core/annotation/filter-annotations.ts';
import { TextInput } from '../../components/TextInput.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import type { NotesScreenAction } from './notes-screen-state.ts';
import styles from './NotesFilter.module.css';

interface Props {
  readonly filter: AnnotationFilter;
  readonly facets: FacetCounts;
  readonly colorName: (color: HighlightColor) => string;
  readonly dispatch: (action: NotesScreenAction) => void;
}

/** The choices that narrow the list of notes; each says how many notes it would show. */
export function NotesFilter({ filter, facets, colorName, dispatch }: Props) {
  const text = useText();
  return (
    <aside className={styles.filter} aria-label={text('notes.filter')}>
      <TextInput
        label={text('notes.filter.text')}
        placeholder={text('notes.filter.text')}
        type="search"
        value={filter.text}
        onChange={(value) => dispatch({ type: 'text-typed', text: value })}
      />
      <Facet title={text('notes.filter.kinds')}>
        {ANNOTATION_KINDS.map((kind) => (
          <Choice
            key={kind}
            name={text(`notes.kinds.${kind}`)}
            count={facets.kinds[kind]}
            isSelected={filter.kinds.includes(kind)}
            onPress={() => dispatch({ type: 'kind-pressed', kind })}
          />
        ))}
        <Choice
          name={text('notes.filter.open')}
          count={facets.openQuestions}
          isSelected={filter.isOpenQuestion}
          onPress={() => dispatch({ type: 'open-questions-pressed' })}
        />
      </Facet>
      <Facet title={text('notes.filter.colors')}>
        {HIGHLIGHT_COLORS.map((color) => (
          <Choice
            key={color}
            name={colorName(color)}
            mark={<ColorSwatch color={color} size="dot" />}
            count={facets.colors[color]}
            isSelected={filter.colors.includes(color)}
            onPress={() => dispatch({ type: 'color-pressed', color })}
          />
        ))}
      </Facet>
      {facets.tags.length === 0 ? null : (
        <Facet title={text('notes.filter.tags')}>
          {facets.tags.map(({ tag, count }) => (
            <Choice
              key={tag}
              name={tag}
              count={count}
              isSelected={filter.tags.includes(tag)}
              onPress={() => dispatch({ type: 'tag-pressed', tag })}
            />
          ))}
        </Facet>
      )}
      {isFiltering(filter) ? (
        <Button className={styles.clear ?? ''} onPress={() => dispatch({ type: 'filter-cleared' })}>
          {text('notes.filter.clear')}
        </Button>
      ) : null}
    </aside>
  );
}

function Facet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className={styles.facet}>
      <p className={styles.title} aria-hidden="true">
        {title}
      </p>
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly mark?: ReactNode;
  readonly count: number;
  readonly isSelected: boolean;
  readonly onPress: () => void;
}

function Choice({ name, mark, count, isSelected, onPress }: ChoiceProps) {
  const text = useText();
  return (
    <ToggleButton
      className={styles.choice ?? ''}
      aria-label={text('notes.filter.option', { name, count })}
      data-empty={count === 0 ? '' : undefined}
      isSelected={isSelected}
      onChange={onPress}
    >
      {mark}
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{count}</span>
    </ToggleButton>
  );
}
