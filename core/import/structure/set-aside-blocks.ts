import type { Block, ImportFormat } from '../imported-document.ts';
import { parseLanguageName } from '../language/language-names.ts';
import { recognizeDebris } from './page-debris.ts';
import { measureText } from '../language/script.ts';
import { endStrength } from './sentence-ends.ts';
import type { SetAsideReason } from '../set-aside.ts';

/** Formats that pages of the web come in, with all that stands around a text there. */
const PAGES: ReadonlySet<ImportFormat> = new Set(['text', 'html', 'pdf']);

/** So many Latin letters in one block are an article and not a remark of the page. */
const LONG = 240;

/** Menus: at least so many lines in a row, each of at most so many Latin letters. */
const MENU = { lines: 4, letters: 26 };

/** What begins the end of a page: nothing of the text comes after it. */
const ENDS_A_PAGE: ReadonlySet<SetAsideReason> = new Set(['share', 'comments', 'copyright']);

/**
 * For each block why it is no part of the text, or undefined if it is. The file says so itself; or the words are those
 * of buttons, captions and the like; or it stands among such at the end of a page, or in a menu before the text.
 */
export function findAsides(
  blocks: readonly Block[],
  format: ImportFormat,
): readonly (SetAsideReason | undefined)[] {
  const isPage = PAGES.has(format);
  const headers = new Set([...findTableHeaders(blocks), ...findLanguageLabels(blocks)]);
  const reasons = blocks.map(({ text, aside, role }, index) => {
    if (aside !== undefined) return aside;
    if (headers.has(index)) return 'table-header';
    if (role === 'cell') return undefined;
    const reason = recognizeDebris(text);
    return isPage || reason === 'separator' ? reason : undefined;
  });
  if (!isPage) return reasons;
  const end = findPageEnd(blocks, reasons);
  const withTail = reasons.map((reason, index) =>
    index < end ? reason : reasons.slice(end, index + 1).findLast((one) => one !== undefined),
  );
  const menus = findMenus(blocks, withTail);
  return withTail.map((reason, index) => reason ?? (menus.has(index) ? 'navigation' : undefined));
}

/** The cells of rows that only name languages. */
function findTableHeaders(blocks: readonly Block[]): ReadonlySet<number> {
  const rows = new Map<string, number[]>();
  for (const [index, { cell }] of blocks.entries()) {
    if (cell === undefined || cell.row > 1) continue;
    const key = `${cell.table} ${cell.row}`;
    const row = rows.get(key) ?? [];
    row.push(index);
    rows.set(key, row);
  }
  const isHeader = (row: readonly number[]): boolean => {
    const named = row.filter((index) => parseLanguageName(blocks[index]?.text ?? '') !== undefined);
    return named.length >= 2 && named.length >= row.length - 1;
  };
  return new Set([...rows.values()].filter(isHeader).flat());
}

/** Lines that only say in which language the text after them is ("中文", "[English]"), where there are several. */
function findLanguageLabels(blocks: readonly Block[]): readonly number[] {
  const labels = blocks.flatMap(({ text, cell }, index) => {
    const label = text.replace(/^[\s【[（(]+|[\s】\]）):：]+$/gu, '');
    const isName =
      cell === undefined && label.length >= 2 && label.length <= 20 && !/^[a-z]{2}$/iu.test(label);
    const language = isName ? parseLanguageName(label) : undefined;
    return language === undefined ? [] : [{ index, language }];
  });
  const isSeveral = new Set(labels.map(({ language }) => language)).size > 1;
  return isSeveral ? labels.map(({ index }) => index) : [];
}

/** Where the page goes on after its text: from there hardly anything long is left, and marks of pages stand thick. */
function findPageEnd(blocks: readonly Block[], reasons: readonly (SetAsideReason | undefined)[]): number {
  const end = reasons.findIndex((reason, index) => {
    if (reason === undefined || !ENDS_A_PAGE.has(reason) || index < blocks.length / 3) return false;
    const rest = blocks.slice(index);
    const unknown = rest.filter((_block, offset) => reasons[index + offset] === undefined);
    return (
      unknown.every(({ text }) => measureText(text) < LONG) &&
      unknown.length <= Math.max(3, rest.length * 0.6)
    );
  });
  return end === -1 ? blocks.length : end;
}

/** Runs of very short lines with known parts of the page among them are its menus. */
function findMenus(
  blocks: readonly Block[],
  reasons: readonly (SetAsideReason | undefined)[],
): ReadonlySet<number> {
  const menus = new Set<number>();
  let run: number[] = [];
  for (let index = 0; index <= blocks.length; index += 1) {
    const block = blocks[index];
    if (block !== undefined && isMenuLine(block)) run.push(index);
    else {
      const known = run.filter((at) => reasons[at] !== undefined && reasons[at] !== 'separator').length;
      if (run.length >= MENU.lines && known * 3 >= run.length) for (const member of run) menus.add(member);
      run = [];
    }
  }
  return menus;
}

function isMenuLine({ text, role }: Block): boolean {
  const isHeading = role === 'heading' || role === 'title';
  return (
    !isHeading && text.length <= MENU.letters && measureText(text) <= MENU.letters && endStrength(text) === 0
  );
}
