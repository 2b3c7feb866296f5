import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './ActionButton.module.css';

interface Props {
  readonly children: ReactNode;
  /** Absent in a button that submits its form. */
  readonly onPress?: () => void;
  /** Whether it submits the form it stands in, as Enter does in a field. */
  readonly isSubmit?: boolean;
  readonly tone?: 'plain' | 'primary' | 'danger';
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** A longer name for screen readers, where the words alone do not say what it is about. It begins with them. */
  readonly label?: string;
}

/** A button with words on it. One primary button a screen. */
export function ActionButton({
  children,
  onPress,
  isSubmit = false,
  tone = 'plain',
  isDisabled = false,
  autoFocus = false,
  label,
}: Props) {
  return (
    <Button
      className={`${styles.button} ${styles[tone]}`}
      type={isSubmit ? 'submit' : 'button'}
      {...(onPress === undefined ? {} : { onPress })}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  );
}
