import { Bookmark, BookmarkCheck, Link2 } from 'lucide-react';
import { findSavedSearch } from '../../../core/settings/searches.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** What can be done with the search itself: save it, and take a link to it into a note. */
export function SearchTools({ search }: Props) {
  const text = useText();
  const { memory, state } = search;
  const isSaved = findSavedSearch(memory.searches, state.query) !== undefined;
  const Icon = isSaved ? BookmarkCheck : Bookmark;
  return (
    <>
      <IconButton
        label={text(isSaved ? 'search.saved.change' : 'commands.save-search')}
        icon={<Icon size={16} strokeWidth={1.6} />}
        onPress={search.save}
      />
      <IconButton
        label={text('commands.copy-search-link')}
        icon={<Link2 size={16} strokeWidth={1.6} />}
        isDisabled={search.copyLink === undefined}
        onPress={() => search.copyLink?.()}
      />
    </>
  );
}
