import type { MenuItemConstructorOptions } from 'electron';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StepName } from '../../core/annotation/step-name.ts';
import type { CommandId } from '../../ipc/commands.ts';
import englishCommands from '../../resources/messages/en/commands.json';
import type { DescribedHistory, UndoTarget } from '../../ipc/history.ts';
import englishHistory from '../../resources/messages/en/history.json';
import englishMenu from '../../resources/messages/en/menu.json';
import chineseCommands from '../../resources/messages/zh-Hans/commands.json';
import chineseHistory from '../../resources/messages/zh-Hans/history.json';
import chineseMenu from '../../resources/messages/zh-Hans/menu.json';
import { findMenuKey } from './menu-keys.ts';
import type { Platform } from './platform.ts';

const ENGLISH = { ...englishCommands, ...englishHistory, ...englishMenu };

type MessageKey = keyof typeof ENGLISH;

const MESSAGES: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>> = {
  en: ENGLISH,
  'zh-Hans': { ...chineseCommands, ...chineseHistory, ...chineseMenu },
};

/** What the application menu depends on. */
export interface MenuOptions {
  readonly language: InterfaceLanguage;
  readonly platform: Platform;
  /** What can be undone and redone. */
  readonly history: DescribedHistory;
  /** Whether to offer Chromium's developer tools. */
  readonly hasDeveloperTools: boolean;
  readonly onCommand: (command: CommandId) => void;
}

type Entry = MenuItemConstructorOptions;

/** The application menu: every command once, under names in the interface language. An item's id is its command's. */
export function buildMenuTemplate(options: MenuOptions): Entry[] {
  const { language, platform, onCommand } = options;
  const text = (key: MessageKey): string => MESSAGES[language][key];
  const command = (id: CommandId): Entry => ({
    id,
    label: text(`commands.${id}`),
    ...findMenuKey(id, platform),
    click: () => onCommand(id),
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [buildMacMenu(text, command)] : []),
    buildFileMenu(text, command, isMac),
    buildEditMenu(text, command, options.history),
    buildViewMenu(text, command),
    buildGoMenu(text, command),
    buildNotesMenu(text, command),
    {
      label: text('menu.window'),
      submenu: [
        { role: 'minimize', label: text('menu.minimize') },
        { role: 'close', label: text('menu.close') },
      ],
    },
    buildHelpMenu(text, command, options.hasDeveloperTools),
  ];
}

type Text = (key: MessageKey) => string;
type Command = (id: CommandId) => Entry;

const SEPARATOR: Entry = { type: 'separator' };

function buildMacMenu(text: Text, command: Command): Entry {
  return {
    label: 'Duizhao',
    submenu: [
      { role: 'about', label: text('menu.about') },
      SEPARATOR,
      command('go-to-settings'),
      SEPARATOR,
      { role: 'hide', label: text('menu.hide') },
      { role: 'hideOthers', label: text('menu.hide-others') },
      { role: 'unhide', label: text('menu.show-all') },
      SEPARATOR,
      { role: 'quit', label: text('menu.quit') },
    ],
  };
}

function buildFileMenu(text: Text, command: Command, isMac: boolean): Entry {
  const quit: Entry[] = [
    command('go-to-settings'),
    SEPARATOR,
    { role: 'quit', label: text('menu.quit'), accelerator: 'CmdOrCtrl+Q' },
  ];
  return {
    label: text('menu.file'),
    submenu: [
      command('go-to-library'),
      command('go-to-backups'),
      SEPARATOR,
      command('import-text'),
      command('open-work-file'),
      command('export-work'),
      SEPARATOR,
      command('import-notes'),
      command('export-notes'),
      SEPARATOR,
      command('align-text'),
      command('add-edition'),
      command('import-again'),
      command('show-revisions'),
      ...(isMac ? [] : [SEPARATOR, ...quit]),
    ],
  };
}

function buildEditMenu(text: Text, command: Command, history: DescribedHistory): Entry {
  return {
    label: text('menu.edit'),
    submenu: [
      { ...command('undo'), ...describeUndo(text, 'undo', history.undo) },
      { ...command('redo'), ...describeUndo(text, 'redo', history.redo) },
      SEPARATOR,
      { role: 'cut', label: text('menu.cut') },
      { role: 'copy', label: text('menu.copy') },
      { role: 'paste', label: text('menu.paste') },
      { role: 'selectAll', label: text('menu.select-all') },
      SEPARATOR,
      command('copy-selection'),
      command('search-selection'),
      command('concordance-selection'),
      command('go-to-search'),
      command('next-hit'),
      command('previous-hit'),
      command('save-search'),
      command('copy-search-link'),
    ],
  };
}

/** "Undo delete note"; "Undo" while a text field has the keyboard, whose own it then is; off where there is nothing. */
function describeUndo(text: Text, command: 'undo' | 'redo', target: UndoTarget): Entry {
  if (target === null) return { enabled: false };
  return target === 'typing' ? {} : { label: nameUndo(text, command, target) };
}

function nameUndo(text: Text, command: 'undo' | 'redo', step: StepName): string {
  return text(`history.${command}`).replace('{step}', text(`history.step.${step}`));
}

function buildViewMenu(text: Text, command: Command): Entry {
  return {
    label: text('menu.view'),
    submenu: [
      command('view-side-by-side'),
      command('view-line-by-line'),
      command('view-single-first'),
      command('view-single-second'),
      SEPARATOR,
      command('toggle-links'),
      command('toggle-remarks'),
      command('toggle-contents'),
      SEPARATOR,
      command('larger-type'),
      command('smaller-type'),
      command('reset-type'),
      SEPARATOR,
      command('switch-theme'),
      command('switch-interface-language'),
      SEPARATOR,
      { role: 'togglefullscreen', label: text('menu.full-screen') },
    ],
  };
}

function buildGoMenu(text: Text, command: Command): Entry {
  return {
    label: text('menu.go'),
    submenu: [
      command('go-back'),
      command('go-forward'),
      SEPARATOR,
      command('go-to-reader'),
      command('go-to-notes'),
      command('go-to-glossary'),
      command('go-to-concordance'),
      SEPARATOR,
      command('go-to-unit'),
      command('next-unit'),
      command('previous-unit'),
      command('switch-language'),
    ],
  };
}

function buildNotesMenu(text: Text, command: Command): Entry {
  return {
    label: text('menu.notes'),
    submenu: [
      command('highlight'),
      command('add-note'),
      command('add-unit-note'),
      command('add-work-note'),
      command('add-question'),
      command('add-tag'),
      command('add-bookmark'),
      command('add-counterpart'),
      command('show-detached'),
      SEPARATOR,
      command('rename-tag'),
      SEPARATOR,
      {
        label: text('menu.progress'),
        submenu: [command('mark-read'), command('mark-in-work'), command('mark-understood')],
      },
    ],
  };
}

function buildHelpMenu(text: Text, command: Command, hasDeveloperTools: boolean): Entry {
  const tools: Entry[] = [SEPARATOR, { role: 'toggleDevTools', label: text('menu.developer-tools') }];
  return {
    role: 'help',
    label: text('menu.help'),
    submenu: [command('show-palette'), command('show-keys'), ...(hasDeveloperTools ? tools : [])],
  };
}
