import { X } from 'lucide-react';
import type { Dispatch } from 'react';
import { useIntl } from 'react-intl';
import { TEXT_ENCODINGS } from '../../../core/import/decode-text.ts';
import type { FoundFile } from '../../../core/import/import-files.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { SourceFile } from '../../import-worker/protocol.ts';
import type { ImportAction, ImportState } from './import-state.ts';
import { listLanguages, useLanguageNames } from './language-names.ts';
import styles from './FilesTable.module.css';

interface Props {
  readonly state: ImportState;
  readonly dispatch: Dispatch<ImportAction>;
}

/** The files, what was found out about each, and what can be corrected of that. */
export function FilesTable({ state, dispatch }: Props) {
  const files = new Map(state.found?.result.files.map((file) => [file.name, file]));
  return (
    <ul className={styles.files}>
      {state.sources.map((source) => (
        <FileLine
          key={source.name}
          source={source}
          found={files.get(source.name)}
          state={state}
          dispatch={dispatch}
        />
      ))}
    </ul>
  );
}

interface LineProps extends Props {
  readonly source: SourceFile;
  readonly found: FoundFile | undefined;
}

function FileLine({ source, found, state, dispatch }: LineProps) {
  const text = useText();
  const intl = useIntl();
  const { name, blob } = source;
  const facts = [
    ...(found === undefined ? [] : [text(`import.format.${found.format}`)]),
    intl.formatNumber(blob.size / 1000, {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: blob.size < 10_000 ? 1 : 0,
    }),
  ];
  return (
    <li className={styles.file}>
      <p className={styles.name}>
        {name}
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </p>
      <LanguageChoice name={name} found={found} state={state} dispatch={dispatch} />
      <EncodingChoice name={name} found={found} state={state} dispatch={dispatch} />
      <IconButton
        label={text('import.file.remove', { name })}
        icon={<X size={16} strokeWidth={1.6} />}
        onPress={() => dispatch({ type: 'source-removed', name })}
      />
      {found?.isDamaged === true ? <p className={styles.damaged}>{text('import.file.damaged')}</p> : null}
    </li>
  );
}

type ChoiceProps = Omit<LineProps, 'source'> & { readonly name: string };

function LanguageChoice({ name, found, state, dispatch }: ChoiceProps) {
  const text = useText();
  const languageName = useLanguageNames();
  const languages = found?.languages ?? [];
  const chosen = state.options[name]?.language;
  return (
    <Choice
      label={text('import.file.language.short')}
      name={text('import.file.language', { name })}
      automatic={
        chosen === undefined && languages.length > 0 ? languages.map(languageName).join(' + ') : undefined
      }
      chosen={chosen}
      options={listLanguages(chosen === undefined ? [] : [chosen]).map((language) => ({
        value: language,
        label: languageName(language),
      }))}
      onChoose={(language) => dispatch({ type: 'language-chosen', name, language })}
    />
  );
}

/** Not for formats that have no choice of encodings; where a file could not be read it may be what is wrong. */
function EncodingChoice({ name, found, state, dispatch }: ChoiceProps) {
  const text = useText();
  const chosen = state.options[name]?.encoding;
  const { reading } = state;
  const isInQuestion =
    reading.type === 'refused' && reading.file === name && reading.problem.code === 'not-text';
  const isPasted = state.options[name]?.format !== undefined;
  if ((found?.encoding === undefined && chosen === undefined && !isInQuestion) || isPasted) return <span />;
  return (
    <Choice
      label={text('import.file.encoding.short')}
      name={text('import.file.encoding', { name })}
      automatic={chosen === undefined ? found?.encoding?.toUpperCase() : undefined}
      chosen={chosen}
      options={TEXT_ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
      onChoose={(encoding) => dispatch({ type: 'encoding-chosen', name, encoding })}
    />
  );
}

interface CorrectionProps {
  /** What is seen, and the whole name that is heard. */
  readonly label: string;
  readonly name: string;
  /** What was found without the reader; undefined where that is not known. */
  readonly automatic: string | undefined;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Undefined where the program is to find it out. */
  readonly onChoose: (value: string | undefined) => void;
}

/** Something that was found out about a file and can be chosen instead. */
function Choice({ label, name, automatic, chosen, options, onChoose }: CorrectionProps) {
  const text = useText();
  return (
    <label className={styles.choice}>
      <span className={styles.label}>{label}</span>
      <select
        className={styles.select}
        aria-label={name}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? undefined : value)}
      >
        <option value="">{automatic ?? text('import.file.automatic')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
