import { useCallback, useMemo } from 'react';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../core/annotation/annotation.ts';
import type { ColorNames } from '../../core/settings/settings.ts';
import { useText } from '../i18n/use-text.ts';

/** What a colour is called: as the reader has named it, else as the interface does. */
export type ColorNamer = (color: HighlightColor) => string;

export function useColorNames(names: ColorNames): ColorNamer {
  const text = useText();
  return useCallback((color) => names[color] ?? text(`shell.colors.${color}`), [names, text]);
}

/** What every colour is called, for a search that names one; keeps its identity while nothing is renamed. */
export function useNamedColors(names: ColorNames): ColorNames {
  const nameOf = useColorNames(names);
  return useMemo(() => Object.fromEntries(HIGHLIGHT_COLORS.map((color) => [color, nameOf(color)])), [nameOf]);
}
