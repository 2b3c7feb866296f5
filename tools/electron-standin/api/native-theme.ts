import type { NativeTheme as ElectronNativeTheme } from 'electron';
import type { ColorScheme } from '../chromium/page.ts';
import { StrictEmitter } from '../strict-emitter.ts';
import { openPages } from './open-windows.ts';

type Members = 'themeSource' | 'shouldUseDarkColors';
type ThemeSource = ElectronNativeTheme['themeSource'];

const THEME_SOURCES: ReadonlySet<string> = new Set<ThemeSource>(['system', 'light', 'dark']);

/** The module `nativeTheme`. What the system prefers is Chromium's affair; to the app it is a light system. */
class NativeTheme extends StrictEmitter implements Pick<ElectronNativeTheme, Members> {
  #source: ThemeSource = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!THEME_SOURCES.has(source)) throw new TypeError(`nativeTheme.themeSource cannot be '${source}'`);
    const wasDark = this.shouldUseDarkColors;
    this.#source = source;
    for (const page of openPages()) void page.setColorScheme(currentColorScheme()).catch(() => {});
    if (wasDark !== this.shouldUseDarkColors) this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

/** The module `nativeTheme`. */
export const nativeTheme = new NativeTheme();

/** What the pages are to take as `prefers-color-scheme`. */
export function currentColorScheme(): ColorScheme {
  return nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
}
