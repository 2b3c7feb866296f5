import { useEffect, useRef, type Dispatch } from 'react';
import type { ComposedEdition } from '../../../core/import/review/compose-work.ts';
import { FailureText } from '../../components/FailureText.tsx';
import { useText } from '../../i18n/use-text.ts';
import { EditionFields } from './EditionFields.tsx';
import type { Adding, ImportAction } from './import-state.ts';
import { useLanguageNames } from './language-names.ts';
import styles from './ProvenanceStep.module.css';

interface Props {
  readonly editions: readonly ComposedEdition[];
  readonly isComplete: boolean;
  readonly adding: Adding;
  readonly dispatch: Dispatch<ImportAction>;
}

/** The third step: what each text is called and where it comes from. */
export function ProvenanceStep({ editions, isComplete, adding, dispatch }: Props) {
  const text = useText();
  const languageName = useLanguageNames();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div ref={root} className={styles.step}>
      <div className={styles.editions}>
        {editions.map(({ found, language, details }) => (
          <EditionFields
            key={found}
            language={language}
            name={text('import.edition', { language: languageName(language) })}
            details={details}
            onChange={(typed) => dispatch({ type: 'details-typed', found, details: typed })}
          />
        ))}
      </div>
      <p role="status" className={styles.missing}>
        {isComplete ? '' : text('import.edition.missing')}
      </p>
      {adding.type === 'failed' ? (
        <FailureText words={text('import.not-added', { reason: adding.detail })} />
      ) : null}
    </div>
  );
}
