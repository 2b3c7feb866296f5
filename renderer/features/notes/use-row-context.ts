import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import { useText } from '../../i18n/use-text.ts';
import type { NoteRowContext } from './note-row-context.ts';
import type { NotesSummary } from './library-notes-state.ts';

/** How long the bin keeps a note. */
const KEPT_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What all rows of the list have in common. */
export function useRowContext(
  summary: NotesSummary | undefined,
  colorName: (color: HighlightColor) => string,
  onRestore: (note: LibraryNote) => void,
): NoteRowContext {
  const text = useText();
  const { locale, formatDate } = useIntl();
  // The summary is another one with every answer; its works seldom are.
  const worksKey = JSON.stringify(summary?.works ?? []);
  const titles = useMemo(() => {
    const works = JSON.parse(worksKey) as NotesSummary['works'];
    return new Map(
      works.map(({ id, titles: byLanguage }) => [
        id,
        byLanguage === null
          ? undefined
          : (byLanguage[locale] ?? byLanguage['en'] ?? Object.values(byLanguage)[0]),
      ]),
    );
  }, [worksKey, locale]);
  const describeDeletion = useCallback(
    (deleted: string) => {
      const days = KEPT_DAYS - Math.floor((Date.now() - Date.parse(deleted)) / DAY_MS);
      return text('library-notes.deleted', {
        date: formatDate(deleted, { day: 'numeric', month: 'short' }),
        days: Math.min(KEPT_DAYS, Math.max(0, days)),
      });
    },
    [text, formatDate],
  );
  return useMemo(
    () => ({
      colorName,
      workTitle: (workId) => titles.get(workId),
      showsWorks: titles.size > 1,
      describeDeletion,
      onRestore,
    }),
    [colorName, titles, describeDeletion, onRestore],
  );
}
