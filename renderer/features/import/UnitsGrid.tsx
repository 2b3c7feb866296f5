import { CircleHelp } from 'lucide-react';
import type { ImportedUnit } from '../../../core/import/pairing/make-units.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import { VirtualGrid } from '../../components/VirtualGrid.tsx';
import { useText } from '../../i18n/use-text.ts';
import { languageOf } from './edition-drafts.ts';
import type { Found, ImportState } from './import-state.ts';
import { useLanguageNames } from './language-names.ts';
import styles from './UnitsGrid.module.css';

interface Props {
  readonly state: ImportState;
  readonly found: Found;
  readonly onRow: (row: number) => void;
}

/** The clauses as they will stand in the reader, one row each; doubtful ones carry a mark. */
export function UnitsGrid({ state, found, onRow }: Props) {
  const text = useText();
  const languageName = useLanguageNames();
  const { units, doubtful, result } = found;
  const languages = result.languages.map((language) => ({ language, shown: languageOf(state, language) }));
  return (
    <VirtualGrid
      label={text('import.alignment.label')}
      hint={text(found.added === undefined ? 'import.alignment.keys' : 'import.alignment.keys.edition')}
      items={units}
      rowHeight={96}
      rowClass={styles.row ?? ''}
      header={
        <>
          <span role="columnheader">{text('import.alignment.number')}</span>
          {languages.map(({ language, shown }) => (
            <span key={language} role="columnheader">
              {languageName(shown)}
            </span>
          ))}
        </>
      }
      renderRow={(unit, index) => (
        <>
          <span
            role="gridcell"
            className={styles.number}
            data-doubtful={doubtful.has(unit.id) ? '' : undefined}
            data-current={index === state.row ? '' : undefined}
          >
            {index + 1}
            {doubtful.has(unit.id) ? (
              <CircleHelp
                size={15}
                strokeWidth={1.8}
                role="img"
                aria-label={text('import.alignment.doubtful')}
              />
            ) : null}
          </span>
          {languages.map(({ language, shown }) => (
            <Segment key={language} unit={unit} language={language} shown={shown} />
          ))}
        </>
      )}
      row={state.row}
      autoFocus
      isFollowing
      onRow={onRow}
      onOpen={() => onRow(state.row)}
    />
  );
}

function Segment({
  unit,
  language,
  shown,
}: {
  readonly unit: ImportedUnit;
  readonly language: LanguageTag;
  readonly shown: LanguageTag;
}) {
  const text = useText();
  const words = unit.segments[language] ?? '';
  if (words === '') {
    return (
      <span role="gridcell" className={styles.missing}>
        {text('import.alignment.missing')}
      </span>
    );
  }
  return (
    <span
      role="gridcell"
      lang={shown}
      className={`${isChinese(shown) ? styles.chinese : styles.latin} ${styles.segment}`}
      data-kind={unit.kind}
    >
      {words}
    </span>
  );
}
