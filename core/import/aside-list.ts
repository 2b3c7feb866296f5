import { hashTexts } from '../search/content-hash.ts';
import type { SetAside } from './set-aside.ts';

/** Gathers what is set aside, except what the reader wants restored. */
export class AsideList {
  readonly #restored: ReadonlySet<string>;
  readonly #list: SetAside[] = [];
  readonly #counts = new Map<string, number>();

  /** @param restored ids that an earlier import of the same files gave. */
  constructor(restored: readonly string[]) {
    this.#restored = new Set(restored);
  }

  /** What was set aside, in the order in which that was done. */
  get list(): readonly SetAside[] {
    return this.#list;
  }

  /** Sets something aside; false where the reader wants it in the text. */
  add(aside: Omit<SetAside, 'id'>): boolean {
    const base = `aside-${hashTexts([aside.file, aside.reason, aside.text]).slice(0, 10)}`;
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    const id = count === 1 ? base : `${base}-${count}`;
    if (this.#restored.has(id)) return false;
    this.#list.push({ id, ...aside });
    return true;
  }
}
