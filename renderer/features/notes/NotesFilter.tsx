import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
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
        <Facet
          title={text('notes.filter.tags')}
          choices={facets.tags.map(({ tag, count }) => ({ value: tag, name: tag, count }))}
          chosen={filter.tags}
          onChoose={(tags) => dispatch({ type: 'tags-chosen', tags })}
        />
      )}
      {isFiltering(filter) ? (
        <Button className={styles.clear ?? ''} onPress={() => dispatch({ type: 'filter-cleared' })}>
          {text('notes.filter.clear')}
        </Button>
      ) : null}
    </aside>
  );
}

interface FacetProps<Value extends string> {
  readonly title: string;
  /** A facet of one choice, whose name says it all. */
  readonly isUntitled?: boolean;
  readonly choices: readonly {
    readonly value: Value;
    readonly name: string;
    readonly count: number;
    readonly color?: HighlightColor;
  }[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** The choices of one sort: one stop for Tab, arrow keys within, any number of them chosen. */
function Facet<Value extends string>({ title, isUntitled, choices, chosen, onChoose }: FacetProps<Value>) {
  const text = useText();
  return (
    <div>
      {isUntitled === true ? null : (
        <p className={styles.title} aria-hidden="true">
          {title}
        </p>
      )}
      <ToggleButtonGroup
        aria-label={title}
        orientation="vertical"
        selectionMode="multiple"
        className={styles.choices ?? ''}
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(choices.map(({ value }) => value).filter((value) => keys.has(value)))
        }
      >
        {choices.map(({ value, name, count, color }) => (
          <ToggleButton
            key={value}
            id={value}
            className={styles.choice ?? ''}
            aria-label={text('notes.filter.option', { name, count })}
            data-empty={count === 0 ? '' : undefined}
          >
            {color === undefined ? null : <ColorSwatch color={color} size="dot" />}
            <span className={styles.name}>{name}</span>
            <span className={styles.count}>{count}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
