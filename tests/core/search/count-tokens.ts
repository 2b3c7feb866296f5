/**
 * Whether two wordings stand within so many words of each other, said by counting: the text becomes a list of Chinese
 * characters and words, each wording a run in that list. Shares no code with the program.
 */
export function isNear(text: string, a: string, b: string, distance: number): boolean {
  const tokens = tokensOf(text);
  const first = runsOf(tokens, tokensOf(a));
  const second = runsOf(tokens, tokensOf(b));
  return first.some((from) =>
    second.some((to) => {
      const between = from.start < to.start ? to.start - from.end : from.start - to.end;
      return between >= 0 && between <= distance;
    }),
  );
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];
}

function runsOf(tokens: readonly string[], wanted: readonly string[]): readonly Run[] {
  return tokens.flatMap((_token, start) =>
    wanted.every((token, offset) => tokens[start + offset] === token)
      ? [{ start, end: start + wanted.length }]
      : [],
  );
}
