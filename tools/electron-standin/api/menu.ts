import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
} from 'electron';
import type { KeyPress } from '../messages.ts';
import { notImplemented, refuseUnknownOptions, strict } from '../strict.ts';
import { parseAccelerator } from './accelerators.ts';
import { app } from './app.ts';
import { openPages, openWindows, type OpenWindow, type WindowRole } from './open-windows.ts';

/** What a role does, and the key that does it; the keys of editing are Chromium's own. */
interface Role {
  readonly perform: 'quit' | 'nothing' | WindowRole;
  readonly accelerator?: string;
}

const ROLES: Readonly<Record<string, Role>> = {
  quit: { perform: 'quit', accelerator: 'Ctrl+Q' },
  close: { perform: 'close', accelerator: 'Ctrl+W' },
  minimize: { perform: 'minimize', accelerator: 'Ctrl+M' },
  togglefullscreen: { perform: 'togglefullscreen', accelerator: 'F11' },
  toggleDevTools: { perform: 'toggleDevTools', accelerator: 'Ctrl+Shift+I' },
  cut: { perform: 'cut' },
  copy: { perform: 'copy' },
  paste: { perform: 'paste' },
  selectAll: { perform: 'selectAll' },
  help: { perform: 'nothing' },
};

const OPTIONS = [
  'id',
  'label',
  'role',
  'type',
  'enabled',
  'accelerator',
  'registerAccelerator',
  'click',
  'submenu',
];

type Members = keyof Pick<
  typeof ElectronMenu,
  'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'
>;

interface MenuItem extends Pick<
  ElectronMenuItem,
  'id' | 'label' | 'type' | 'enabled' | 'registerAccelerator'
> {
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly click: (event?: object, window?: object) => void;
}

interface Menu {
  readonly items: readonly MenuItem[];
  readonly getMenuItemById: (id: string) => MenuItem | null;
}

let applicationMenu: Menu | null = null;
let shortcuts: readonly { readonly keyPress: KeyPress; readonly item: MenuItem }[] = [];

function buildMenu(template: readonly MenuItemConstructorOptions[]): Menu {
  const items = template.map(buildItem);
  return strict('menu', {
    items,
    getMenuItemById: (id) => flatten(items).find((item) => item.id === id) ?? null,
  });
}

function buildItem(options: MenuItemConstructorOptions): MenuItem {
  refuseUnknownOptions('MenuItem', options, OPTIONS);
  const { role, submenu } = options;
  const known = role === undefined ? undefined : ROLES[role];
  if (role !== undefined && known === undefined) throw notImplemented('MenuItem', `role '${role}'`);
  if (submenu !== undefined && !Array.isArray(submenu)) throw notImplemented('MenuItem', 'submenu as a menu');
  const item: MenuItem = strict('menuItem', {
    id: options.id ?? '',
    label: options.label ?? role ?? '',
    type: options.type ?? (submenu === undefined ? 'normal' : 'submenu'),
    enabled: options.enabled ?? true,
    role,
    registerAccelerator: options.registerAccelerator ?? true,
    accelerator: options.accelerator ?? known?.accelerator,
    submenu: submenu === undefined ? undefined : buildMenu(submenu),
    click: (event = {}, window = targetWindow()?.window) => {
      if (!item.enabled) return;
      if (known !== undefined) performRole(known);
      // Apps are given the objects of this API, which have as much of Electron's as they use.
      else options.click?.(item as never, window as never, event);
    },
  });
  return item;
}

function performRole({ perform }: Role): void {
  if (perform === 'quit') app.quit();
  else if (perform !== 'nothing') targetWindow()?.perform(perform);
}

/** The window that a menu acts upon: there is one menu and, in these apps, one window. */
function targetWindow(): OpenWindow | undefined {
  return [...openWindows].at(-1);
}

function flatten(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu?.items ?? [])]);
}

/** The module `Menu`. There is no menu to see: its items answer to their keys, and to a test's click. */
export const Menu = strict('Menu', {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): Menu => buildMenu(template),

  setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    shortcuts = flatten(menu?.items ?? [])
      .filter((item) => item.registerAccelerator && item.accelerator !== undefined)
      .map((item) => ({ keyPress: parseAccelerator(item.accelerator ?? ''), item }));
    for (const page of openPages()) page.post({ kind: 'accelerators', keyPresses: currentKeyPresses() });
  },

  getApplicationMenu: (): Menu | null => applicationMenu,
} satisfies Record<Members, unknown>);

/** The keys of the application menu. */
export function currentKeyPresses(): KeyPress[] {
  return shortcuts.map(({ keyPress }) => keyPress);
}

/** Does what the item with the key at this place of {@link currentKeyPresses} does. */
export function pressShortcut(index: number): void {
  shortcuts[index]?.item.click({ triggeredByAccelerator: true });
}
