import { useMemo, useState } from 'react';
import { NOTE_FORMATS, type NoteFormat } from '../../../core/formats/note-files/note-format.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import type { NoteExport } from '../../../ipc/note-files.ts';
import type { StudyBridge } from '../../../ipc/study-bridge.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { DialogFooter } from '../../components/DialogFooter.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { ToggleSwitch } from '../../components/ToggleSwitch.tsx';
import { useText } from '../../i18n/use-text.ts';
import { explainExportFailure } from './failure-reason.ts';
import { useExportPreview } from './use-export-preview.ts';
import styles from './ExportDialog.module.css';

interface Props {
  readonly workId: string;
  readonly language: InterfaceLanguage;
  readonly previewNotes: StudyBridge['requests']['previewNotes'];
  readonly onExport: (wanted: NoteExport) => void;
  readonly onClose: () => void;
}

/** Asks for format and extent of an export, and shows how the file will begin. */
export function ExportDialog({ workId, language, previewNotes, onExport, onClose }: Props) {
  const text = useText();
  const [format, setFormat] = useState<NoteFormat>('jsonld');
  const [extent, setExtent] = useState<'work' | 'library'>('work');
  const [includeBin, setIncludeBin] = useState(false);
  const wanted = useMemo(
    () => ({ format, workIds: extent === 'work' ? [workId] : null, language, includeBin }),
    [format, extent, workId, language, includeBin],
  );
  const preview = useExportPreview(wanted, previewNotes);
  const count = preview?.ok === true ? preview.value.noteCount : 0;
  return (
    <ModalDialog
      title={text('note-files.export.title')}
      closeLabel={text('note-files.close')}
      size="large"
      onClose={onClose}
    >
      <div className={styles.columns}>
        <ChoiceList
          label={text('note-files.export.format')}
          options={NOTE_FORMATS.map((value) => ({
            value,
            label: text(`note-files.format.${value}`),
            description: text(`note-files.format.${value}.text`),
          }))}
          value={format}
          onChange={setFormat}
        />
        <div className={styles.extent}>
          <SegmentedControl
            label={text('note-files.export.which')}
            options={[
              { value: 'work', label: text('note-files.export.this-work') },
              { value: 'library', label: text('note-files.export.library') },
            ]}
            value={extent}
            onChange={setExtent}
          />
          <ToggleSwitch isSelected={includeBin} onChange={setIncludeBin}>
            {text('note-files.export.bin')}
          </ToggleSwitch>
          <figure className={styles.preview}>
            <figcaption className={styles.caption}>{text('note-files.export.preview')}</figcaption>
            <pre className={styles.head}>
              {preview?.ok === false
                ? explainExportFailure(preview.failure.code, text)
                : count === 0 && preview !== undefined
                  ? text('note-files.export.empty')
                  : preview?.value.head}
            </pre>
          </figure>
        </div>
      </div>
      <DialogFooter>
        <span className={styles.count} role="status">
          {preview === undefined ? '' : text('note-files.export.count', { count })}
        </span>
        <ActionButton onPress={onClose}>{text('note-files.cancel')}</ActionButton>
        <ActionButton tone="primary" isDisabled={count === 0} onPress={() => onExport(wanted)}>
          {text('note-files.export.go')}
        </ActionButton>
      </DialogFooter>
    </ModalDialog>
  );
}
