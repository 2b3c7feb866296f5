import type { Annotation } from '../../../core/annotation/annotation.ts';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import type { TextSpan } from '../../../core/text/text-span.ts';
import type { Work } from '../../../core/text/work.ts';

const TIME = '2026-01-01T00:00:00.000Z';

/** A highlight on words of a work. */
export function annotationOn(work: Work, unitId: string, language: string, span: TextSpan): Annotation {
  const unit = work.units.find(({ id }) => id === unitId);
  if (unit === undefined) throw new RangeError(`There is no unit "${unitId}"`);
  return {
    id: '00000000-0000-4000-8000-000000000000',
    kind: 'highlight',
    color: 'yellow',
    body: '',
    tags: [],
    isAnswered: false,
    scope: { type: 'words' },
    targets: [describeTarget(unit, language, span)],
    created: TIME,
    modified: TIME,
  };
}
