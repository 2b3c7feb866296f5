import styles from './FailureText.module.css';

/** Says inside a dialog why something could not be done; heard at once. */
export function FailureText({ words }: { readonly words: string }) {
  return (
    <p role="alert" className={styles.failure}>
      {words}
    </p>
  );
}
