import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/use-text.ts';
import { useReturnOfFocus } from './use-return-of-focus.ts';
import styles from './MarginNotes.module.css';

interface Props {
  readonly count: number;
  readonly onShow: () => void;
  readonly onLeave: () => void;
}

/** The line that says how many notes on a clause are not shown, and shows more of them. */
export function MoreNotes({ count, onShow, onLeave }: Props) {
  const text = useText();
  const ref = useRef<HTMLButtonElement>(null);
  useReturnOfFocus(ref, onLeave);
  return (
    <Button ref={ref} className={styles.more ?? ''} onPress={onShow}>
      {text('notes-reading.more', { count })}
    </Button>
  );
}
