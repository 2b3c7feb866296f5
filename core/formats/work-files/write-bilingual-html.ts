import { escapeHtml as escape, writePage } from '../html-page.ts';
import { describeEdition, titleOf, type ExportWords } from './export-words.ts';
import type { AlignedText, AlignedUnit } from './select-editions.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#22201c, #e9e3d6); --soft: light-dark(#665f54, #a8a090);
  --paper: light-dark(#faf7f0, #1c1a17); --rule: light-dark(#e4ddcf, #38342d); }
body { max-width: 78rem; margin: 3rem auto; padding: 0 1.5rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.7 'Source Serif 4', 'Noto Serif SC', 'Songti SC', SimSun, Georgia, serif; }
:lang(zh) { line-height: 1.9; font-style: normal; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: .6rem 1.25rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
thead th { padding-bottom: 1.25rem; border-bottom: 1px solid var(--rule); font-size: 1.3rem; font-weight: 600; line-height: 1.45; }
thead small { display: block; margin-top: .5rem; color: var(--soft); font-size: .8rem; font-weight: 400; line-height: 1.5; }
td { white-space: pre-wrap; } .title td, .heading td { font-weight: 600; padding-top: 1.5rem; }
.signature td, .dateline td, .footnote td { color: var(--soft); } .footnote td { font-size: .85rem; }
@media (max-width: 40rem) { table, thead, tbody, tr, th, td { display: block; } th, td { padding: .25rem 0; } tr { padding: .75rem 0; border-top: 1px solid var(--rule); } }
@media print { :root { color-scheme: light; } body { max-width: none; margin: 0; background: none; } tr { break-inside: avoid; } }
`;

/** The aligned text as one page of HTML, a column an edition: self-contained, without scripts, everything in it escaped. */
export function writeBilingualHtml(text: AlignedText, words: ExportWords): string {
  const heads = text.editions.map((edition) => {
    const { title, origin } = describeEdition(text, edition, words);
    const small = `<small lang="${escape(words.language)}">${escape(origin)}</small>`;
    return `<th scope="col" lang="${escape(edition.language)}">${escape(title)}${small}</th>`;
  });
  const rows = text.units.map((unit) => writeRow(unit, text));
  const body = `<main>\n<table>\n<thead>\n<tr>${heads.join('')}</tr>\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n</main>`;
  return writePage({ language: words.language, title: titleOf(text, words), style: STYLE, body });
}

function writeRow({ id, kind, texts }: AlignedUnit, { editions }: AlignedText): string {
  const cells = editions.map(
    ({ language }, index) => `<td lang="${escape(language)}">${escape(texts[index] ?? '')}</td>`,
  );
  return `<tr id="${escape(id)}" class="${kind}">${cells.join('')}</tr>`;
}
