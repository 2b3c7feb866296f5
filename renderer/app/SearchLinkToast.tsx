import { Toast } from '../components/Toast.tsx';
import { useText } from '../i18n/use-text.ts';
import type { SearchLinks } from './use-search-links.ts';

/** Says that a link was copied, or that one leads nowhere. */
export function SearchLinkToast({ notice, notify }: Pick<SearchLinks, 'notice' | 'notify'>) {
  const text = useText();
  return (
    <Toast
      words={notice === undefined ? undefined : text(`search.link.${notice}`)}
      dismissLabel={text('search.link.dismiss')}
      onDismiss={() => notify(undefined)}
    />
  );
}
