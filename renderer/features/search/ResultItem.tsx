import { StickyNote, Tag } from 'lucide-react';
import { isChinese } from '../../../core/text/language.ts';
import { MarkedText } from '../../components/MarkedText.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { ResultLine } from './result-groups.ts';
import styles from './ResultItem.module.css';

interface Props {
  readonly id: string;
  readonly line: ResultLine;
  readonly isActive: boolean;
  readonly onPress: () => void;
}

/** One line of the results: an edition's words, a note or a tag, with what was found marked. */
export function ResultItem({ id, line, isActive, onPress }: Props) {
  const text = useText();
  const { field, excerpt } = line;
  const option = {
    id,
    role: 'option',
    'aria-selected': isActive,
    // The focus stays in the box, so that the arrow keys go on from here.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: onPress,
  } as const;
  if (field.kind === 'text') {
    const script = isChinese(field.language) ? styles.chinese : styles.latin;
    return (
      <div {...option} lang={field.language} className={`${styles.line} ${script}`}>
        <MarkedText {...excerpt} />
      </div>
    );
  }
  const isNote = field.kind === 'note';
  const Icon = isNote ? StickyNote : Tag;
  return (
    <div {...option} className={`${styles.line} ${styles.own}`}>
      <Icon
        size={13}
        strokeWidth={1.6}
        className={styles.icon}
        role="img"
        aria-label={text(isNote ? 'search.in-note' : 'search.in-tag')}
      />
      <span>
        <MarkedText {...excerpt} />
      </span>
    </div>
  );
}
