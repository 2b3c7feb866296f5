import type { LanguageTag } from '../../core/text/language.ts';
import { CheckMenu } from '../components/CheckMenu.tsx';
import { useText } from '../i18n/use-text.ts';
import { nameLanguage } from './language-name.ts';

interface Props {
  /** Of all editions. */
  readonly editions: readonly LanguageTag[];
  readonly columns: readonly LanguageTag[];
  readonly onChange: (columns: readonly LanguageTag[]) => void;
}

/** Which editions stand side by side: two of them at least. */
export function ColumnChoice({ editions, columns, onChange }: Props) {
  const text = useText();
  return (
    <CheckMenu
      label={text('shell.columns')}
      items={editions.map((id) => ({
        id,
        label: nameLanguage(id),
        language: id,
        isDisabled: columns.length <= 2 && columns.includes(id),
      }))}
      checked={columns}
      onChange={onChange}
    />
  );
}
