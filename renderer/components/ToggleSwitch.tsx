import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import styles from './ToggleSwitch.module.css';

interface Props {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Something that is on or off at once, with its words beside it. */
export function ToggleSwitch({ children, isSelected, isDisabled = false, onChange }: Props) {
  return (
    <Switch
      className={styles.switch ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <span className={styles.track} aria-hidden="true">
        <span className={styles.thumb} />
      </span>
      {children}
    </Switch>
  );
}
