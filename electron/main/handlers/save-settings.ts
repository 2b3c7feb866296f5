import type { Settings } from '../../../core/settings/settings.ts';
import type { Result } from '../../../ipc/result.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface SettingsParts {
  readonly settings: SettingsStore;
  /** Lets theme and menu follow at once, whether or not the disk does. */
  readonly onSettingsChanged: (settings: Settings) => void;
}

export function saveSettings(
  { settings: store, onSettingsChanged }: SettingsParts,
  settings: Settings,
): Promise<Result<null>> {
  const saved = store.saveSettings(settings);
  onSettingsChanged(settings);
  return saved;
}
