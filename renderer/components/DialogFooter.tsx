import type { ReactNode } from 'react';
import styles from './DialogFooter.module.css';

/** The actions of a dialog, at its foot, the one that is meant at the end. */
export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.footer}>{children}</footer>;
}
