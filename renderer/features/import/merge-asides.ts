import type { SetAside } from '../../../core/import/set-aside.ts';

/**
 * What is set aside now, and what the reader has brought back, where it stood before: a list whose lines keep their
 * places while they are ticked.
 */
export function mergeAsides(
  known: readonly SetAside[],
  now: readonly SetAside[],
  restored: ReadonlySet<string>,
): readonly SetAside[] {
  const current = new Map(now.map((aside) => [aside.id, aside]));
  const merged: SetAside[] = [];
  // Each that was brought back follows what it followed.
  const followers = new Map<string | undefined, SetAside[]>();
  let before: string | undefined;
  for (const aside of known) {
    if (current.has(aside.id)) before = aside.id;
    else if (restored.has(aside.id)) followers.set(before, [...(followers.get(before) ?? []), aside]);
  }
  merged.push(...(followers.get(undefined) ?? []));
  for (const aside of now) merged.push(aside, ...(followers.get(aside.id) ?? []));
  return merged;
}
