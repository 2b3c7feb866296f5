import { useContext, type ReactNode } from 'react';
import { parseSearchLink, type SearchLink } from '../../../core/search/search-link.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './Markdown.module.css';
import { SearchLinkContext } from './search-link-context.ts';

interface Props {
  /** As it stands in the note, which may come from anywhere. */
  readonly address: string;
  readonly children: ReactNode;
}

/**
 * A link in a note. It leads nowhere and shows its address; only a link to a search does something: the program makes that
 * search again. Never an anchor: there is nothing to navigate to.
 */
export function NoteLink({ address, children }: Props) {
  const openSearch = useContext(SearchLinkContext);
  const link = openSearch === undefined ? undefined : parseSearchLink(address);
  if (openSearch !== undefined && link !== undefined) {
    return (
      <SearchButton link={link} onOpen={openSearch}>
        {children}
      </SearchButton>
    );
  }
  return (
    <span className={styles.link} title={address}>
      {children}
      {children === address || address === '' ? null : <span className={styles.address}> ({address})</span>}
    </span>
  );
}

interface ButtonProps {
  readonly link: SearchLink;
  readonly onOpen: (link: SearchLink) => void;
  readonly children: ReactNode;
}

function SearchButton({ link, onOpen, children }: ButtonProps) {
  const text = useText();
  return (
    <button
      type="button"
      className={styles.search}
      // Whatever the link is called in the note, this is what it does.
      title={text('search.link.open', { query: link.query })}
      onClick={(event) => {
        // The note around it is not pressed as well.
        event.stopPropagation();
        onOpen(link);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {children}
    </button>
  );
}
