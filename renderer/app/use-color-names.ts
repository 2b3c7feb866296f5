import { useCallback } from 'react';
import type { HighlightColor } from '../../core/annotation/annotation.ts';
import type { ColorNames } from '../../core/settings/settings.ts';
import { useText } from '../i18n/use-text.ts';

/** What a colour is called: as the reader has named it, else as the interface does. */
export type ColorNamer = (color: HighlightColor) => string;

export function useColorNames(names: ColorNames): ColorNamer {
  const text = useText();
  return useCallback((color) => names[color] ?? text(`shell.colors.${color}`), [names, text]);
}
