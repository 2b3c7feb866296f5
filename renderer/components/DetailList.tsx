import styles from './DetailList.module.css';

interface Props {
  readonly details: readonly string[];
  /** The language of the details. */
  readonly language: string;
}

/** What exactly is wrong, for whoever can mend it: a few lines in small print. */
export function DetailList({ details, language }: Props) {
  return (
    <ul className={styles.details} lang={language}>
      {details.map((detail) => (
        <li key={detail}>{detail}</li>
      ))}
    </ul>
  );
}
