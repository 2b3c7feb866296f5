import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { StartNotice } from '../../ipc/contract.ts';
import type { NotebookNotice } from '../../ipc/storage.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { useText } from '../i18n/use-text.ts';
import styles from './StartNotices.module.css';

interface Props {
  readonly notices: readonly StartNotice[];
  /** What happened to the notes of the opened work. */
  readonly notebookNotices: readonly NotebookNotice[];
}

const WHEN = { dateStyle: 'long', timeStyle: 'short' } as const;

/** What went wrong with files when they were read: said until it is dismissed, and then no more of that file. */
export function StartNotices({ notices, notebookNotices }: Props) {
  const text = useText();
  const intl = useIntl();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const shown = [
    ...notices.map(({ code, path }) => ({ path, words: text(`shell.notice.${code}`, { path }) })),
    ...notebookNotices.map(({ code, path, backupCreated }) => {
      const time = backupCreated === null ? '' : intl.formatDate(backupCreated, WHEN);
      return { path, words: text(`storage.notice.${code}`, { path, time }) };
    }),
  ].filter(({ path }) => !dismissed.includes(path));
  if (shown.length === 0) return null;
  return (
    <div className={styles.notices} role="alert">
      {shown.map(({ path, words }) => (
        <p key={path}>{words}</p>
      ))}
      <ActionButton onPress={() => setDismissed([...dismissed, ...shown.map(({ path }) => path)])}>
        {text('shell.dismiss')}
      </ActionButton>
    </div>
  );
}
