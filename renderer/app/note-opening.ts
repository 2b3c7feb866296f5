import { DEFAULT_WORK_READING, type Settings } from '../../core/settings/settings.ts';

/** The settings with the moment in which a work was opened. */
export function noteOpening(settings: Settings, workId: string, now: Date): Settings {
  const before = settings.works[workId] ?? DEFAULT_WORK_READING;
  const opened = now.toISOString();
  return { ...settings, works: { ...settings.works, [workId]: { ...before, opened } } };
}
