import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { BackupSummary } from '../../../ipc/backups.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './BackupsList.module.css';
import { backupTime, groupBackups, type BackupGroup } from './backups-state.ts';

interface Props {
  readonly backups: readonly BackupSummary[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The backups by day, the newest first; one of them is chosen to be compared. */
export function BackupsList({ backups, chosenId, onChoose }: Props) {
  const text = useText();
  const intl = useIntl();
  const nameGroup = ({ heading }: BackupGroup): string =>
    heading.type === 'day' ? intl.formatDate(heading.time, DAY) : text(`backups.group.${heading.type}`);
  return (
    <ListBox
      aria-label={text('backups.list')}
      className={styles.list ?? ''}
      selectionMode="single"
      selectedKeys={chosenId === undefined ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const chosen = backups.find(({ id }) => keys !== 'all' && keys.has(id));
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    >
      {groupBackups(backups, (time) => intl.formatDate(time, DAY)).map((group) => (
        <ListBoxSection key={group.key} className={styles.group ?? ''}>
          <Header className={styles.day ?? ''}>{nameGroup(group)}</Header>
          {group.backups.map((backup) => (
            <BackupItem key={backup.id} backup={backup} needsDate={group.heading.type !== 'day'} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function BackupItem({ backup, needsDate }: { readonly backup: BackupSummary; readonly needsDate: boolean }) {
  const text = useText();
  const intl = useIntl();
  const { id, made, isSound } = backup;
  const madeAt = backupTime(backup);
  const time = needsDate ? intl.formatDate(madeAt, SHORT) : intl.formatTime(madeAt);
  const reason = made === null ? '' : text(`backups.reason.${made.reason}`);
  const facts = isSound ? text('backups.notes', { count: made?.noteCount ?? 0 }) : text('backups.damaged');
  return (
    <ListBoxItem id={id} textValue={`${time} ${reason} ${facts}`} className={styles.backup ?? ''}>
      <span className={styles.time}>{time}</span>
      <span>{reason}</span>
      <span className={`${styles.facts} ${isSound ? '' : styles.damaged}`}>{facts}</span>
    </ListBoxItem>
  );
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;
