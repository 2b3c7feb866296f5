import type { MatrixRendering } from '../../../core/concordance/rendering-matrix.ts';

/** What a rendering of a term is marked with in its cells: A, B, … in the order of their frequency; a plus within a longer phrase, a dash for none. */
export function letterOf(renderings: readonly Pick<MatrixRendering, 'rendering'>[], index: number): string {
  const type = renderings[index]?.rendering.type;
  // Parts of longer phrases are no ways of their own.
  if (type === 'wider') return '+';
  if (type !== 'rendered') return '–';
  const before = Math.floor(index / 26);
  return `${String.fromCharCode(65 + (index % 26))}${before === 0 ? '' : before}`;
}
