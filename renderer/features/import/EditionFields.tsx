import { useId, type ReactNode } from 'react';
import type { EditionDetails } from '../../../core/import/review/edition-details.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import type { EditionStatus } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import form from '../../components/FormField.module.css';
import styles from './EditionFields.module.css';

interface Props {
  readonly language: LanguageTag;
  /** What the edition is called, in the interface's language. */
  readonly name: string;
  readonly details: EditionDetails;
  readonly onChange: (details: Partial<EditionDetails>) => void;
}

const STATUSES: readonly EditionStatus[] = ['unknown', 'official', 'unofficial'];

/** What is asked of one edition. */
export function EditionFields({ language, name, details, onChange }: Props) {
  const text = useText();
  const script = isChinese(language) ? styles.chinese : styles.latin;
  return (
    <fieldset className={styles.edition}>
      <legend className={styles.legend}>{name}</legend>
      <label className={form.field}>
        <span className={form.label}>{text('import.edition.title')}</span>
        <input
          className={`${form.input} ${script}`}
          lang={language}
          value={details.title}
          maxLength={500}
          required
          onChange={({ currentTarget: { value } }) => onChange({ title: value })}
        />
      </label>
      <div className={styles.pair}>
        <label className={form.field}>
          <span className={form.label}>{text('import.edition.status')}</span>
          <select
            className={form.input}
            value={details.status}
            onChange={({ currentTarget: { value } }) => {
              const status = STATUSES.find((one) => one === value);
              if (status !== undefined) onChange({ status });
            }}
          >
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {text(`import.edition.status.${status}`)}
              </option>
            ))}
          </select>
        </label>
        <Hinted label={text('import.edition.date')} hint={text('import.edition.date.hint')}>
          {(hintId) => (
            <input
              type="date"
              className={form.input}
              value={details.date}
              required
              aria-describedby={hintId}
              onChange={({ currentTarget: { value } }) => onChange({ date: value })}
            />
          )}
        </Hinted>
      </div>
      <Hinted label={text('import.edition.source')} hint={text('import.edition.source.hint')}>
        {(hintId) => (
          <input
            className={form.input}
            value={details.sourceName}
            maxLength={500}
            required
            aria-describedby={hintId}
            onChange={({ currentTarget: { value } }) => onChange({ sourceName: value })}
          />
        )}
      </Hinted>
      <Hinted label={text('import.edition.url')} hint={text('import.edition.url.hint')}>
        {(hintId) => (
          <input
            className={form.input}
            value={details.url}
            maxLength={2000}
            spellCheck={false}
            aria-describedby={hintId}
            onChange={({ currentTarget: { value } }) => onChange({ url: value })}
          />
        )}
      </Hinted>
      <label className={form.field}>
        <span className={form.label}>{text('import.edition.notes')}</span>
        <textarea
          className={`${form.input} ${styles.notes}`}
          lang={language}
          rows={3}
          value={details.notes}
          onChange={({ currentTarget: { value } }) => onChange({ notes: value })}
        />
      </label>
    </fieldset>
  );
}

interface HintedProps {
  readonly label: string;
  readonly hint: string;
  readonly children: (hintId: string) => ReactNode;
}

/** A field with its name above and a few words below. */
function Hinted({ label, hint, children }: HintedProps) {
  const hintId = useId();
  return (
    <div>
      <label className={form.field}>
        <span className={form.label}>{label}</span>
        {children(hintId)}
      </label>
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}
