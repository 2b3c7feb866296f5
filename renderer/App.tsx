import { useEffect } from 'react';
import { resolveInterfaceLanguage } from '../core/settings/settings.ts';
import type { StartInfo } from '../ipc/contract.ts';
import type { StudyBridge } from '../ipc/study-bridge.ts';
import type { FirstOpening } from './app/first-opening.ts';
import { Program } from './app/Program.tsx';
import { useSettings } from './app/use-settings.ts';
import { InterfaceLanguageProvider } from './i18n/InterfaceLanguageProvider.tsx';

interface Props {
  readonly start: StartInfo;
  readonly api: StudyBridge;
  readonly opening: Promise<FirstOpening>;
}

/** The whole program in one window: settings first, since everything is shown in their language and theme. */
export function App({ start, api, opening }: Props) {
  const settings = useSettings(start.settings, api.requests.saveSettings);
  const { language, theme } = settings.value;
  const interfaceLanguage = resolveInterfaceLanguage(language, start.systemLocale);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <InterfaceLanguageProvider language={interfaceLanguage}>
      <Program
        start={start}
        api={api}
        opening={opening}
        settings={settings}
        interfaceLanguage={interfaceLanguage}
      />
    </InterfaceLanguageProvider>
  );
}
