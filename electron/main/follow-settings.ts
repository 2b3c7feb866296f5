import { Menu, nativeTheme } from 'electron';
import {
  resolveInterfaceLanguage,
  type InterfaceLanguage,
  type Settings,
} from '../../core/settings/settings.ts';
import type { DescribedHistory } from '../../ipc/history.ts';
import { buildMenuTemplate, type MenuOptions } from './menu.ts';

/** What outside the page follows what happens in it. */
export interface Follower {
  /** The theme of the window's frame and the language of the menu. */
  readonly onSettingsChanged: (settings: Settings) => void;
  /** What the Edit menu says can be undone. */
  readonly onHistoryDescribed: (history: DescribedHistory) => void;
}

/** Puts settings and history into effect outside the page. A menu item cannot be renamed, so the menu is built anew. */
export function createFollower(
  menu: Omit<MenuOptions, 'language' | 'history'>,
  systemLocale: string,
): Follower {
  let language: InterfaceLanguage | undefined;
  let history: DescribedHistory = { undo: null, redo: null };
  const showMenu = () => {
    if (language === undefined) return;
    Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate({ ...menu, language, history })));
  };
  return {
    onSettingsChanged: ({ theme, language: chosen }) => {
      nativeTheme.themeSource = theme;
      const next = resolveInterfaceLanguage(chosen, systemLocale);
      if (next === language) return;
      language = next;
      showMenu();
    },
    onHistoryDescribed: (next) => {
      if (next.undo === history.undo && next.redo === history.redo) return;
      history = next;
      showMenu();
    },
  };
}
