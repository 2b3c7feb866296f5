import { useState } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { findUnitByNumber } from '../../core/text/outline-place.ts';
import type { Work } from '../../core/text/work.ts';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { useText } from '../i18n/use-text.ts';
import form from '../components/FormField.module.css';
import styles from './GoToUnitDialog.module.css';

interface Props {
  readonly work: Work;
  readonly onGo: (unit: string) => void;
  readonly onClose: () => void;
}

/** Asks for a number of the text and goes there. */
export function GoToUnitDialog({ work, onGo, onClose }: Props) {
  const text = useText();
  const [number, setNumber] = useState('');
  const [refused, setRefused] = useState<string>();
  return (
    <ModalDialog title={text('shell.go-to-unit.title')} closeLabel={text('shell.close')} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          const unit = findUnitByNumber(work, number);
          if (unit === undefined) setRefused(number);
          else onGo(unit);
        }}
      >
        <TextField
          autoFocus
          className={form.field ?? ''}
          value={number}
          isInvalid={refused !== undefined}
          onChange={(value) => {
            setNumber(value);
            setRefused(undefined);
          }}
        >
          <Label className={form.label ?? ''}>{text('shell.go-to-unit.label')}</Label>
          <Input className={form.input ?? ''} />
          <FieldError className={styles.error ?? ''}>
            {text('shell.go-to-unit.unknown', { number: refused ?? '' })}
          </FieldError>
        </TextField>
      </Form>
    </ModalDialog>
  );
}
