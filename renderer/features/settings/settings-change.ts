import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { Settings } from '../../../core/settings/settings.ts';

/** The settings with some of the reading preferences replaced. */
export function changeReading(settings: Settings, change: Partial<Settings['reading']>): Settings {
  return { ...settings, reading: { ...settings.reading, ...change } };
}

/** The settings with a colour renamed; a name of white space gives the colour the interface's name back. */
export function renameColor(settings: Settings, color: HighlightColor, name: string): Settings {
  const { [color]: _previous, ...others } = settings.colorNames;
  return { ...settings, colorNames: name.trim() === '' ? others : { ...others, [color]: name } };
}
