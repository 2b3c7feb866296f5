import { useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { CATALOGUES } from './catalogues.ts';

interface Props {
  readonly language: InterfaceLanguage;
  readonly children: ReactNode;
}

/** Gives everything below it its strings, and tells the document and the widgets which language they speak. */
export function InterfaceLanguageProvider({ language, children }: Props) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <IntlProvider locale={language} messages={CATALOGUES[language]} onError={failLoudly}>
      <I18nProvider locale={language === 'zh-Hans' ? 'zh-CN' : 'en-US'}>{children}</I18nProvider>
    </IntlProvider>
  );
}

// A missing or malformed message is a defect of the program: it must fail a test, not print its key to a reader.
function failLoudly(error: Error): never {
  throw error;
}
