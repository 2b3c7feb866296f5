import { Children, type ReactNode } from 'react';
import type { LanguageTag } from '../../../core/text/language.ts';
import { splitByLanguage } from './note-language.ts';

interface Props {
  /** The language around the words. */
  readonly own: LanguageTag | undefined;
  readonly children: ReactNode;
}

/** Marks the words of another language among its children, so that fonts fit and screen readers hear the change. */
export function ForeignWords({ own, children }: Props) {
  return Children.map(children, (child) =>
    typeof child === 'string'
      ? splitByLanguage(child, own).map(({ start, text, language }) =>
          language === undefined ? (
            text
          ) : (
            <span key={start} lang={language}>
              {text}
            </span>
          ),
        )
      : child,
  );
}
