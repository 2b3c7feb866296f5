import type { Page } from '@playwright/test';
import { HIGHLIGHT_COLORS } from '../../core/annotation/annotation.ts';
import {
  clickWords,
  describeWords,
  paintedMarks,
  paintedWords,
  margin,
  segment,
  selectWords,
  selectWordsByKeys,
  waitForNotesOnDisk,
  work,
  waitForRest,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

const COLOR_NAMES = ['key term', 'good rendering', 'structure', 'doubtful', 'to learn'];

interface WordsOfUnit {
  readonly unit: string;
  readonly words: string;
}

function toolbar(page: Page) {
  return page.getByRole('toolbar', { name: 'Selected words' });
}

function pressColor(page: Page, name: string) {
  return toolbar(page)
    .getByRole('button', { name: `Highlight: ${name}` })
    .click();
}

test('words selected in Chinese or English are painted and kept as the standard has it', async ({
  page,
  userData,
}) => {
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  for (const name of COLOR_NAMES) {
    await expect(toolbar(page).getByRole('button', { name: `Highlight: ${name}` })).toBeVisible();
  }
  await pressColor(page, 'good rendering');
  await expect(toolbar(page)).toHaveCount(0);
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-green-0': ['网络主权'] });

  const english = 'sovereignty in information space';
  await selectWords(page, 'item-1', 'en', english);
  await pressColor(page, 'doubtful');
  await expect
    .poll(() => paintedMarks(page))
    .toEqual({ 'mark-green-0': ['网络主权'], 'mark-red-0': [english] });

  const [chinese, other] = await waitForNotesOnDisk(userData, 2);
  expect(chinese).toMatchObject({ kind: 'highlight', color: 'green', body: '', tags: [] });
  expect(chinese?.targets).toEqual([describeWords('item-1', 'zh-Hans', '网络主权')]);
  expect(other).toMatchObject({ kind: 'highlight', color: 'red' });
  expect(other?.targets).toEqual([describeWords('item-1', 'en', english)]);
  for (const target of [...(chinese?.targets ?? []), ...(other?.targets ?? [])]) {
    expect(Object.keys(target)).toEqual(['unit', 'language', 'selector']);
    const [quote, position] = target.selector;
    const text = work.units.find(({ id }) => id === target.unit)?.segments[target.language] ?? '';
    expect(text.slice(position.start, position.end)).toBe(quote.exact);
    expect(quote.prefix.length).toBeLessThanOrEqual(32);
    expect(quote.suffix.length).toBeLessThanOrEqual(32);
  }
});

test('words on several lines are highlighted whole', async ({ page, userData }) => {
  const words =
    '信息基础设施和信息通信技术的长足进步，信息网络空间深刻改变了人类的生产生活，有力推动着社会发展';
  await selectWords(page, 'opening', 'zh-Hans', words);
  await pressColor(page, 'structure');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-blue-0': [words] });
  const [annotation] = await waitForNotesOnDisk(userData, 1);
  expect(annotation?.targets).toEqual([describeWords('opening', 'zh-Hans', words)]);
});

test('the keyboard highlights what the mouse does', async ({ page, userData }) => {
  await selectWordsByKeys(page, 'item-4', 'zh-Hans', '弥合数字鸿沟');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('h');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['弥合数字鸿沟'] });
  await expect(toolbar(page)).toHaveCount(0);

  const [annotation] = await waitForNotesOnDisk(userData, 1);
  expect(annotation?.targets).toEqual([describeWords('item-4', 'zh-Hans', '弥合数字鸿沟')]);
  // The caret goes on from where it was.
  await expect(segment(page, 'item-4', 'zh-Hans')).toBeFocused();
});

test('the digits 1 to 5 give the five colours to selected words, in English too', async ({
  page,
  userData,
}) => {
  const words = ['Step', 'scientific', 'technological', 'cooperation', 'information'];
  for (const [index, word] of words.entries()) {
    await selectWordsByKeys(page, 'item-3', 'en', word);
    await expect(toolbar(page)).toBeVisible();
    await page.keyboard.press(String(index + 1));
    await expect(toolbar(page)).toHaveCount(0);
  }
  await expect
    .poll(() => paintedMarks(page))
    .toEqual(Object.fromEntries(HIGHLIGHT_COLORS.map((color, index) => [`mark-${color}-0`, [words[index]]])));
  // Without a selection the digits are the views again.
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Line by line' })).toBeChecked();

  const annotations = await waitForNotesOnDisk(userData, 5);
  expect(annotations.map(({ color }) => color)).toEqual(HIGHLIGHT_COLORS);
});

