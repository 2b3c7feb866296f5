import { describeTarget } from '../../core/annotation/describe-target.ts';
import { ON_WORDS, type Annotation } from '../../core/annotation/annotation.ts';
import type { NotebookChange } from '../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { segmentText, type Work } from '../../core/text/work.ts';
import { SAMPLE_NOTES, SAMPLE_PROGRESS, type SampleNote } from './sample-notes.ts';

/** The changes that fill an empty notebook of the joint statement with believable notes. */
export function listSampleChanges(work: Work, language: InterfaceLanguage): readonly NotebookChange[] {
  return [
    ...SAMPLE_NOTES.map((note, index): NotebookChange => ({
      type: 'annotation-saved',
      annotation: writeNote(work, note, index, language),
    })),
    ...Object.entries(SAMPLE_PROGRESS).map(([unit, progress]): NotebookChange => ({
      type: 'progress-set',
      unit,
      progress,
    })),
  ];
}

function writeNote(work: Work, note: SampleNote, index: number, language: InterfaceLanguage): Annotation {
  const { kind, color, isAnswered = false, body, tags } = note;
  const created = new Date(Date.UTC(2026, 2, 9, 8, 5 + index * 7)).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    kind,
    color,
    body: body?.[language] ?? '',
    tags: tags?.[language] ?? [],
    isAnswered,
    scope: ON_WORDS,
    targets: Object.entries(note.words).map(([tag, words]) => {
      const unit = work.units.find(({ id }) => id === note.unit);
      const start = unit === undefined ? -1 : segmentText(unit, tag).indexOf(words);
      if (unit === undefined || start === -1) throw new Error(`"${words}" does not stand in ${note.unit}`);
      return describeTarget(unit, tag, { start, end: start + words.length });
    }),
    created,
    modified: created,
  };
}
