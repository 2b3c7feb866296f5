import { X } from 'lucide-react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useText } from '../../i18n/use-text.ts';
import styles from './TagChips.module.css';

interface Props {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** The tags a note has, each to be taken away by its button, or by Delete while it has the focus. */
export function TagChips({ tags, onChange }: Props) {
  const text = useText();
  if (tags.length === 0) return null;
  return (
    <TagGroup
      aria-label={text('notes.tags')}
      onRemove={(keys) => onChange(tags.filter((tag) => !keys.has(tag)))}
    >
      <TagList className={styles.tags ?? ''}>
        {tags.map((tag) => (
          <Tag key={tag} id={tag} textValue={tag} className={styles.tag ?? ''}>
            {tag}
            <Button slot="remove" className={styles.remove ?? ''}>
              <X size={12} strokeWidth={1.6} />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