test('a key that comes before the browser has told of the selection takes all of it', async ({ page }) => {
  await selectWordsByKeys(page, 'item-3', 'en', 'technological');
  await expect(toolbar(page)).toBeVisible();
  await page.evaluate(() => {
    document.getSelection()?.modify('extend', 'forward', 'word');
    const press = new KeyboardEvent('keydown', { key: '3', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(press);
  });
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-blue-0': ['technological cooperation'] });
});

test('highlights that overlap lie on layers of their own, and a press takes the innermost', async ({
  page,
  userData,
}) => {
  await selectWords(page, 'item-1', 'zh-Hans', '倡导推动尊重各国网络主权');
  await pressColor(page, 'key term');
  await selectWords(page, 'item-1', 'zh-Hans', '尊重各国网络主权，反对侵犯');
  await pressColor(page, 'good rendering');
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await pressColor(page, 'structure');
  await expect
    .poll(() => paintedMarks(page))
    .toEqual({
      'mark-yellow-0': ['倡导推动尊重各国网络主权'],
      'mark-green-1': ['尊重各国网络主权，反对侵犯'],
      'mark-blue-2': ['网络主权'],
    });
  await waitForNotesOnDisk(userData, 3);

  await page.keyboard.press('Escape');
  await expect.poll(() => paintedWords(page, 'active-mark')).toEqual([]);
  await clickWords(page, 'item-1', 'zh-Hans', '网络主权');
  await expect.poll(() => paintedWords(page, 'active-mark')).toEqual(['网络主权']);
  await expect(
    margin(page, 'item-1').getByRole('article', { name: 'Highlight on “网络主权”' }),
  ).toHaveAttribute('data-active', '');
  await clickWords(page, 'item-1', 'zh-Hans', '反对侵犯');
  await expect.poll(() => paintedWords(page, 'active-mark')).toEqual(['尊重各国网络主权，反对侵犯']);
  // A mere highlight has no card once something else is chosen.
  await expect(margin(page, 'item-1').getByRole('article')).toHaveCount(1);
  await clickWords(page, 'item-2', 'zh-Hans', '煽动');
  await expect(margin(page, 'item-1')).toHaveCount(0);
});

test('a drag over two clauses stays in its language', async ({ page, userData }) => {
  await dragWords(
    page,
    { unit: 'item-1', words: '反对侵犯他国网络主权的行为。' },
    { unit: 'item-2', words: '共同倡导推动' },
  );
  await expect(toolbar(page)).toBeVisible();
  expect(await page.evaluate(() => document.getSelection()?.toString() ?? '')).not.toMatch(/[A-Za-z]{2}/);
  await page.keyboard.press('1');
  await expect
    .poll(() => paintedMarks(page))
    .toEqual({ 'mark-yellow-0': ['反对侵犯他国网络主权的行为。', '二、共同倡导推动'] });
  const [annotation] = await waitForNotesOnDisk(userData, 1);
  expect(annotation?.targets).toEqual([
    describeWords('item-1', 'zh-Hans', '反对侵犯他国网络主权的行为。'),
    describeWords('item-2', 'zh-Hans', '二、共同倡导推动'),
  ]);
});

test('the toolbar covers neither the selected words nor the line above them', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  const isAbove: boolean[] = [];
  for (const [unit, language, words] of [
    ['item-4', 'zh-Hans', '加强信息网络空间'],
    ['opening', 'zh-Hans', '有力推动着社会发展'],
    ['opening', 'en', 'profoundly changed'],
    ['recital-recognize', 'zh-Hans', '我们认为'],
    ['recital-advocate', 'en', 'multilateral, democratic and transparent global Internet governance system'],
    ['item-7', 'zh-Hans', '跨境网络安全威胁治理'],
  ] as const) {
    await segment(page, unit, language).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await selectWords(page, unit, language, words);
    await expect(toolbar(page)).toBeVisible();
    const { box, selected, lines } = await page.evaluate(() => {
      const plain = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
      const range = document.getSelection()?.getRangeAt(0);
      const bar = document.querySelector('[role="toolbar"]');
      if (range === undefined || bar === null) throw new Error('nothing is selected');
      const whole = document.createRange();
      const texts = [...document.querySelectorAll('[data-language]')].flatMap((element) => {
        whole.selectNodeContents(element);
        return [...whole.getClientRects()].filter(({ width }) => width > 2).map(plain);
      });
      return {
        box: plain(bar.getBoundingClientRect()),
        selected: [...range.getClientRects()].filter(({ width }) => width > 2).map(plain),
        lines: texts,
      };
    });
    const covers = (line: typeof box) =>
      line.left < box.right && box.left < line.right && line.top < box.bottom && box.top < line.bottom;
    expect(selected.filter(covers), words).toEqual([]);
    const top = Math.min(...selected.map((line) => line.top));
    expect(
      lines.filter((line) => line.bottom <= top + 4 && covers(line)),
      words,
    ).toEqual([]);
    isAbove.push(box.bottom <= top);
    await page.keyboard.press('Escape');
    await expect(toolbar(page)).toHaveCount(0);
  }
  // Both sides occur: above where there is room between the clauses, below inside a paragraph.
  expect(new Set(isAbove)).toEqual(new Set([true, false]));
});

/** Drags from the first letter of some Chinese words to the last of others. */
async function dragWords(page: Page, from: WordsOfUnit, to: WordsOfUnit): Promise<void> {
  const place = segment(page, to.unit, 'zh-Hans');
  await place.scrollIntoViewIfNeeded();
  await waitForRest(place);
  const places = await page.evaluate(
    (ends) =>
      ends.map(({ unit, words }, index) => {
        const element = document.querySelector(`[data-unit="${unit}"][data-language="zh-Hans"]`);
        // Behind the printed number, which is an element of its own.
        const text = element?.lastChild;
        const start = text instanceof Text ? text.data.indexOf(words) : -1;
        if (!(text instanceof Text) || start === -1) throw new Error(`"${words}" is not in "${unit}"`);
        const at = index === 0 ? start : start + words.length - 1;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        return { x: index === 0 ? box.left + 1 : box.right - 1, y: box.top + box.height / 2 };
      }),
    [from, to],
  );
  const [start, end] = places;
  if (start === undefined || end === undefined) throw new Error('nothing was measured');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}
