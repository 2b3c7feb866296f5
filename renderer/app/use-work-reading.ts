import { useCallback, useMemo } from 'react';
import { DEFAULT_WORK_READING, type WorkReading } from '../../core/settings/settings.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Work } from '../../core/text/work.ts';
import type { ReaderLayout } from '../features/reader/reader-layout.ts';
import type { SettingsHandle } from './use-settings.ts';

/** How one work is read: remembered in the settings. */
export interface WorkReadingHandle {
  readonly layout: ReaderLayout;
  readonly remembered: WorkReading;
  readonly change: (update: Partial<WorkReading>) => void;
}

export function useWorkReading(work: Work, settings: SettingsHandle): WorkReadingHandle {
  const remembered = settings.value.works[work.id] ?? DEFAULT_WORK_READING;
  const languages = useMemo(() => readColumns(work), [work]);
  const { reading } = settings.value;
  const { view, language, columnShare } = remembered;
  const layout = useMemo<ReaderLayout>(
    () => ({
      view,
      languages,
      single: languages.find((candidate) => candidate === language) ?? languages[0],
      columnShare,
      reading,
    }),
    [view, languages, language, columnShare, reading],
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

/** The two editions that stand side by side; a work with one edition stands beside nothing. */
function readColumns(work: Work): readonly [LanguageTag, LanguageTag] {
  const [first, second] = work.editions.map((edition) => edition.language);
  return [first ?? 'und', second ?? 'und'];
}
