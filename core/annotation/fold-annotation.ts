import type { Annotation } from './annotation.ts';

/** Lower case and compatible forms: full-width letters and digits, as Chinese texts have them, are found by plain ones. */
export function foldForFilter(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const folded = new WeakMap<Annotation, string>();

/** Everything of an annotation that a filter's words are looked for in, folded; kept as long as the annotation lives. */
export function foldAnnotation(annotation: Annotation): string {
  const known = folded.get(annotation);
  if (known !== undefined) return known;
  const quotes = annotation.targets.map(({ selector: [quote] }) => quote.exact);
  const text = foldForFilter([annotation.body, ...annotation.tags, ...quotes].join('\n'));
  folded.set(annotation, text);
  return text;
}
