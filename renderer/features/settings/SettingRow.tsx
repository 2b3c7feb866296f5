import type { ReactNode } from 'react';
import styles from './SettingRow.module.css';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** One line of the form: what it is about on the left, what to do on the right. The control itself carries the name. */
export function SettingRow({ label, children }: Props) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div>{children}</div>
    </div>
  );
}
