import { memo, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { LanguageTag } from '../../../core/text/language.ts';
import { guessLanguage } from '../../../core/text/guess-language.ts';
import { ForeignWords } from './ForeignWords.tsx';
import { NoteLink } from './NoteLink.tsx';
import styles from './Markdown.module.css';

interface Props {
  readonly children: string;
}

/**
 * A note as its reader meant it: paragraphs, emphasis, lists, quotes, code. Nothing in it acts but a link to a search of the
 * program's own: other links show their address and lead nowhere, pictures are their description, HTML is the text it was typed as.
 */
export const Markdown = memo(function Markdown({ children }: Props) {
  const language = guessLanguage(children);
  const components = useMemo(() => createComponents(language), [language]);
  return (
    <div className={styles.note} lang={language}>
      <ReactMarkdown
        remarkPlugins={PLUGINS}
        components={components}
        allowedElements={ALLOWED}
        unwrapDisallowed
        // Addresses are only ever shown, so they are shown as they are; nothing below puts one into an attribute that acts.
        urlTransform={(url) => url}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
});

const PLUGINS = [remarkGfm, remarkCjkFriendly];

const ALLOWED =
  'p br hr strong em del code pre blockquote ul ol li a img h1 h2 h3 h4 h5 h6 input tr th td'.split(' ');

function createComponents(own: LanguageTag | undefined): Components {
  const heading: Components['h1'] = ({ children, id }) =>
    // The heading that remark-gfm puts over footnotes: in English, and meant for screen readers of a page.
    id?.endsWith('footnote-label') === true ? null : (
      <p>
        <strong>
          <ForeignWords own={own}>{children}</ForeignWords>
        </strong>
      </p>
    );
  const cell: Components['td'] = ({ children }) => (
    <span className={styles.cell}>
      <ForeignWords own={own}>{children}</ForeignWords>
    </span>
  );
  return {
    p: ({ children }) => (
      <p>
        <ForeignWords own={own}>{children}</ForeignWords>
      </p>
    ),
    li: ({ children, className }) => (
      <li className={className === 'task-list-item' ? styles.task : undefined}>
        <ForeignWords own={own}>{children}</ForeignWords>
      </li>
    ),
    strong: ({ children }) => (
      <strong>
        <ForeignWords own={own}>{children}</ForeignWords>
      </strong>
    ),
    em: ({ children }) => (
      <em>
        <ForeignWords own={own}>{children}</ForeignWords>
      </em>
    ),
    del: ({ children }) => (
      <del>
        <ForeignWords own={own}>{children}</ForeignWords>
      </del>
    ),
    a: ({ children, href = '', node }) => {
      // A footnote's way back leads nowhere either; its number is enough.
      if (node?.properties['dataFootnoteBackref'] !== undefined) return null;
      if (href.startsWith('#')) return <span className={styles.link}>{children}</span>;
      return <NoteLink address={href}>{children}</NoteLink>;
    },
    img: ({ alt = '', src }) => (
      <span className={styles.link}>
        {alt}
        {typeof src === 'string' && src !== '' ? <span className={styles.address}> ({src})</span> : null}
      </span>
    ),
    input: ({ checked }) => (checked === true ? '☑' : '☐'),
    // A table becomes lines: a margin has no room for columns.
    tr: ({ children }) => <p>{children}</p>,
    td: cell,
    th: cell,
    h1: heading,
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
  };
}
