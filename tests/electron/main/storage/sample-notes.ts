import type { Annotation } from '../../../../core/annotation/annotation.ts';
import type { NotebookChange } from '../../../../core/annotation/notebook.ts';

/** A note, told apart by its number. */
export function makeNote(number: number, body = `note ${number}`): Annotation {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    kind: 'note',
    color: 'yellow',
    body,
    tags: ['术语'],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [
      {
        unit: 'item-1',
        language: 'zh-Hans',
        selector: [
          { type: 'TextQuoteSelector', exact: '网络主权', prefix: '尊重', suffix: '原则' },
          { type: 'TextPositionSelector', start: 2, end: 6 },
        ],
      },
    ],
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
  };
}

/** The changes that save {@link makeNote}. */
export function saveNote(number: number, body?: string): readonly NotebookChange[] {
  return [{ type: 'annotation-saved', annotation: makeNote(number, body) }];
}
