import type { Unit, Work } from '../../../core/text/work.ts';

/** A word, a character, a mark or a space with an identity that it keeps through every edit. */
export interface TracedToken {
  readonly id: number;
  readonly text: string;
}

/** A unit as a list of traced tokens. */
export interface TracedUnit {
  readonly id: string;
  readonly tokens: readonly TracedToken[];
}

let made = 0;

/** Cuts a text into tokens with new identities; joined they are the text. */
export function traceText(text: string): readonly TracedToken[] {
  const parts = text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|\s+|[^]/gu) ?? [];
  return parts.map((part) => {
    made += 1;
    return { id: made, text: part };
  });
}

export function isBlank({ text }: TracedToken): boolean {
  return text.trim() === '';
}

export function joinTokens(tokens: readonly TracedToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** The traced units as a work of one edition. */
export function toWork(units: readonly TracedUnit[], language: string): Work {
  const source = { name: 'bench', date: '2016-06-25', notes: [] };
  return {
    id: 'bench',
    titles: { en: 'Bench' },
    editions: [{ language, title: 'Bench', status: 'unknown', source }],
    units: units.map(({ id, tokens }): Unit => ({
      id,
      kind: 'item',
      segments: { [language]: joinTokens(tokens) },
    })),
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}
