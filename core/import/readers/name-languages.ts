import type { LanguageTag } from '../../text/language.ts';
import type { BitextRow } from '../imported-document.ts';
import { normalizeLanguageTag } from '../language/language-tag.ts';

/** A row with its languages as its file writes them: "EN-US", "zh_CN". */
export interface RawRow extends Omit<BitextRow, 'segments'> {
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Rows with languages as this program writes them, in the order in which they should stand. Variants of a language that
 * stand side by side ("en-US", "en-GB") keep their regions.
 */
export function nameLanguages(rows: readonly RawRow[], order: readonly string[]): readonly BitextRow[] {
  const raw = [...new Set([...order, ...rows.flatMap(({ segments }) => [...segments.keys()])])];
  const used = raw.filter((tag) => rows.some(({ segments }) => segments.has(tag)));
  const plain = new Map(used.map((tag) => [tag, normalizeLanguageTag(tag)]));
  const names = new Map<string, LanguageTag>();
  for (const [tag, name] of plain) {
    if (name === undefined) continue;
    const isShared =
      [...plain].some(([other, otherName]) => other !== tag && otherName === name) &&
      standTogether(rows, tag, plain);
    names.set(tag, isShared ? canonical(tag) : name);
  }
  return rows.map(({ segments, ...row }) => {
    const named = used.flatMap((tag): (readonly [LanguageTag, string])[] => {
      const [name, text] = [names.get(tag), segments.get(tag)];
      return name === undefined || text === undefined ? [] : [[name, text]];
    });
    return { ...row, segments: Object.fromEntries(named) };
  });
}

/** Whether some row has this variant and another one of the same language. */
function standTogether(
  rows: readonly RawRow[],
  tag: string,
  plain: ReadonlyMap<string, LanguageTag | undefined>,
): boolean {
  const name = plain.get(tag);
  return rows.some(
    ({ segments }) =>
      segments.has(tag) && [...segments.keys()].some((other) => other !== tag && plain.get(other) === name),
  );
}

/** BCP 47 in its usual case: language small, script capitalised, region in capitals. */
function canonical(tag: string): LanguageTag {
  return tag
    .split(/[-_]/u)
    .map((part, index) => {
      if (index === 0) return part.toLowerCase();
      return part.length === 4
        ? `${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`
        : part.toUpperCase();
    })
    .join('-');
}
