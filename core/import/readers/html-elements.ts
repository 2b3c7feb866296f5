import type { SetAsideReason } from '../set-aside.ts';

/** What an element means for the text in it. */
export interface ElementMeaning {
  /** Nothing in it is text: programs, styles, form fields, what reads aloud what is written. */
  readonly isSkipped: boolean;
  /** Whether it begins a new block. */
  readonly isBlock: boolean;
  /** Why what stands in it is no part of the text, if the element says so. */
  readonly aside?: SetAsideReason;
}

/** Attributes by name, as far as they are read. */
export type Attributes = ReadonlyMap<string, string>;

const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas audio video select textarea input head rt rp del map datalist progress meter'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption button'.split(
    ' ',
  ),
);

const ASIDES: Readonly<Record<string, SetAsideReason>> = {
  nav: 'navigation',
  menu: 'navigation',
  button: 'page-tools',
  figcaption: 'caption',
};

const ROLES: Readonly<Record<string, SetAsideReason>> = {
  navigation: 'navigation',
  search: 'navigation',
  complementary: 'navigation',
  contentinfo: 'copyright',
  'doc-pagebreak': 'page-number',
};

/** Whole words of classes and ids that pages use for what stands around a text. */
const CLASSES: readonly (readonly [SetAsideReason, RegExp])[] = [
  [
    'share',
    /^(?:share|sharing|social|bshare|bdsharebuttonbox|addthis|jiathis|share-?(?:bar|box|buttons?|tools?|links?)|social-?(?:share|links?|media|bar))$/u,
  ],
  ['comments', /^(?:comments?|comment-?(?:list|form|area|box|section)|respond|disqus(?:-thread)?|pinglun)$/u],
  [
    'navigation',
    /^(?:nav|navbar|navigation|menu|main-?menu|breadcrumbs?|crumbs?|pagination|pager|sidebar|side-?bar|related|related-?(?:posts?|news|articles|links|stories)|recommend(?:ed|ation)?s?|toc-?nav|skip-?link|site-?(?:header|nav)|top-?bar|mw-(?:jump-link|navigation|panel|head)|catlinks|navbox|location|position-nav|prevnext|prev-next)$/u,
  ],
  [
    'advert',
    /^(?:ads?|adsbygoogle|advert|advertisement|advertising|banner-?ad|ad-?(?:banner|box|slot|container|wrap)|sponsored|promo|promotion|newsletter|subscribe)$/u,
  ],
  ['copyright', /^(?:site-?footer|page-?footer|footer|copyright|foot-?nav)$/u],
  [
    'page-tools',
    /^(?:mw-editsection|print|print-?(?:link|button)|toolbar|tools|font-?size|text-?size|article-?tools|page-?tools)$/u,
  ],
  [
    'caption',
    /^(?:caption|wp-caption-text|photo-?caption|img-?caption|image-?caption|thumbcaption|pic-?(?:desc|caption|text))$/u,
  ],
  ['hidden', /^(?:cookie-?(?:banner|notice|consent|bar)|visually-?hidden|sr-only|screen-reader-text)$/u],
];

/** Tells what an element means by its name and attributes. */
export function readElement(name: string, attributes: Attributes): ElementMeaning {
  const isBlock = BLOCKS.has(name);
  if (SKIPPED.has(name) || isFootnoteMark(name, attributes)) return { isSkipped: true, isBlock };
  const aside = findAside(name, attributes);
  return aside === undefined ? { isSkipped: false, isBlock } : { isSkipped: false, isBlock, aside };
}

function findAside(name: string, attributes: Attributes): SetAsideReason | undefined {
  if (isHidden(attributes)) return 'hidden';
  if (isNote(attributes)) return undefined;
  const own = ASIDES[name] ?? ROLES[attributes.get('role') ?? ''];
  if (own !== undefined) return own;
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return undefined;
  const words = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
    .toLowerCase()
    .replace(/_/gu, '-')
    .split(/\s+/u);
  const byClass = CLASSES.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0];
  return byClass ?? (name === 'aside' ? 'navigation' : name === 'footer' ? 'copyright' : undefined);
}

function isHidden(attributes: Attributes): boolean {
  return (
    attributes.has('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.get('style') ?? '')
  );
}

/** Footnotes of books stand in elements that pages use for other things. */
function isNote(attributes: Attributes): boolean {
  return /note/iu.test(`${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`);
}

/** A raised number that leads to a footnote is no word of the text. */
function isFootnoteMark(name: string, attributes: Attributes): boolean {
  if (name === 'sup') return /reference|footnote|noteref/iu.test(attributes.get('class') ?? '');
  return (
    name === 'a' &&
    /noteref/iu.test(
      `${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''} ${attributes.get('class') ?? ''}`,
    )
  );
}
