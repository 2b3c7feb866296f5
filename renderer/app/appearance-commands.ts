import {
  DEFAULT_SETTINGS,
  FONT_SIZE_RANGE,
  type InterfaceLanguage,
  type Settings,
} from '../../core/settings/settings.ts';
import type { CommandHandlers } from '../commands/use-command-keys.ts';
import type { SettingsHandle } from './use-settings.ts';

/** The commands that change how the program looks, whatever is open. */
export function createAppearanceCommands(
  settings: SettingsHandle,
  interfaceLanguage: InterfaceLanguage,
): CommandHandlers {
  const changeReading = (update: (reading: Settings['reading']) => Partial<Settings['reading']>) => () => {
    settings.change((value) => ({ ...value, reading: { ...value.reading, ...update(value.reading) } }));
  };
  const resize = (by: number) =>
    changeReading(({ fontSize }) => ({
      fontSize: Math.min(FONT_SIZE_RANGE.max, Math.max(FONT_SIZE_RANGE.min, fontSize + by)),
    }));
  return {
    'toggle-links': changeReading(({ showLinks }) => ({ showLinks: !showLinks })),
    'toggle-remarks': changeReading(({ showRemarks }) => ({ showRemarks: !showRemarks })),
    'toggle-contents': changeReading(({ showContents }) => ({ showContents: !showContents })),
    'larger-type': resize(1),
    'smaller-type': resize(-1),
    'reset-type': changeReading(() => ({ fontSize: DEFAULT_SETTINGS.reading.fontSize })),
    'switch-theme': () => {
      settings.change((value) => ({ ...value, theme: isDark() ? 'light' : 'dark' }));
    },
    'switch-interface-language': () => {
      settings.change((value) => ({ ...value, language: interfaceLanguage === 'en' ? 'zh-Hans' : 'en' }));
    },
  };
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}
