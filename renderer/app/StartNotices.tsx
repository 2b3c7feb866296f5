import { useState } from 'react';
import type { StartNotice } from '../../ipc/contract.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { useText } from '../i18n/use-text.ts';
import styles from './StartNotices.module.css';

interface Props {
  readonly notices: readonly StartNotice[];
}

/** What went wrong before the window was there: said once, until it is dismissed. */
export function StartNotices({ notices }: Props) {
  const text = useText();
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed || notices.length === 0) return null;
  return (
    <div className={styles.notices} role="alert">
      {notices.map(({ code, path }) => (
        <p key={code}>{text(`shell.notice.${code}`, { path })}</p>
      ))}
      <ActionButton onPress={() => setDismissed(true)}>{text('shell.dismiss')}</ActionButton>
    </div>
  );
}
