import type { Page } from '@playwright/test';
import { paintedMarks, segment, segmentContent, selectWords, waitForNotesOnDisk, work } from './desk.ts';
import { expect, test } from './fixtures.ts';

/** What assistive technology is given of a segment, in order: the static texts of the browser's accessibility tree. */
async function heard(page: Page, unit: string, language: 'zh-Hans' | 'en'): Promise<string> {
  const client = await page.context().newCDPSession(page);
  const { result } = await client.send('Runtime.evaluate', {
    expression: `document.querySelector('[data-unit="${unit}"][data-language="${language}"]')`,
  });
  const { nodes } = await client.send('Accessibility.queryAXTree', {
    objectId: result.objectId ?? '',
    role: 'StaticText',
  });
  await client.detach();
  return nodes.map(({ name }) => String(name?.value ?? '').trim()).join('|');
}

test('screen readers hear where highlights begin and end once that is asked for, and the text stays itself', async ({
  page,
  userData,
}) => {
  await selectWords(page, 'item-1', 'en', 'sovereignty in information space');
  await page.keyboard.press('1');
  await waitForNotesOnDisk(userData, 1);
  expect(await heard(page, 'item-1', 'en')).not.toContain('highlight begins');

  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Announce highlights to screen readers' }).press('Space');
  await page.keyboard.press('Control+2');
  await expect
    .poll(() => heard(page, 'item-1', 'en'))
    .toContain('highlight begins: key term|sovereignty in information space|highlight ends');

  // Neither offsets nor what is copied have changed.
  const text = work.units.find(({ id }) => id === 'item-1')?.segments['en'] ?? '';
  expect(await segmentContent(page, 'item-1', 'en')).toBe(text);
  await selectWords(page, 'item-1', 'en', "country's sovereignty in");
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("country's sovereignty in");
  await page.keyboard.press('2');
  await expect
    .poll(() => paintedMarks(page))
    .toEqual({
      'mark-yellow-0': ['sovereignty in information space'],
      'mark-green-1': ["country's sovereignty in"],
    });
  const annotations = await waitForNotesOnDisk(userData, 2);
  const position = annotations[1]?.targets[0]?.selector[1];
  expect(position?.start).toBe(text.indexOf("country's sovereignty in"));
  await expect
    .poll(() => heard(page, 'item-1', 'en'))
    .toContain(
      "highlight begins: good rendering|country's|highlight begins: key term|sovereignty in|highlight ends|information space|highlight ends",
    );

  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Announce highlights to screen readers' }).press('Space');
  await page.keyboard.press('Control+2');
  await expect.poll(() => heard(page, 'item-1', 'en')).not.toContain('highlight');
  await expect(segment(page, 'item-1', 'en').locator('[data-announcement]')).toHaveCount(0);
});
