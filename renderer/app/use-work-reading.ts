import { useCallback, useMemo } from 'react';
import { DEFAULT_WORK_READING, type WorkReading } from '../../core/settings/settings.ts';
import type { Work } from '../../core/text/work.ts';
import { chooseColumns, type ReaderLayout } from '../features/reader/reader-layout.ts';
import type { SettingsHandle } from './use-settings.ts';

/** How one work is read: remembered in the settings. */
export interface WorkReadingHandle {
  readonly layout: ReaderLayout;
  readonly remembered: WorkReading;
  readonly change: (update: Partial<WorkReading>) => void;
}

export function useWorkReading(work: Work, settings: SettingsHandle): WorkReadingHandle {
  const remembered = settings.value.works[work.id] ?? DEFAULT_WORK_READING;
  const editions = useMemo(() => work.editions.map((edition) => edition.language), [work]);
  const { reading } = settings.value;
  const { view, language, columns, columnShare } = remembered;
  const languages = useMemo(() => chooseColumns(editions, columns), [editions, columns]);
  const layout = useMemo<ReaderLayout>(
    () => ({
      view,
      languages,
      editions,
      single: editions.find((candidate) => candidate === language) ?? languages[0],
      columnShare,
      reading,
    }),
    [view, languages, editions, language, columnShare, reading],
  );
  const changeSettings = settings.change;
  const change = useCallback(
    (update: Partial<WorkReading>) => {
      changeSettings((value) => {
        const before = value.works[work.id] ?? DEFAULT_WORK_READING;
        const isNew = Object.entries(update).some(([key, next]) => before[key as keyof WorkReading] !== next);
        if (!isNew) return value;
        return { ...value, works: { ...value.works, [work.id]: { ...before, ...update } } };
      });
    },
    [changeSettings, work.id],
  );
  return { layout, remembered, change };
}
