import type { LanguageTag } from '../text/language.ts';

/** Inline styles are the only thing a page may use; nothing of it can run or be fetched. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page of HTML that needs nothing but itself. */
export interface PageParts {
  readonly language: LanguageTag;
  readonly title: string;
  /** CSS. */
  readonly style: string;
  /** HTML in which every text is escaped already. */
  readonly body: string;
}

/** A whole page: self-contained, without scripts, its title escaped. */
export function writePage({ language, title, style, body }: PageParts): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that stands in HTML as it is, also inside of quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
