import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import type { Remark } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './RemarkCard.module.css';

interface Props {
  readonly remark: Remark;
  readonly language: InterfaceLanguage;
}

/** A bundled comment on a divergence, beside the text. Set apart from the reader's own notes by its dotted rule. */
export function RemarkCard({ remark, language }: Props) {
  const text = useText();
  return (
    <div className={styles.remark} role="note" aria-label={text(`reader.remark.${remark.kind}`)}>
      <p className={styles.kind}>{text(`reader.remark.${remark.kind}`)}</p>
      <p lang={language}>{remark.text[language] ?? remark.text['en'] ?? ''}</p>
    </div>
  );
}
