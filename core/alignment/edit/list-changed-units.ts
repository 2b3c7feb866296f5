import type { Unit } from '../../text/work.ts';

/** The ids of the units whose words are not those of the unit of that id before, in any language. */
export function listChangedUnits(before: readonly Unit[], after: readonly Unit[]): readonly Unit['id'][] {
  const known = new Map(before.map(({ id, segments }) => [id, segments]));
  return after.filter(({ id, segments }) => !hasSameWords(segments, known.get(id))).map(({ id }) => id);
}

function hasSameWords(segments: Unit['segments'], others: Unit['segments'] | undefined): boolean {
  if (others === undefined) return false;
  const languages = new Set([...Object.keys(segments), ...Object.keys(others)]);
  return [...languages].every((language) => (segments[language] ?? '') === (others[language] ?? ''));
}
