import { resolveInterfaceLanguage, type Settings } from '../../../core/settings/settings.ts';
import { SegmentedControl } from '../../components/SegmentedControl.tsx';
import { useText } from '../../i18n/use-text.ts';
import { SettingGroup } from './SettingGroup.tsx';
import { SettingRow } from './SettingRow.tsx';

interface Props {
  readonly settings: Settings;
  readonly systemLocale: string;
  readonly onChange: (settings: Settings) => void;
}

// A language is called by its own name, so that a reader who cannot read the interface finds the way out of it.
const LANGUAGE_NAMES = { en: 'English', 'zh-Hans': '简体中文' } as const;

/** The language and the theme of the interface. */
export function InterfaceSettings({ settings, systemLocale, onChange }: Props) {
  const text = useText();
  const systemLanguage = resolveInterfaceLanguage('system', systemLocale);
  return (
    <SettingGroup title={text('settings.interface')}>
      <SettingRow label={text('settings.language')}>
        <SegmentedControl
          label={text('settings.language')}
          value={settings.language}
          options={[
            {
              value: 'system',
              label: text('settings.language.system', { language: LANGUAGE_NAMES[systemLanguage] }),
            },
            { value: 'en', label: LANGUAGE_NAMES.en, language: 'en' },
            { value: 'zh-Hans', label: LANGUAGE_NAMES['zh-Hans'], language: 'zh-Hans' },
          ]}
          onChange={(language) => onChange({ ...settings, language })}
        />
      </SettingRow>
      <SettingRow label={text('settings.theme')}>
        <SegmentedControl
          label={text('settings.theme')}
          value={settings.theme}
          options={[
            { value: 'system', label: text('settings.theme.system') },
            { value: 'light', label: text('settings.theme.light') },
            { value: 'dark', label: text('settings.theme.dark') },
          ]}
          onChange={(theme) => onChange({ ...settings, theme })}
        />
      </SettingRow>
    </SettingGroup>
  );
}
