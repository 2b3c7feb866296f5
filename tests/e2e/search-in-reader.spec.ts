import type { Page } from '@playwright/test';
import { indexLinks } from '../../core/text/link-index.ts';
import { findLinkedSpans } from '../../core/search/linked-spans.ts';
import { spanText, type TextSpan } from '../../core/text/text-span.ts';
import { caretOffset, currentUnit, paintedWords, segment, work } from './desk.ts';
import { expect, test } from './fixtures.ts';

/** Where some words stand in the Chinese text: a literal scan that shares nothing with the program. */
function placesOf(words: string): readonly { readonly unit: string; readonly span: TextSpan }[] {
  return work.units.flatMap(({ id, segments }) =>
    [...(segments['zh-Hans'] ?? '').matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
      unit: id,
      span: { start: index, end: index + words.length },
    })),
  );
}

function steps(page: Page) {
  return page.getByRole('group', { name: 'From hit to hit' });
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await expect(
    page
      .getByRole('listbox', { name: /results/i })
      .getByRole('option')
      .first(),
  ).toBeVisible();
}

test('what answers a hit is marked in the other language, hits and answers apart', async ({ page }) => {
  await search(page, '主权');
  const [first] = placesOf('主权');
  const unit = work.units.find(({ id }) => id === first?.unit);
  const hits = placesOf('主权')
    .filter((place) => place.unit === unit?.id)
    .map(({ span }) => span);
  const linked = findLinkedSpans(indexLinks(work), unit?.id ?? '', { 'zh-Hans': hits })['en'] ?? [];
  expect(linked.length).toBeGreaterThan(0);
  await page.keyboard.press('F3');
  const expected = linked.map((span) => spanText(unit?.segments['en'] ?? '', span));
  await expect.poll(() => paintedWords(page, 'linked-hit')).toEqual(expect.arrayContaining(expected));
  expect(new Set(await paintedWords(page, 'search-hit'))).toEqual(new Set(['主权']));
});

test('F3 goes through all hits of the text and round again, with the caret on them and a count', async ({
  page,
}) => {
  const places = placesOf('信息网络空间');
  expect(places.length).toBeGreaterThan(3);
  await search(page, '信息网络空间');
  await page.keyboard.press('Enter');
  // Enter goes to the best result; the steps go on from there, in the order of the text.
  const at = async () => ({
    unit: await currentUnit(page),
    caret: await caretOffset(page, (await currentUnit(page)) ?? '', 'zh-Hans'),
  });
  await expect(steps(page).getByRole('status')).toContainText(`of ${places.length}`);
  const begun = await at();
  const start = places.findIndex(({ unit, span }) => unit === begun.unit && span.start === begun.caret);
  expect(start).toBeGreaterThanOrEqual(0);
  for (let step = 1; step <= places.length; step += 1) {
    const index = (start + step) % places.length;
    await page.keyboard.press('F3');
    await expect(steps(page).getByRole('status')).toContainText(`${index + 1} of ${places.length}`);
    expect(await at()).toEqual({ unit: places[index]?.unit, caret: places[index]?.span.start });
    await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['信息网络空间']);
    if (index === 0) await expect(steps(page).getByRole('status')).toContainText('from the beginning again');
    else await expect(steps(page).getByRole('status')).not.toContainText('again');
  }
  await page.keyboard.press('Shift+F3');
  const before = (start - 1 + places.length) % places.length;
  await expect(steps(page).getByRole('status')).toContainText(`${before + 1} of ${places.length}`);
  await page.keyboard.press('Control+g');
  await expect(steps(page).getByRole('status')).toContainText(`${start + 1} of ${places.length}`);
  await expect(segment(page, begun.unit ?? '', 'zh-Hans')).toBeFocused();
});

test('from the box F3 only shows the hits, and Escape leads back', async ({ page }) => {
  const scroller = page.getByRole('document', { name: /Joint Statement/ });
  await search(page, '路线图');
  const before = await scroller.evaluate((element) => element.scrollTop);
  await page.keyboard.press('F3');
  await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['路线图']);
  await expect(page.getByRole('searchbox', { name: /search/i })).toBeFocused();
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(before);
});

test('the steps begin where the reader is, and go on from where the text was pressed', async ({ page }) => {
  const places = placesOf('合作');
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('5');
  await page.keyboard.press('Enter');
  await search(page, '合作');
  const from = (unit: string) => {
    const order = work.units.map(({ id }) => id);
    return places.findIndex((place) => order.indexOf(place.unit) >= order.indexOf(unit));
  };
  await steps(page).getByRole('button', { name: /next/i }).click();
  await expect(steps(page).getByRole('status')).toContainText(`${from('item-5') + 1} of ${places.length}`);
  await segment(page, 'item-2', 'zh-Hans').click();
  await page.keyboard.press('F3');
  await expect(steps(page).getByRole('status')).toContainText(`${from('item-2') + 1} of ${places.length}`);
});

test('marks beside the scroll bar show where hits are, leave the bar free and lead there', async ({
  page,
}) => {
  await search(page, '信息网络空间');
  const strip = page.locator('[data-overview]');
  await expect(strip).toBeVisible();
  await expect(strip).toHaveAttribute('aria-hidden', 'true');
  const scroller = page.getByRole('document', { name: /Joint Statement/ });
  const bar = await scroller.evaluate((element) => {
    const { left } = element.getBoundingClientRect();
    return left + element.clientWidth;
  });
  const box = await strip.boundingBox();
  expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(bar);
  const units = new Set(placesOf('信息网络空间').map(({ unit }) => unit));
  const marks = await strip
    .locator('path')
    .first()
    .evaluate((path) => (path.getAttribute('d') ?? '').split('M').filter((part) => part !== '').length);
  expect(marks).toBeGreaterThan(3);
  expect(marks).toBeLessThanOrEqual(units.size);
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + (box?.height ?? 0) - 4);
  const last = placesOf('信息网络空间').at(-1)?.unit ?? '';
  await expect.poll(() => currentUnit(page)).toBe(last);
  await expect(segment(page, last, 'zh-Hans')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(strip).toHaveCount(0);
});
