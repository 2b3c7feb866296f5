import { useText } from '../../i18n/use-text.ts';
import styles from './TypeSample.module.css';

interface Props {
  /** Size of the Latin type in CSS px. */
  readonly fontSize: number;
}

// Han characters fill their square; two px more make both scripts look one size (see FONT_SIZE_RANGE).
const CHINESE_EXTRA_PX = 2;

/** A line in both scripts, set as the reader will see it. */
export function TypeSample({ fontSize }: Props) {
  const text = useText();
  return (
    <div className={styles.sample} role="group" aria-label={text('settings.sample')}>
      <p lang="zh-Hans" className={styles.chinese} style={{ fontSize: fontSize + CHINESE_EXTRA_PX }}>
        {text('settings.sample.chinese')}
      </p>
      <p lang="en" className={styles.english} style={{ fontSize }}>
        {text('settings.sample.english')}
      </p>
    </div>
  );
}
