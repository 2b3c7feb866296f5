import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import styles from './NotesFilter.module.css';

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
export function Facet<Value extends string>({
  title,
  isUntitled,
  choices,
  chosen,
  onChoose,
}: FacetProps<Value>) {
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
