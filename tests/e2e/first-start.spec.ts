import { segmentContent, work } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('a first start shows the whole statement in both languages, row by row', async ({ page }) => {
  await expect(page).toHaveTitle('Duizhao 对照');
  for (const unit of work.units) {
    expect(await segmentContent(page, unit.id, 'zh-Hans')).toBe(unit.segments['zh-Hans']);
    expect(await segmentContent(page, unit.id, 'en')).toBe(unit.segments['en']);
  }
  const tops = await page.locator('[data-row="item-4"]').evaluate((row) =>
    [...row.querySelectorAll('[data-language]')].map((segment) => {
      const range = document.createRange();
      range.selectNodeContents(segment);
      const lines = [...range.getClientRects()].filter((line) => line.width > 2);
      return Math.min(...lines.map((line) => line.top));
    }),
  );
  expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 100))).toBeLessThan(12);
});

test('every segment names its language, and the program its own', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('[data-language="zh-Hans"][lang="zh-Hans"]')).toHaveCount(work.units.length);
  await expect(page.locator('[data-language="en"][lang="en"]')).toHaveCount(work.units.length);
});

test('the printed numbers hang in the gutter in both scripts', async ({ page }) => {
  const row = page.getByRole('group', { name: 'Item 4', exact: true });
  await expect(row.getByText('四', { exact: true })).toBeVisible();
  await expect(row.getByText('4', { exact: true })).toBeVisible();
});

test('the bundled fonts are the ones that set the text', async ({ page }) => {
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family);
  });
  expect(loaded.join()).toContain('Noto Serif SC');
  expect(loaded.join()).toContain('Source Serif 4');
});
