import type { RenderingKey } from '../../../core/concordance/find-lines.ts';
import type { RenderingForm } from '../../../core/concordance/tabulate-renderings.ts';
import type { Text } from '../../i18n/use-text.ts';

/** What a rendering is named by. */
export interface NamedRendering {
  readonly rendering: RenderingKey;
  readonly forms: readonly RenderingForm[];
}

/** A rendering as it is written most often; in words why there is none. */
export function nameRendering({ rendering, forms }: NamedRendering, text: Text): string {
  if (rendering.type === 'rendered') return forms[0]?.text ?? rendering.key;
  if (rendering.type === 'wider')
    return text('concordance.wider', { rendering: forms[0]?.text ?? rendering.key });
  return text(`concordance.absence.${rendering.type}`);
}

/** Whether there are words of the other language, be they those of a longer phrase. */
export function hasWords({ type }: RenderingKey): boolean {
  return type === 'rendered' || type === 'wider';
}
