import type { Settings } from '../../../core/settings/settings.ts';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AboutSettings } from './AboutSettings.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { ColorSettings } from './ColorSettings.tsx';
import { InterfaceSettings } from './InterfaceSettings.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';

interface Props {
  readonly settings: Settings;
  /** BCP 47, as the system gives it: what "system" means for the language. */
  readonly systemLocale: string;
  readonly appVersion: string;
  /** Takes the whole new settings; called with every change, which applies at once. */
  readonly onChange: (settings: Settings) => void;
  readonly onBackups: () => void;
}

/** Everything a reader can choose for good, and what the program is. */
export function SettingsScreen({ settings, systemLocale, appVersion, onChange, onBackups }: Props) {
  const text = useText();
  return (
    <Screen title={text('settings.title')} subtitle={text('settings.at-once')}>
      <InterfaceSettings settings={settings} systemLocale={systemLocale} onChange={onChange} />
      <ReadingSettings settings={settings} onChange={onChange} />
      <ColorSettings settings={settings} onChange={onChange} />
      <BackupSettings onOpen={onBackups} />
      <AboutSettings appVersion={appVersion} />
    </Screen>
  );
}
