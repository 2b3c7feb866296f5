import type { Completion } from '../../../core/search/complete-query.ts';
import type { MessageId } from '../../i18n/catalogues.ts';

const MEANINGS: Readonly<Record<string, MessageId>> = {
  'zh:': 'search.completion.zh',
  'en:': 'search.completion.en',
  'ru:': 'search.completion.ru',
  'note:': 'search.completion.note',
  'tag:': 'search.completion.tag',
  'colour:': 'search.completion.colour',
  'unit:': 'search.completion.unit',
  'kind:': 'search.completion.kind',
  'has:': 'search.completion.has',
  'linked:': 'search.completion.linked',
  'work:': 'search.completion.work',
  AND: 'search.completion.and',
  OR: 'search.completion.or',
  NOT: 'search.completion.not',
  'NEAR/5': 'search.completion.near',
  title: 'search.completion.kind.title',
  paragraph: 'search.completion.kind.paragraph',
  item: 'search.completion.kind.item',
  heading: 'search.completion.kind.heading',
  signature: 'search.completion.kind.signature',
  dateline: 'search.completion.kind.dateline',
  footnote: 'search.completion.kind.footnote',
};

/** What a field, an operator or a kind of clause means; null for what speaks for itself. */
export function describeCompletion({ kind, name }: Completion): MessageId | null {
  return kind === 'word' ? null : (MEANINGS[name] ?? null);
}
