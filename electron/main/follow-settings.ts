import { Menu, nativeTheme } from 'electron';
import {
  resolveInterfaceLanguage,
  type InterfaceLanguage,
  type Settings,
} from '../../core/settings/settings.ts';
import { buildMenuTemplate, type MenuOptions } from './menu.ts';

/** Puts settings into effect outside the page: the theme of the window's frame and the language of the menu. */
export function createSettingsFollower(
  menu: Omit<MenuOptions, 'language'>,
  systemLocale: string,
): (settings: Settings) => void {
  let menuLanguage: InterfaceLanguage | null = null;
  return ({ theme, language: chosen }) => {
    nativeTheme.themeSource = theme;
    const language = resolveInterfaceLanguage(chosen, systemLocale);
    if (language === menuLanguage) return;
    menuLanguage = language;
    Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate({ ...menu, language })));
  };
}
