import type { StartInfo } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface StartParts {
  readonly settings: SettingsStore;
  readonly environment: Pick<StartInfo, 'systemLocale' | 'platform' | 'appVersion'>;
}

export function getStartInfo({ settings, environment }: StartParts): Result<StartInfo> {
  return succeed({ ...environment, settings: settings.settings(), notices: settings.notices });
}
