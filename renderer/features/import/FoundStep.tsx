import { useEffect, useRef, type Dispatch } from 'react';
import { segmentText, UNIT_KINDS } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import { AsideList } from './AsideList.tsx';
import { languageOf } from './edition-drafts.ts';
import { FilesTable } from './FilesTable.tsx';
import styles from './FoundStep.module.css';
import type { Found, ImportAction, ImportState } from './import-state.ts';
import { listLanguages, useLanguageNames } from './language-names.ts';
import { ReadingState } from './ReadingState.tsx';
import { ChooseFilesButton } from './SourceChooser.tsx';

interface Props {
  readonly state: ImportState;
  readonly dispatch: Dispatch<ImportAction>;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStop: () => void;
}

/** The first step: the files, the languages and the structure that were found, and what was set aside. */
export function FoundStep({ state, dispatch, onFiles, onStop }: Props) {
  const text = useText();
  const languageName = useLanguageNames();
  const { found, reading } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The way here, or the button that stopped the reading, has gone with the focus.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [reading.type]);
  return (
    <div className={styles.step}>
      <div className={styles.head}>
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {text('import.files')}
        </h3>
        <ChooseFilesButton label={text('import.files.add')} onFiles={onFiles} />
      </div>
      <FilesTable state={state} dispatch={dispatch} />
      <ReadingState
        reading={reading}
        languageName={languageName}
        onStop={onStop}
        onRepeat={() => dispatch({ type: 'reading-repeated' })}
      />
      {found === undefined ? null : (
        <div aria-busy={reading.type === 'reading'}>
          <div className={styles.facts}>
            <Languages state={state} found={found} dispatch={dispatch} />
            <Structure state={state} found={found} />
          </div>
          <AsideList state={state} dispatch={dispatch} />
        </div>
      )}
    </div>
  );
}

function Languages({
  state,
  found,
  dispatch,
}: Pick<Props, 'state' | 'dispatch'> & { readonly found: Found }) {
  const text = useText();
  const languageName = useLanguageNames();
  const { languages } = found.result;
  const shown = languages.map((language) => languageOf(state, language));
  return (
    <section>
      <h3 className={styles.heading}>{text('import.languages')}</h3>
      <ul>
        {languages.map((language, index) => {
          if (found.added !== undefined && language !== found.added) return null;
          const segments = found.units.map(({ segments: all }) => all[language] ?? '');
          const own = shown[index] ?? language;
          const facts = [
            text('import.language.clauses', { count: segments.filter((segment) => segment !== '').length }),
            text('import.language.characters', {
              count: segments.reduce((sum, segment) => sum + segment.length, 0),
            }),
          ];
          return (
            <li key={language} className={styles.language}>
              <select
                className={styles.select}
                aria-label={text('import.language.of', { language: languageName(own) })}
                value={own}
                onChange={({ currentTarget: { value } }) =>
                  dispatch({ type: 'relabelled', found: language, language: value })
                }
              >
                {listLanguages([language])
                  // Two texts of one language would be one edition.
                  .filter((tag) => tag === own || !shown.includes(tag))
                  .map((tag) => (
                    <option key={tag} value={tag}>
                      {languageName(tag)}
                    </option>
                  ))}
              </select>
              <span className={styles.soft}>{facts.join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface FoundProps extends Pick<Props, 'state'> {
  readonly found: Found;
}

function Structure({ state, found }: FoundProps) {
  const text = useText();
  const { added } = found;
  const units =
    added === undefined ? found.units : found.units.filter((unit) => segmentText(unit, added) !== '');
  const counts = UNIT_KINDS.map((kind) => ({
    kind,
    count: units.filter((unit) => unit.kind === kind).length,
  })).filter(({ count }) => count > 0);
  return (
    <section>
      <h3 className={styles.heading}>{text('import.structure')}</h3>
      <p>{counts.map(({ kind, count }) => text(`import.structure.${kind}`, { count })).join(' · ')}</p>
      <Answered state={state} found={found} />
      <p className={found.doubtful.size > 0 ? styles.doubtful : styles.soft}>
        {text('import.doubtful', { count: found.doubtful.size })}
      </p>
    </section>
  );
}

/** How a text that is added to a work answers its clauses. */
function Answered({ state: { purpose }, found: { added, units } }: FoundProps) {
  const text = useText();
  if (added === undefined || purpose.type === 'new') return null;
  const own = new Set(purpose.work.units.map(({ id }) => id));
  const answered = units.filter((unit) => own.has(unit.id) && segmentText(unit, added) !== '').length;
  return (
    <p>
      {text('import.answered', {
        answered,
        total: own.size,
        added: units.filter(({ id }) => !own.has(id)).length,
      })}
    </p>
  );
}
