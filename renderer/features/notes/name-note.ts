import type { Annotation } from '../../../core/annotation/annotation.ts';
import type { Text } from '../../i18n/use-text.ts';

/** What a note is called for screen readers: its kind and the words it stands on, or that it is on a clause or the text. */
export function nameNote({ kind, scope, targets }: Annotation, text: Text): string {
  return scope.type === 'words'
    ? text(`notes.card.${kind}`, { quote: targets[0]?.selector[0].exact ?? '' })
    : text(`notes-reading.card.${scope.type}`);
}
