import type { LanguageTag } from '../text/language.ts';
import { foldedEvenly, foldText, isFoldedEvenly, type FoldedText } from './fold-text.ts';

/** All kept texts together take no more, in bytes: those of some 70,000 clauses of Chinese. */
const MOST_BYTES = 10_000_000;

/** What a string takes beside its characters. */
const STRING_BYTES = 24;

/** About what the way back to the original takes of a text that is not folded evenly. */
const UNEVEN_BYTES = 400;

const WIDE = /[^\0-\xff]/;

/** What is kept in one language, by position. */
interface KeptTexts {
  /** Of those that are folded evenly, which most are, only the text. */
  readonly texts: (FoldedText | string | undefined)[];
  /** In bytes; 0 where folding left the text as it was, which then is there anyway. */
  readonly sizes: Uint32Array;
}

/**
 * The texts of units as search compares them, kept once they are folded, as many as there is room for. When it is full, half
 * of them go, here and there: whoever looks into more than there is room for, again and again, still finds some. If the oldest
 * went, each would go just before it is looked into.
 */
export class FoldedTexts {
  readonly #unitCount: number;
  readonly #mostBytes: number;
  readonly #kept = new Map<LanguageTag, KeptTexts>();
  #bytes = 0;
  /** How often there was no room. */
  #turns = 0;

  constructor(unitCount: number, mostBytes: number = MOST_BYTES) {
    this.#unitCount = unitCount;
    this.#mostBytes = mostBytes;
  }

  /** What the kept texts take, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The text of a unit; undefined where it is not kept. */
  get(language: LanguageTag, position: number): FoldedText | undefined {
    const kept = this.#kept.get(language)?.texts[position];
    return typeof kept === 'string' ? foldedEvenly(kept) : kept;
  }

  /** Folds the text of a unit, which is not kept yet, and keeps it. */
  fold(language: LanguageTag, position: number, original: string): FoldedText {
    const folded = foldText(original);
    const size = sizeOf(folded, original);
    // For one that could never be kept nothing has to go.
    if (size <= this.#mostBytes && this.#bytes + size > this.#mostBytes) this.#makeRoom();
    if (this.#bytes + size > this.#mostBytes) return folded;
    const { texts, sizes } = this.#keptIn(language);
    texts[position] = isFoldedEvenly(folded) ? folded.text : folded;
    sizes[position] = size;
    this.#bytes += size;
    return folded;
  }

  #keptIn(language: LanguageTag): KeptTexts {
    let kept = this.#kept.get(language);
    if (kept === undefined) {
      // With all its places at once: an array that is filled here and there is a slow one.
      kept = { texts: Array.from({ length: this.#unitCount }), sizes: new Uint32Array(this.#unitCount) };
      this.#kept.set(language, kept);
    }
    return kept;
  }

  #makeRoom(): void {
    for (const { texts, sizes } of this.#kept.values()) {
      for (let position = 0; position < texts.length; position += 1) {
        if (!isDrawn(position, this.#turns)) continue;
        texts[position] = undefined;
        this.#bytes -= sizes[position] ?? 0;
        sizes[position] = 0;
      }
    }
    this.#turns += 1;
  }
}

/** Half of all positions, each time another half; a draw by lot that comes out the same for the same searches. */
function isDrawn(position: number, turn: number): boolean {
  const mixed = Math.imul(position ^ Math.imul(turn + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) & 1) === 1;
}

function sizeOf(folded: FoldedText, original: string): number {
  const { text } = folded;
  if (text === original) return 0;
  return STRING_BYTES + text.length * (WIDE.test(text) ? 2 : 1) + (isFoldedEvenly(folded) ? 0 : UNEVEN_BYTES);
}
