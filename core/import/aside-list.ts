import { hashTexts } from '../search/content-hash.ts';
import type { SetAside, SetAsideReason } from './set-aside.ts';

/** Gathers what is set aside, except what the reader wants restored. */
export class AsideList {
  readonly #restored: ReadonlySet<string>;
  readonly #list: SetAside[] = [];
  readonly #counts = new Map<string, number>();
  /** What was restored, with the reason it had been set aside for. */
  readonly #wanted = new Map<string, SetAsideReason>();

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
    const before = this.#wanted.get(`${aside.file}\n${aside.text}`);
    if (this.#restored.has(id)) this.#wanted.set(`${aside.file}\n${aside.text}`, aside.reason);
    // What the reader wants back is not set aside again for another reason.
    if (this.#restored.has(id) || (before !== undefined && before !== aside.reason)) return false;
    this.#list.push({ id, ...aside });
    return true;
  }
}
