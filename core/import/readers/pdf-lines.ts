/** A piece of text as it is placed on a page; lengths in points, from the lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What stands in one line of one column. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u;

/** A gap on the line of more than this many times the size of the letters is one between columns. */
const COLUMN_GAP = 2.5;

/** A gap of more than this is a space between words. */
const WORD_GAP = 0.16;

/**
 * Puts the items of a page together into lines, in the order in which the page draws them: that is the order of reading
 * even in tables and columns, whose lines stand at the same height.
 */
export function buildLines(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (item.text === '') continue;
    if (last !== undefined && isOnLine(last, item)) lines[lines.length - 1] = extend(last, item);
    else if (item.text.trim() !== '') {
      lines.push({
        text: item.text,
        left: item.x,
        right: item.x + item.width,
        y: item.y,
        size: item.size,
        page,
      });
    }
  }
  return lines.map((line) => ({ ...line, text: mendText(line.text) })).filter(({ text }) => text !== '');
}

function isOnLine(line: PdfLine, item: PdfItem): boolean {
  const size = Math.max(line.size, item.size, 1);
  // Raised footnote marks and mixed fonts shift the base line a little.
  if (Math.abs(item.y - line.y) > size * 0.5) return false;
  const gap = item.x - line.right;
  return gap > -size * 0.8 && gap < size * COLUMN_GAP;
}

function extend(line: PdfLine, item: PdfItem): PdfLine {
  const isBlank = item.text.trim() === '';
  const gap = item.x - line.right;
  const isSpaced = /\s$/u.test(line.text) || /^\s/u.test(item.text);
  const needsSpace = !isSpaced && gap > Math.max(line.size, item.size) * WORD_GAP;
  return {
    ...line,
    text: `${line.text}${needsSpace ? ' ' : ''}${item.text}`,
    // Blanks may reach as far as the page.
    right: isBlank ? line.right : Math.max(line.right, item.x + item.width),
    size: isBlank ? line.size : Math.max(line.size, item.size),
  };
}

/**
 * Radicals that fonts map to the glyphs of characters, and those characters, by turns: the simplified forms of
 * EquivalentUnifiedIdeograph.txt (Unicode), which compatibility normalisation leaves alone.
 */
const RADICALS =
  '⺁厂⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺏尢⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴㓁⺵羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲龟⻳龟';

const CHARACTERS = new Map(
  Array.from(RADICALS.matchAll(/(.)(.)/gsu), ([, radical = '', character = '']) => [radical, character]),
);

/**
 * Takes back what fonts and justification do to text: radicals instead of characters (U+2F00…), ligatures, spaces
 * between Han characters.
 */
export function mendText(text: string): string {
  return text
    .replace(
      /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/gu,
      (sign) => CHARACTERS.get(sign) ?? sign.normalize('NFKC'),
    )
    .replace(/\s+/gu, ' ')
    .replace(/ /gu, (_space, at: number, whole: string) =>
      WIDE.test(whole.charAt(at - 1)) && WIDE.test(whole.charAt(at + 1)) ? '' : ' ',
    )
    .trim();
}
