import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { LanguageTag } from '../../core/text/language.ts';
import { isMeasuredInCharacters } from '../../core/text/measure-editions.ts';
import { useText } from './use-text.ts';

/** What the interface says of an edition. */
export interface EditionWords {
  /** "Simplified Chinese". */
  readonly name: (language: LanguageTag) => string;
  /** "1,104 characters", or words, as the language has it. */
  readonly length: (language: LanguageTag, count: number) => string;
}

/** Names languages and lengths in the interface's language. */
export function useEditionWords(): EditionWords {
  const text = useText();
  const intl = useIntl();
  return useMemo(
    () => ({
      name: (language) => intl.formatDisplayName(language, { type: 'language' }) ?? language,
      length: (language, count) =>
        text(`library.length.${isMeasuredInCharacters(language) ? 'characters' : 'words'}`, { count }),
    }),
    [text, intl],
  );
}
