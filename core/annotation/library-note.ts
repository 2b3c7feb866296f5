import type { LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { describeUnitPlace, type UnitPlace } from '../text/unit-label.ts';
import type { Annotation, AnnotationScope } from './annotation.ts';
import type { IndexedNotes, LibraryEntry } from './library-index.ts';

/** A list shows a note's beginning; the whole of it is at its place. In UTF-16 code units. */
export const LISTED_BODY_LENGTH = 400;

/** The same for the words a note stands on. */
export const LISTED_QUOTE_LENGTH = 300;

/** The words of one target, as they were when the note was made. */
export interface ListedWords {
  readonly language: LanguageTag;
  /** Cut to {@link LISTED_QUOTE_LENGTH}, with an ellipsis where it was longer. */
  readonly text: string;
  readonly isDetached: boolean;
}

/** A note as a list over all works shows it. */
export interface LibraryNote extends Pick<
  Annotation,
  'id' | 'kind' | 'color' | 'tags' | 'isAnswered' | 'created' | 'modified'
> {
  readonly workId: string;
  /** Markdown, cut to {@link LISTED_BODY_LENGTH}. */
  readonly body: string;
  readonly isBodyCut: boolean;
  readonly scope: AnnotationScope['type'];
  readonly words: readonly ListedWords[];
  /** The first unit it stands in; null for a note on the work as such, a detached one, and one whose work is gone. */
  readonly unit: UnitPlace | null;
  /** Where in the text it can be visited; null where there is no such place. */
  readonly goal: NoteGoal | null;
  /** When it was deleted, ISO 8601, UTC; null outside of the bin. */
  readonly deleted: string | null;
}

/** The place of a note: its first words, or its unit. */
export interface NoteGoal {
  readonly unit: string;
  /** Null for a note on a whole unit. */
  readonly words: { readonly language: LanguageTag; readonly span: TextSpan } | null;
}

/** What a list shows of an entry. */
export function describeLibraryNote(entry: LibraryEntry, { units, outline }: IndexedNotes): LibraryNote {
  const { annotation, orphanedTargets } = entry.placed;
  const { id, kind, color, tags, isAnswered, created, modified, scope, body, targets } = annotation;
  const goal = findGoal(entry);
  const unit = goal === null ? undefined : units.get(goal.unit);
  const listedBody = cutText(body, LISTED_BODY_LENGTH);
  return {
    id,
    kind,
    color,
    tags,
    isAnswered,
    created,
    modified,
    workId: entry.workId,
    body: listedBody,
    isBodyCut: listedBody !== body,
    scope: scope.type,
    words: targets.map((target) => ({
      language: target.language,
      text: cutText(target.selector[0].exact, LISTED_QUOTE_LENGTH),
      isDetached: orphanedTargets.includes(target),
    })),
    unit: unit === undefined ? null : describeUnitPlace(unit, outline.get(unit.id)),
    goal: unit === undefined ? null : goal,
    deleted: entry.deleted ?? null,
  };
}

function findGoal({ placed: { annotation, placements, place } }: LibraryEntry): NoteGoal | null {
  const { scope } = annotation;
  if (scope.type === 'unit') return place === undefined ? null : { unit: scope.unit, words: null };
  const [first] = placements;
  if (first === undefined) return null;
  return { unit: first.unit, words: { language: first.language, span: first.span } };
}

/** By whole characters, so that no surrogate pair is halved. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const isHalved = /[\ud800-\udbff]$/.test(text.slice(0, length));
  return `${text.slice(0, isHalved ? length - 1 : length).trimEnd()}…`;
}
