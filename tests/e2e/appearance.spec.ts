import { expect, test } from './fixtures.ts';
import { segment } from './desk.ts';

const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;

test('the theme changes at once and is there again after a restart', async ({ launchApp }) => {
  const first = await launchApp();
  const body = first.page.locator('body');
  await expect.poll(() => body.evaluate(groundOf)).toBe('rgb(250, 247, 240)');
  await first.page.keyboard.press('Shift+T');
  await expect.poll(() => body.evaluate(groundOf)).toBe('rgb(28, 26, 23)');
  await first.app.close();

  const second = await launchApp();
  await expect.poll(() => second.page.locator('body').evaluate(groundOf)).toBe('rgb(28, 26, 23)');
});

test('the interface changes its language at once, everywhere, menu included', async ({ launchApp }) => {
  const { app, page } = await launchApp();
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeVisible();
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('radio', { name: '左右对照' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('contentinfo')).toContainText('已保存');
  await expect
    .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go-to-notes')?.label))
    .toBe('全部笔记');
  await page.getByRole('navigation', { name: '功能' }).getByRole('button', { name: '设置' }).click();
  await expect(
    page
      .getByRole('heading', { level: 1, name: '设置' })
      .or(page.getByRole('heading', { name: '设置' }))
      .first(),
  ).toBeVisible();
});

test('a Chinese system is greeted in Chinese', async ({ launchApp }) => {
  const { page } = await launchApp({ locale: 'zh-CN' });
  await expect(page.getByRole('radio', { name: '左右对照' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
});

test('the type grows by key and by menu, and stays so after a restart', async ({ launchApp }) => {
  const sizeOf = (element: Element) => getComputedStyle(element).fontSize;
  const first = await launchApp();
  await expect.poll(() => segment(first.page, 'opening', 'en').evaluate(sizeOf)).toBe('17px');
  await first.page.keyboard.press('Control+=');
  await first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('larger-type')?.click());
  await expect.poll(() => segment(first.page, 'opening', 'en').evaluate(sizeOf)).toBe('19px');
  await expect.poll(() => segment(first.page, 'opening', 'zh-Hans').evaluate(sizeOf)).toBe('21px');
  await first.app.close();
  const second = await launchApp();
  await expect.poll(() => segment(second.page, 'opening', 'en').evaluate(sizeOf)).toBe('19px');
});

test('nothing moves for readers who asked for stillness', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const duration = await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button')
    .first()
    .evaluate((button) => getComputedStyle(button).transitionDuration);
  expect(new Set(duration.split(', '))).toEqual(new Set(['0s']));
});
