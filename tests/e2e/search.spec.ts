import { UNIT_KINDS } from '../../core/text/work.ts';
import { expect, test } from './fixtures.ts';
import { currentUnit, paintedWords, segment, work } from './desk.ts';

/** The units in whose segment some words stand: a literal scan that shares nothing with the program. */
function unitsWith(language: 'zh-Hans' | 'en', pattern: RegExp): readonly string[] {
  return work.units.filter((unit) => pattern.test(unit.segments[language] ?? '')).map(({ id }) => id);
}

test('Chinese is found mid-sentence, hits are marked, the arrows show them and Enter goes there', async ({
  page,
}) => {
  await page.keyboard.press('/');
  await page.keyboard.type('络空间');
  const results = page.getByRole('listbox', { name: /results/i });
  await expect(results.getByRole('option').first()).toBeVisible();
  const count = work.units.flatMap((unit) => [
    ...(unit.segments['zh-Hans'] ?? '').matchAll(/络空间/g),
  ]).length;
  await expect(page.getByText(`${count} places`)).toBeVisible();
  await expect.poll(async () => new Set(await paintedWords(page, 'search-hit'))).toEqual(new Set(['络空间']));

  await page.keyboard.press('ArrowDown');
  await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['络空间']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const unit = await currentUnit(page);
  expect(unitsWith('zh-Hans', /络空间/)).toContain(unit);
  await expect(segment(page, unit ?? '', 'zh-Hans')).toBeFocused();
});

test('English is found in all its forms, a phrase only as it stands', async ({ page }) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  await box.fill('cooperating');
  await expect
    .poll(async () => new Set((await paintedWords(page, 'search-hit')).map((word) => word.toLowerCase())))
    .toEqual(new Set(['cooperation', 'cooperative']));
  await box.fill('"legal instruments"');
  await expect(page.getByText('1 clause · 1 place')).toBeVisible();
  await page.keyboard.press('F3');
  await expect.poll(() => paintedWords(page, 'search-hit')).toEqual(['legal instruments']);
  await box.fill('"instruments legal"');
  await expect.poll(() => paintedWords(page, 'search-hit')).toEqual([]);
});

test('a search that is given up leads back to where one was', async ({ page }) => {
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('3');
  await page.keyboard.press('Enter');
  const scroller = page.getByRole('document', { name: /Joint Statement/ });
  const before = await scroller.evaluate((element) => element.scrollTop);
  await page.keyboard.press('/');
  await page.keyboard.type('路线图');
  await expect(page.getByText('1 clause · 1 place')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => paintedWords(page, 'search-hit')).toEqual(['路线图']);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedWords(page, 'search-hit')).toEqual([]);
  await expect
    .poll(() => scroller.evaluate((element) => Math.round(element.scrollTop)))
    .toBe(Math.round(before));
  expect(await currentUnit(page)).toBe('item-3');
});

test('notes and their tags are searched in the same box', async ({ page }) => {
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.keyboard.type('Compare the 2015 declaration 对比');
  await page.keyboard.press('Escape');
  const box = page.getByRole('searchbox', { name: /search/i });
  await box.fill('note:declaration');
  const results = page.getByRole('listbox', { name: /results/i });
  await expect(results.getByRole('option')).toHaveCount(1);
  await expect(results.getByRole('option').first()).toContainText('2015 declaration');
  await box.fill('对比');
  await expect(results.getByRole('option')).toHaveCount(1);
});

test('a query that cannot be understood is explained', async ({ page }) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  await box.fill('"网络');
  await expect(page.getByText(/quotation mark/i)).toBeVisible();
  await box.fill('-网络');
  await expect(page.getByRole('listbox', { name: /results/i }).getByRole('option')).toHaveCount(0);
});

test('selected words are searched with f', async ({ page }) => {
  await segment(page, 'item-4', 'zh-Hans').focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('f');
  await expect(page.getByRole('searchbox', { name: /search/i })).toHaveValue(/加强/);
  await expect.poll(async () => (await paintedWords(page, 'search-hit')).length).toBeGreaterThan(1);
});

test('the card of the empty box teaches by examples that can be tried', async ({ page }) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  await box.focus();
  const card = page.getByRole('region', { name: /how to search/i });
  await card.getByRole('button', { name: /NEAR/ }).click();
  await expect(box).toHaveValue('respect NEAR/3 sovereignty');
  await expect(box).toBeFocused();
  await expect
    .poll(async () => new Set((await paintedWords(page, 'search-hit')).map((word) => word.toLowerCase())))
    .toEqual(new Set(['respecting', 'sovereignty']));
});

test('what the Chinese says and the translation does not, and what answers what', async ({ page }) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  const results = page.getByRole('listbox', { name: /results/i });
  await box.fill('zh\uff1a新秩序 & en\uff1a-order');
  await expect(results.getByRole('group')).toHaveCount(
    unitsWith('zh-Hans', /新秩序/).filter((id) => !unitsWith('en', /\border\b/i).includes(id)).length,
  );
  await box.fill('linked:"网络"→"Internet"');
  await expect(results.getByRole('group')).toHaveCount(1);
  await expect(results.locator('mark')).toHaveText(['网络', 'Internet']);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['网络']);
});

test('suggestions open by themselves where few things can stand, and leave the arrow keys to the results elsewhere', async ({
  page,
}) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  const suggestions = page.getByRole('listbox', { name: /suggestions/i });
  const results = page.getByRole('listbox', { name: /results/i });
  await box.focus();
  await page.keyboard.type('kind:');
  await expect(suggestions.getByRole('option')).toHaveCount(UNIT_KINDS.length);
  await expect(page.getByText(/nothing to look for yet/i)).toBeVisible();
  await page.keyboard.type('i');
  await expect(suggestions.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-activedescendant', 'search-completions-0');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('kind:item');
  await expect(suggestions).toHaveCount(0);
  await expect(results.getByRole('group')).toHaveCount(
    work.units.filter(({ kind }) => kind === 'item').length,
  );

  // There are results: the arrow keys are theirs, although there are longer words.
  await box.fill('social');
  await expect.poll(async () => (await paintedWords(page, 'search-hit')).length).toBeGreaterThan(0);
  await page.keyboard.press('ArrowDown');
  await expect(results.getByRole('option', { selected: true })).toHaveCount(1);

  // Nothing is found yet: the longer words are offered, and Escape gives up the offer, not the search.
  await box.fill('sovereig');
  await expect(suggestions.getByRole('option', { name: 'sovereignty' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions).toHaveCount(0);
  await expect(box).toHaveValue('sovereig');

  await box.fill('主权 ');
  await page.keyboard.press('Alt+ArrowDown');
  await suggestions.getByRole('option', { name: /^linked:/ }).click();
  await expect(box).toHaveValue('主权 linked:');
  await expect(box).toBeFocused();
});

test('Latin letters that are no word here find Chinese by its Pinyin, and the results say so', async ({
  page,
}) => {
  const box = page.getByRole('searchbox', { name: /search/i });
  await box.fill('wǎngluò zhǔquán');
  const results = page.getByRole('listbox', { name: /results/i });
  await expect(results.getByRole('group', { name: /by pinyin/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => paintedWords(page, 'current-hit')).toEqual(['网络主权']);
  await box.fill('cyberspace');
  await expect(results.getByRole('option').first()).toBeVisible();
  await expect(results.getByRole('group', { name: /by pinyin/ })).toHaveCount(0);
});
