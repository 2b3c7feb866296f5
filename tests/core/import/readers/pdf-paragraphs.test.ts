import { describe, expect, test } from 'vitest';
import { buildLines, mendText, type PdfItem } from '../../../../core/import/readers/pdf-lines.ts';
import { buildParagraphs, type PdfPage } from '../../../../core/import/readers/pdf-paragraphs.ts';

const HEIGHT = 842;

/** An item whose letters are as wide as those of a usual font: Han characters a full square, others half of one. */
function item(text: string, x: number, y: number, size = 12): PdfItem {
  const width = Array.from(text).reduce(
    (sum, sign) => sum + (/\p{Script=Han}|[，。]/u.test(sign) ? size : size / 2),
    0,
  );
  return { text, x, y, width, size };
}

function page(number: number, items: readonly PdfItem[]): PdfPage {
  return { height: HEIGHT, lines: buildLines(items, number) };
}

function paragraphs(
  ...pages: readonly (readonly PdfItem[])[]
): readonly (readonly [string, string | undefined])[] {
  return buildParagraphs(pages.map((items, index) => page(index + 1, items))).map(({ text, role, aside }) => [
    aside ?? role,
    text,
  ]);
}

describe('the lines of a page', () => {
  test('are put together of items, with spaces where there are gaps', () => {
    const items = [
      item('joint ', 50, 700),
      item('state', 86, 700),
      item('ment', 116, 700),
      item('of', 146, 700),
      item('next', 50, 680),
    ];
    expect(buildLines(items, 1).map(({ text }) => text)).toEqual(['joint statement of', 'next']);
  });

  test('of two columns stay apart', () => {
    const items = [item('左栏', 50, 700), item('right column', 300, 700)];
    expect(buildLines(items, 1).map(({ text }) => text)).toEqual(['左栏', 'right column']);
  });

  test('have no spaces between Han characters, no radicals for characters and no ligatures', () => {
    expect(mendText('中 华 人 ⺠ 共和国 ICTs 的 ⻓足 ， ﬁnal ⼀')).toBe(
      '中华人民共和国 ICTs 的长足， final 一',
    );
  });
});

describe('the paragraphs of a PDF', () => {
  const full = 'the information space has profoundly changed peo'.padEnd(80, 'x');

  test('go on where a line is full and end where one is not', () => {
    expect(
      paragraphs([
        item(full, 50, 700),
        item('and ends here.', 50, 684),
        item('Another paragraph begins.', 50, 668),
      ]),
    ).toEqual([
      ['paragraph', `${full} and ends here.`],
      ['paragraph', 'Another paragraph begins.'],
    ]);
  });

  test('begin where a line is indented, and with a number', () => {
    const long = '双方'.repeat(20);
    expect(
      paragraphs([
        item(`${long}。`, 50, 700),
        item(long, 74, 684),
        item('合作。', 50, 668),
        item(`一、${long}`, 50, 652),
      ]),
    ).toEqual([
      ['paragraph', `${long}。`],
      ['paragraph', `${long}合作。`],
      ['paragraph', `一、${long}`],
    ]);
  });

  test('go on over the end of a page, past running heads and page numbers', () => {
    const head = (number: number): readonly PdfItem[] => [
      item('Joint Statement', 50, 820),
      item(String(number), 290, 30),
    ];
    expect(paragraphs([...head(1), item(full, 50, 100)], [...head(2), item('goes on.', 50, 700)])).toEqual([
      ['paragraph', `${full} goes on.`],
      ['running-head', 'Joint Statement'],
      ['page-number', '1'],
      ['running-head', 'Joint Statement'],
      ['page-number', '2'],
    ]);
  });

  test('of larger letters are headings, and the largest the title', () => {
    expect(
      paragraphs([
        item('Treaty of', 200, 780, 20),
        item('Friendship', 190, 756, 20),
        item('Preamble', 50, 700, 15),
        item(full, 50, 670),
        item('end.', 50, 654),
      ]),
    ).toEqual([
      ['title', 'Treaty of Friendship'],
      ['heading', 'Preamble'],
      ['paragraph', `${full} end.`],
    ]);
  });
});
