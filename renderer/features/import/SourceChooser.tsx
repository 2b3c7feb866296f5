import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { MOST_BYTES } from '../../../core/import/import-files.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { ImportPurpose } from './import-purpose.ts';
import styles from './SourceChooser.module.css';

interface Props {
  readonly purpose: ImportPurpose['type'];
  readonly onFiles: (files: readonly File[]) => void;
  /** Text that was typed, or pasted where it could not be taken as it came. */
  readonly onText: (text: string) => void;
  /** Takes the import that was put away up again; undefined where there is none. */
  readonly onBringBack: (() => void) | undefined;
}

/** Where an import begins: files, a drop, or what is pasted. */
export function SourceChooser({ purpose, onFiles, onText, onBringBack }: Props) {
  const text = useText();
  const [typed, setTyped] = useState('');
  return (
    <div className={styles.chooser}>
      {onBringBack === undefined ? null : (
        <p className={styles.notice}>
          {text('import.put-away.said')}
          <ActionButton onPress={onBringBack}>{text('import.bring-back')}</ActionButton>
        </p>
      )}
      <div className={styles.files}>
        <p className={styles.intro}>
          {text(purpose === 'edition' ? 'import.choose.intro.edition' : 'import.choose.intro', {
            most: Math.floor(MOST_BYTES / 1024 / 1024),
          })}
        </p>
        <p className={styles.formats}>{text('import.choose.formats')}</p>
        <p className={styles.actions}>
          <ChooseFilesButton label={text('import.choose.files')} isFirst onFiles={onFiles} />
          <span className={styles.drop}>{text('import.choose.drop')}</span>
        </p>
      </div>
      <label className={styles.paste}>
        <span className={styles.label}>{text('import.choose.paste')}</span>
        <textarea
          className={styles.area}
          rows={5}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          data-takes-paste=""
          aria-describedby="import-paste-hint"
        />
      </label>
      <p id="import-paste-hint" className={styles.hint}>
        {text('import.choose.paste.hint')}
      </p>
      {typed.trim() === '' ? null : (
        <p className={styles.actions}>
          <ActionButton onPress={() => onText(typed)}>{text('import.choose.typed')}</ActionButton>
        </p>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  /** Whether it is what the screen is for, and has the focus first. */
  readonly isFirst?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Opens the system's dialog for files; the page gets them from the browser, without main. */
export function ChooseFilesButton({ label, isFirst = false, onFiles }: ButtonProps) {
  return (
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={ACCEPTED}
      onSelect={(files) => {
        if (files !== null) onFiles([...files]);
      }}
    >
      <ActionButton tone={isFirst ? 'primary' : 'plain'} autoFocus={isFirst} onPress={NOTHING}>
        {label}
      </ActionButton>
    </FileTrigger>
  );
}

// The trigger adds what a press does.
const NOTHING = (): void => {};

const ACCEPTED = [
  '.txt',
  '.md',
  '.markdown',
  '.htm',
  '.html',
  '.xhtml',
  '.docx',
  '.epub',
  '.pdf',
  '.tmx',
  '.xlf',
  '.xliff',
  '.po',
  '.pot',
  '.csv',
  '.tsv',
  '.tab',
  '.xlsx',
];
