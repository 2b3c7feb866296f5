import { useState } from 'react';
import { useIntl } from 'react-intl';
import { isChinese } from '../../../core/text/language.ts';
import type { Failure } from '../../../ipc/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { FailureText } from '../../components/FailureText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { ToggleSwitch } from '../../components/ToggleSwitch.tsx';
import { useEditionWords } from '../../i18n/use-edition-words.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ReadableFile } from './work-files-state.ts';
import styles from './WorkFiles.module.css';

/** What can be done with a file whose work is in the library, or in the bin. */
export interface KnownFileActions {
  readonly onOpenWork: (workId: string) => void;
  /** Shows what replacing the text would do; the notes of the file come after it. */
  readonly onLook: (workId: string, revision: string) => void;
  readonly onLookAtNotes: () => void;
  readonly onRestore: (id: string) => void;
}

interface Props extends KnownFileActions {
  readonly file: ReadableFile;
  readonly isWorking: boolean;
  readonly failure: Failure | undefined;
  readonly onAdd: (withNotes: boolean) => void;
  readonly onClose: () => void;
}

/** Says what a work archive holds and how it stands to the library, and offers what makes sense then. */
export function WorkFileDialog(props: Props) {
  const { file, isWorking, failure, onClose } = props;
  const text = useText();
  const intl = useIntl();
  const [withNotes, setWithNotes] = useState(true);
  const noteCount = file.noteCount ?? 0;
  const { standing } = file;
  const canAdd = standing.type === 'new' || standing.type === 'other-text';
  return (
    <ModalDialog
      title={text('work-files.open.title')}
      size="medium"
      closeLabel={text('work-files.close')}
      onClose={onClose}
    >
      <p className={styles.detail}>
        {text('work-files.from', {
          name: file.name,
          date: intl.formatDate(file.written, { dateStyle: 'long' }),
        })}
      </p>
      <Contents file={file} />
      <p>{text(`work-files.${standing.type}`)}</p>
      {canAdd && noteCount > 0 ? (
        <div className={styles.option}>
          <ToggleSwitch isSelected={withNotes} onChange={setWithNotes}>
            {text('work-files.with-notes', { count: noteCount })}
          </ToggleSwitch>
        </div>
      ) : null}
      {failure === undefined ? null : (
        <FailureText words={text('work-files.failed', { reason: text(`errors.${failure.code}`) })} />
      )}
      <DialogFooter>
        <ActionButton isDisabled={isWorking} onPress={onClose}>
          {text('work-files.cancel')}
        </ActionButton>
        <Choices {...props} withNotes={withNotes} />
      </DialogFooter>
    </ModalDialog>
  );
}

function Contents({ file }: Pick<Props, 'file'>) {
  const text = useText();
  const { name, length } = useEditionWords();
  return (
    <div className={styles.contents}>
      {file.languages.map((language) => (
        <div key={language}>
          <p lang={language} className={isChinese(language) ? styles.chinese : styles.latin}>
            {file.titles[language]}
          </p>
          <p className={styles.detail}>
            {`${name(language)} · ${length(language, file.lengths[language] ?? 0)}`}
          </p>
        </div>
      ))}
      <p className={styles.detail}>
        {text('library.units', { count: file.unitCount })} ·{' '}
        {text('work-files.notes', { count: file.noteCount ?? 0 })}
      </p>
    </div>
  );
}

function Choices(props: Props & { readonly withNotes: boolean }) {
  const { file, isWorking, withNotes, onAdd } = props;
  const text = useText();
  const { standing } = file;
  switch (standing.type) {
    case 'new':
      return (
        <ActionButton tone="primary" autoFocus isDisabled={isWorking} onPress={() => onAdd(withNotes)}>
          {text(isWorking ? 'work-files.adding' : 'work-files.add')}
        </ActionButton>
      );
    case 'other-text':
      return (
        <>
          <ActionButton isDisabled={isWorking} onPress={() => onAdd(withNotes)}>
            {text(isWorking ? 'work-files.adding' : 'work-files.add-separately')}
          </ActionButton>
          <ActionButton
            tone="primary"
            autoFocus
            isDisabled={isWorking}
            onPress={() => props.onLook(standing.workId, standing.revision)}
          >
            {text('work-files.look')}
          </ActionButton>
        </>
      );
    case 'same':
      return (
        <>
          {(file.noteCount ?? 0) > 0 ? (
            <ActionButton onPress={props.onLookAtNotes}>{text('work-files.look-at-notes')}</ActionButton>
          ) : null}
          <ActionButton tone="primary" autoFocus onPress={() => props.onOpenWork(standing.workId)}>
            {text('work-files.open-it')}
          </ActionButton>
        </>
      );
    case 'in-bin':
      return (
        <ActionButton tone="primary" autoFocus onPress={() => props.onRestore(standing.id)}>
          {text('work-files.restore')}
        </ActionButton>
      );
  }
}
