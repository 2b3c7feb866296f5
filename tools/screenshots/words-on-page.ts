import type { Page } from '@playwright/test';

type Language = 'zh-Hans' | 'en';

/** Selects words of a segment, as the keyboard does: the mouse stays where it is. */
export async function selectWords(
  page: Page,
  unit: string,
  language: Language,
  words: string,
): Promise<void> {
  await page.locator(`[data-unit="${unit}"][data-language="${language}"]`).evaluate((segment, wanted) => {
    const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`"${wanted}" is not in "${segment.textContent}"`);
  }, words);
}

/** Brings the pointer over words of a segment. */
export async function hoverWords(page: Page, unit: string, language: Language, words: string): Promise<void> {
  await selectWords(page, unit, language, words);
  const point = await page.evaluate(() => {
    const box = document.getSelection()?.getRangeAt(0).getClientRects()[0];
    document.getSelection()?.removeAllRanges();
    return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  if (point === null) throw new Error(`"${words}" is not on the screen`);
  // The pointer must move over them: one that only appears there is not heard of.
  await page.mouse.move(point.x - 4, point.y);
  await page.mouse.move(point.x, point.y);
}

/** Brings the pointer where it lights nothing. */
export async function putPointerAway(page: Page): Promise<void> {
  await page.mouse.move(1, 700);
}
