import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { INTERFACE_LANGUAGES } from '../../../core/settings/settings.ts';
import { MAX_TITLE_LENGTH, type WorkTitles } from '../../../core/text/work-titles.ts';
import type { Failure } from '../../../ipc/result.ts';
import type { WorkDetails } from '../../../ipc/works.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { FailureText } from '../../components/FailureText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useEditionWords } from '../../i18n/use-edition-words.ts';
import { useText } from '../../i18n/use-text.ts';
import form from '../../components/FormField.module.css';
import styles from './Dialogs.module.css';

interface Props {
  readonly details: WorkDetails;
  readonly failure: Failure | undefined;
  readonly onRename: (titles: WorkTitles) => void;
  readonly onClose: () => void;
}

/** Gives a work titles of the reader's own: one for each edition and for each language of the interface. */
export function RenameDialog({ details, failure, onRename, onClose }: Props) {
  const text = useText();
  const { name } = useEditionWords();
  const { titlesOfText, titlesOfReader, editions } = details;
  const languages = [...new Set([...editions.map(({ language }) => language), ...INTERFACE_LANGUAGES])];
  const [typed, setTyped] = useState<WorkTitles>({ ...titlesOfText, ...titlesOfReader });
  const save = () => {
    const own = languages.flatMap((language) => {
      const title = (typed[language] ?? '').trim();
      return title === '' || title === titlesOfText[language] ? [] : [[language, title] as const];
    });
    onRename(Object.fromEntries(own));
  };
  return (
    <ModalDialog
      title={text('library.rename.title')}
      size="medium"
      closeLabel={text('library.close')}
      onClose={onClose}
    >
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className={styles.intro}>{text('library.rename.intro')}</p>
        {languages.map((language, index) => (
          <TextField
            key={language}
            className={form.field ?? ''}
            autoFocus={index === 0}
            maxLength={MAX_TITLE_LENGTH}
            value={typed[language] ?? ''}
            onChange={(title) => setTyped({ ...typed, [language]: title })}
          >
            <Label className={form.label ?? ''}>{name(language)}</Label>
            <Input
              className={form.input ?? ''}
              lang={language}
              placeholder={titlesOfText[language] ?? text('library.rename.none')}
            />
          </TextField>
        ))}
        {failure === undefined ? null : (
          <FailureText words={text('library.failed.action', { reason: text(`errors.${failure.code}`) })} />
        )}
        <DialogFooter>
          <ActionButton onPress={onClose}>{text('library.cancel')}</ActionButton>
          <ActionButton tone="primary" isSubmit>
            {text('library.rename.save')}
          </ActionButton>
        </DialogFooter>
      </Form>
    </ModalDialog>
  );
}
