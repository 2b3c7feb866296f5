import { useState } from 'react';
import { useIntl } from 'react-intl';
import { BIN_DAYS } from '../../../core/annotation/purge-bin.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import type { BinnedWork } from '../../../ipc/works.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './Dialogs.module.css';

interface Props {
  readonly works: readonly BinnedWork[];
  readonly onRestore: (id: string) => void;
  readonly onErase: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The works the reader has deleted: each is restored or erased. What cannot be taken back is asked once more. */
export function BinDialog({ works, onRestore, onErase, onClose }: Props) {
  const text = useText();
  const [erasing, setErasing] = useState<readonly string[]>();
  return (
    <ModalDialog
      title={text('library.bin.title')}
      size="medium"
      closeLabel={text('library.close')}
      onClose={onClose}
    >
      <p className={styles.intro}>
        {text(works.length === 0 ? 'library.bin.empty' : 'library.bin.intro', { days: BIN_DAYS })}
      </p>
      <ul className={styles.binned} aria-label={text('library.bin.works')}>
        {works.map((work) => (
          <BinnedItem key={work.id} work={work} onRestore={onRestore} onErase={() => setErasing([work.id])} />
        ))}
      </ul>
      {erasing === undefined ? null : (
        <p role="alert" className={styles.warning}>
          {text('library.bin.sure', { count: erasing.length })}
        </p>
      )}
      <DialogFooter>
        {erasing === undefined ? (
          <>
            {works.length === 0 ? null : (
              <ActionButton tone="danger" onPress={() => setErasing(works.map(({ id }) => id))}>
                {text('library.bin.erase-all')}
              </ActionButton>
            )}
            <ActionButton onPress={onClose}>{text('library.close')}</ActionButton>
          </>
        ) : (
          <>
            <ActionButton autoFocus onPress={() => setErasing(undefined)}>
              {text('library.cancel')}
            </ActionButton>
            <ActionButton
              tone="danger"
              onPress={() => {
                setErasing(undefined);
                onErase(erasing);
              }}
            >
              {text('library.bin.erase-for-good')}
            </ActionButton>
          </>
        )}
      </DialogFooter>
    </ModalDialog>
  );
}

interface ItemProps extends Pick<Props, 'onRestore'> {
  readonly work: BinnedWork;
  readonly onErase: () => void;
}

function BinnedItem({ work, onRestore, onErase }: ItemProps) {
  const text = useText();
  const intl = useIntl();
  const { id, workId, titles, noteCount, deleted } = work;
  const { title, language } = chooseTitle(titles, intl.locale) ?? { title: workId, language: 'und' };
  const date = intl.formatDate(deleted, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <li className={styles.item}>
      <span className={styles.what}>
        <span lang={language}>{title}</span>
        <small>
          {text('library.bin.deleted', { date })}
          {noteCount === null ? '' : ` · ${text('library.notes', { count: noteCount })}`}
        </small>
      </span>
      <ActionButton label={text('library.bin.restore.named', { title })} onPress={() => onRestore(id)}>
        {text('library.bin.restore')}
      </ActionButton>
      <ActionButton tone="danger" label={text('library.bin.erase.named', { title })} onPress={onErase}>
        {text('library.bin.erase')}
      </ActionButton>
    </li>
  );
}
