import styles from './DropOverlay.module.css';

/** Lies over the window while files are dragged across it, and says what letting go would do. */
export function DropOverlay({ words }: { readonly words: string }) {
  return (
    <div className={styles.overlay}>
      <p className={styles.words}>{words}</p>
    </div>
  );
}
