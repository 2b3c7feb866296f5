import type { TagCount } from '../../../core/annotation/collect-tags.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './TagPicker.module.css';

interface Props {
  readonly id: string;
  readonly offers: readonly TagCount[];
  /** The index of the offer that Enter takes; -1 for none. */
  readonly active: number;
  readonly onChoose: (tag: string) => void;
}

/** The tags a field offers, under it. The focus stays in the field, which says which of them is active. */
export function TagSuggestions({ id, offers, active, onChoose }: Props) {
  const text = useText();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={text('notes.tags.known')}
      className={styles.offers}
      hidden={offers.length === 0}
    >
      {offers.map(({ tag, count }, index) => (
        <div
          key={tag}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.offer}
          // The field must not lose the focus before the press counts.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(tag)}
        >
          <span className={styles.name}>{tag}</span>
          <span className={styles.count}>{count}</span>
        </div>
      ))}
    </div>
  );
}
