import path from 'node:path';
import type { Page } from '@playwright/test';
import { hoverWords, putPointerAway, selectWords } from './words-on-page.ts';

/** A screen of the program with the notes of a diligent reader in it. */
export interface Screen {
  readonly name: string;
  /** Brings it up, from reading side by side. */
  readonly show: (page: Page) => Promise<void>;
  /** Goes back to reading side by side. */
  readonly leave: (page: Page) => Promise<void>;
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

const BACK_TO_READING = press('Control+2');

/** A text as a reader may have it: both languages in turn. */
const OWN_TEXT = Buffer.from(
  [
    '国家关系基本原则 Principles of Relations between States',
    '一、相互尊重主权和领土完整。1. Mutual respect for sovereignty and territorial integrity.',
    '二、互不侵犯。2. Mutual non-aggression.',
    '三、互不干涉内政。3. Non-interference in each other’s internal affairs.',
    '四、平等互利。4. Equality and mutual benefit.',
    '五、和平共处。5. Peaceful coexistence.',
  ].join('\n'),
);

/** Some clauses of the joint statement in Russian. */
const RUSSIAN_EDITION = path.resolve(import.meta.dirname, '../../tests/fixtures/joint-statement-2016.ru.md');

export const SCREENS: readonly Screen[] = [
  {
    name: 'reading',
    show: async (page) => {
      await goToConsensus(page);
      await hoverWords(page, 'item-4', 'en', 'technical assistance');
      await page.waitForFunction(() => CSS.highlights.has('lit-link'));
    },
    leave: putPointerAway,
  },
  {
    name: 'selection-toolbar',
    show: async (page) => {
      await selectWords(page, 'item-3', 'zh-Hans', '信息交流与人才培训');
      await page
        .getByRole('toolbar')
        .filter({ has: page.locator('[data-color]') })
        .last()
        .waitFor();
    },
    leave: (page) => page.evaluate(() => document.getSelection()?.removeAllRanges()),
  },
  {
    name: 'remark',
    show: async (page) => {
      await scrollTo(page, 'item-2');
      await row(page, 'item-4').locator('[aria-expanded]').first().click();
      await putPointerAway(page);
      await row(page, 'item-4').getByRole('note').first().waitFor();
    },
    leave: (page) => row(page, 'item-4').locator('[aria-expanded="true"]').first().click(),
  },
  {
    name: 'line-by-line',
    show: async (page) => {
      await page.keyboard.press('2');
      await page.locator('[data-row][data-view="line-by-line"]').first().waitFor();
      await goToConsensus(page);
      await hoverWords(page, 'item-2', 'en', 'cultural traditions');
    },
    leave: async (page) => {
      await putPointerAway(page);
      await page.keyboard.press('1');
    },
  },
  {
    name: 'single',
    show: async (page) => {
      await page.keyboard.press('3');
      await page.locator('[data-row][data-view="single"]').first().waitFor();
      await goToConsensus(page);
      await row(page, 'item-4').locator('[aria-expanded]').first().click();
      await putPointerAway(page);
      await page.locator('[data-unit="item-4"][data-language="en"]').waitFor();
    },
    leave: async (page) => {
      await row(page, 'item-4').locator('[aria-expanded]').first().click();
      await page.keyboard.press('1');
    },
  },
  {
    name: 'search',
    show: async (page) => {
      await goToConsensus(page);
      await press('/')(page);
      await page.keyboard.insertText('互联网');
      await page.getByRole('option').first().waitFor();
      await press('ArrowDown', 'ArrowDown')(page);
    },
    leave: press('Escape'),
  },
  {
    name: 'concordance',
    show: async (page) => {
      await press('Control+5')(page);
      await page.keyboard.insertText('信息网络空间');
      await page.locator('[role="grid"] [data-index="2"]').waitFor();
      await putPointerAway(page);
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'palette',
    show: async (page) => {
      await goToConsensus(page);
      await press('Control+k')(page);
      await page.getByRole('menuitem').first().waitFor();
    },
    leave: press('Escape', 'Escape'),
  },
  { name: 'revisions', show: showDialog('Control+Shift+K'), leave: press('Escape') },
  { name: 'keys', show: showDialog('?'), leave: press('Escape') },
  {
    name: 'go-to-unit',
    show: async (page) => {
      await showDialog('g')(page);
      await page.keyboard.insertText('六');
    },
    leave: press('Escape'),
  },
  {
    name: 'glossary',
    show: async (page) => {
      await press('Control+4')(page);
      await page.getByRole('row').filter({ hasText: 'liánhé shēngmíng' }).click();
      await putPointerAway(page);
      await page.locator('tr + tr').first().waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'notes',
    show: async (page) => {
      await press('Control+3')(page);
      await page.getByRole('main').getByText('产业间交往').filter({ visible: true }).first().waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'library',
    show: async (page) => {
      await press('Control+1')(page);
      await page.getByRole('main').getByRole('row').first().waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'backups',
    show: async (page) => {
      await press('Control+Shift+B')(page);
      await page.getByRole('main').getByRole('option').first().click();
      await page.getByRole('main').getByRole('heading', { level: 4 }).waitFor();
      await putPointerAway(page);
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'settings',
    show: async (page) => {
      await press('Control+,')(page);
      await page.getByRole('main').getByRole('slider').first().waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'alignment',
    show: async (page) => {
      await press('Control+Shift+A')(page);
      await page
        .getByRole('main')
        .getByText(/\d\s?%/u)
        .first()
        .waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'edition',
    show: async (page) => {
      await press('Control+Shift+X')(page);
      const main = page.getByRole('main');
      await main.locator('input[type="file"]').waitFor({ state: 'attached' });
      const chooser = page.waitForEvent('filechooser');
      await main.getByRole('button').first().click();
      await (await chooser).setFiles(RUSSIAN_EDITION);
      await main.getByRole('combobox').first().waitFor();
      await main.getByRole('button').last().click();
      await main.getByRole('row').nth(1).waitFor();
    },
    leave: BACK_TO_READING,
  },
  {
    // The edition of the screen before is put beside the others.
    name: 'three-columns',
    show: async (page) => {
      await press('Control+Shift+X')(page);
      const main = page.getByRole('main');
      await main.getByRole('row').nth(1).waitFor();
      await main.getByRole('button').last().click();
      await main.getByRole('textbox').first().waitFor();
      await main.getByRole('button').last().click();
      await page.getByRole('dialog').getByRole('button').last().click();
      await page.locator('[data-unit="item-4"][data-language="ru"]').waitFor();
      await goToConsensus(page);
      await putPointerAway(page);
    },
    leave: BACK_TO_READING,
  },
  {
    name: 'import',
    show: async (page) => {
      await press('Control+o')(page);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('main').getByRole('button').first().click();
      await (await chooser).setFiles({ name: 'principles.txt', mimeType: 'text/plain', buffer: OWN_TEXT });
      await page.getByRole('main').getByRole('combobox').first().waitFor();
      await page.getByRole('main').getByRole('button').last().click();
      await page.getByRole('main').getByRole('row').nth(1).waitFor();
    },
    leave: BACK_TO_READING,
  },
];

function row(page: Page, unit: string) {
  return page.locator(`[data-row="${unit}"]`);
}

function showDialog(key: string) {
  return async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
  };
}

/** To the seven items, with the fourth as the current one and the heading at the upper edge. */
async function goToConsensus(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button').filter({ hasText: /^4 / }).click();
  await page.locator('[data-row="item-4"][data-current]').waitFor();
  await scrollTo(page, 'have-reached');
}

/** Brings a clause with its heading to the upper edge. */
async function scrollTo(page: Page, unit: string): Promise<void> {
  await row(page, unit).evaluate((element) => {
    const scroller = element.closest('[role="document"]');
    const top = element.parentElement?.getBoundingClientRect().top ?? 0;
    scroller?.scrollBy({ top: top - scroller.getBoundingClientRect().top - 8, behavior: 'instant' });
    // A pressed line of the contents would keep its ring.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}
