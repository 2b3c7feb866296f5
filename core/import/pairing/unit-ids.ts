import { hashTexts } from '../../search/content-hash.ts';
import type { UnitKind } from '../../text/work.ts';

/** Gives each of some units the id it asks for, or where that is taken the same with a number behind it. */
export class UnitIds {
  readonly #taken: Set<string>;
  readonly #counts = new Map<string, number>();

  /** @param taken ids that are given already. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  give(base: string): string {
    let count = (this.#counts.get(base) ?? 0) + 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (this.#taken.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    this.#taken.add(id);
    return id;
  }
}

/**
 * An id that stays when a file is imported again with a paragraph more or less: by its number where no other unit has
 * it, else by its words.
 */
export function nameUnit(kind: UnitKind, number: string | undefined, isOnly: boolean, text: string): string {
  if (kind === 'title') return 'title';
  const words = hashTexts([text]).slice(0, 10);
  if (number === undefined) return `${kind}-${words}`;
  const plain = number.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
  return isOnly && plain !== ''
    ? `${kind}-${plain}`
    : [kind, plain, words].filter((part) => part !== '').join('-');
}
