import type { LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { ActionMenu } from '../../components/ActionMenu.tsx';
import { useText } from '../../i18n/use-text.ts';

interface Props {
  readonly side: 0 | 1;
  readonly languages: LanguagePair;
  /** All languages of the text. */
  readonly choosable: readonly LanguageTag[];
  readonly languageName: (language: LanguageTag) => string;
  readonly onChoose: (languages: LanguagePair) => void;
}

/** The language of a column; of a text in more than two, a menu of the others. */
export function ColumnLanguage({ side, languages, choosable, languageName, onChoose }: Props) {
  const text = useText();
  const shown = languages[side];
  const other = languages[side === 0 ? 1 : 0];
  if (choosable.length <= 2) return <span lang={shown}>{languageName(shown)}</span>;
  const handleChoose = (chosen: LanguageTag) => {
    // What stands in the other column already changes places with this one.
    const opposite = chosen === other ? shown : other;
    onChoose(side === 0 ? [chosen, opposite] : [opposite, chosen]);
  };
  return (
    <ActionMenu
      isQuiet
      label={languageName(shown)}
      name={text('alignment.column.language', { language: languageName(shown) })}
      items={choosable
        .filter((language) => language !== shown)
        .map((language) => ({ id: language, label: languageName(language), language }))}
      onChoose={handleChoose}
    />
  );
}
