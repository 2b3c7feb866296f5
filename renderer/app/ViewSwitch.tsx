import { memo } from 'react';
import type { ReadingView } from '../../core/settings/settings.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import { SegmentedControl } from '../components/SegmentedControl.tsx';
import { useText } from '../i18n/use-text.ts';
import { nameLanguage } from './language-name.ts';

interface Props {
  readonly view: ReadingView;
  readonly single: LanguageTag;
  /** Of all editions. */
  readonly languages: readonly LanguageTag[];
  readonly onChange: (view: ReadingView, language: LanguageTag) => void;
}

/** Side by side, line by line, or one language alone. */
export const ViewSwitch = memo(function ViewSwitch({ view, single, languages, onChange }: Props) {
  const text = useText();
  const options = [
    { value: 'side-by-side', label: text('shell.view.side-by-side') },
    { value: 'line-by-line', label: text('shell.view.line-by-line') },
    ...languages.map((language) => ({
      value: `single ${language}`,
      label: nameLanguage(language),
      language,
    })),
  ];
  const handleChange = (value: string) => {
    if (value === 'side-by-side' || value === 'line-by-line') onChange(value, single);
    else onChange('single', languages.find((language) => value === `single ${language}`) ?? single);
  };
  return (
    <SegmentedControl
      label={text('shell.view')}
      options={options}
      value={view === 'single' ? `single ${single}` : view}
      onChange={handleChange}
    />
  );
});
