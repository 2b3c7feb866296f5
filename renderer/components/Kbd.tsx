import styles from './Kbd.module.css';

interface Props {
  /** Keys as a reader would name them: 'Ctrl+K', 'j', 'Shift+R'. */
  readonly keys: string;
}

/** A key or a chord, drawn as key caps. */
export function Kbd({ keys }: Props) {
  return (
    <span className={styles.chord}>
      {keys.split(/(?<=.)\+(?=.)/).map((key) => (
        <kbd key={key} className={styles.key}>
          {key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  );
}
