import { useState } from 'react';
import { WORK_FORMATS, type WorkFormat } from '../../../core/formats/work-files/work-format.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import type { Failure } from '../../../ipc/result.ts';
import type { WorkExport } from '../../../ipc/works.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { FailureText } from '../../components/FailureText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { ToggleSwitch } from '../../components/ToggleSwitch.tsx';
import { useEditionWords } from '../../i18n/use-edition-words.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ExportableWork } from './work-files-state.ts';
import styles from './WorkFiles.module.css';

interface Props {
  readonly work: ExportableWork;
  readonly language: InterfaceLanguage;
  readonly isWorking: boolean;
  readonly failure: Failure | undefined;
  readonly onExport: (wanted: WorkExport) => void;
  readonly onClose: () => void;
}

/** Asks in which format a text is exported, and which of its editions. */
export function ExportWorkDialog({ work, language, isWorking, failure, onExport, onClose }: Props) {
  const text = useText();
  const [format, setFormat] = useState<WorkFormat>('archive');
  const [languages, setLanguages] = useState(work.languages);
  const [includeNotes, setIncludeNotes] = useState(true);
  const isArchive = format === 'archive';
  const title = chooseTitle(work.titles, language);
  return (
    <ModalDialog
      title={text('work-files.export.title')}
      size="medium"
      closeLabel={text('work-files.close')}
      onClose={onClose}
    >
      <p className={styles.title} lang={title?.language}>
        {title?.title ?? work.id}
      </p>
      <ChoiceList
        label={text('work-files.export.format')}
        options={WORK_FORMATS.map((value) => ({
          value,
          label: text(`work-files.format.${value}`),
          description: text(`work-files.format.${value}.text`),
        }))}
        value={format}
        onChange={setFormat}
      />
      <div className={styles.option}>
        {isArchive ? (
          <ToggleSwitch isSelected={includeNotes} onChange={setIncludeNotes}>
            {text('work-files.export.notes')}
          </ToggleSwitch>
        ) : (
          <EditionChoice all={work.languages} chosen={languages} onChoose={setLanguages} />
        )}
      </div>
      {failure === undefined ? null : (
        <FailureText words={text('work-files.failed', { reason: text(`errors.${failure.code}`) })} />
      )}
      <DialogFooter>
        <ActionButton isDisabled={isWorking} onPress={onClose}>
          {text('work-files.cancel')}
        </ActionButton>
        <ActionButton
          tone="primary"
          isDisabled={isWorking || languages.length === 0}
          onPress={() =>
            onExport({
              workId: work.id,
              format,
              languages: isArchive ? work.languages : languages,
              includeNotes: isArchive && includeNotes,
              language,
            })
          }
        >
          {text(isWorking ? 'work-files.export.working' : 'work-files.export.go')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}

interface EditionChoiceProps {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (languages: readonly string[]) => void;
}

/** The editions stay in the order of the work. */
function EditionChoice({ all, chosen, onChoose }: EditionChoiceProps) {
  const text = useText();
  const { name } = useEditionWords();
  return (
    <fieldset className={styles.editions}>
      <legend>{text('work-files.export.editions')}</legend>
      {all.map((language) => (
        <ToggleSwitch
          key={language}
          isSelected={chosen.includes(language)}
          onChange={(isSelected) =>
            onChoose(all.filter((each) => (each === language ? isSelected : chosen.includes(each))))
          }
        >
          {name(language)}
        </ToggleSwitch>
      ))}
    </fieldset>
  );
}
