import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { listViolations } from './axe.ts';
import { clickWords, selectWords } from './desk.ts';
import { expect, test } from './fixtures.ts';

/** What a reader can have on screen, and the way there. */
const SCREENS: Readonly<Record<string, (page: Page, app: ElectronApplication) => Promise<unknown>>> = {
  'no notes yet': async (page) => page.keyboard.press('Control+3'),
  'the text side by side': async (page) => page.keyboard.press('1'),
  'the text line by line': async (page) => page.keyboard.press('2'),
  'one language with the other shown': async (page) => {
    await page.keyboard.press('3');
    await page.getByRole('button', { name: 'Show the other language' }).first().click();
  },
  'a remark': async (page) =>
    page
      .getByRole('button', { name: /remark/ })
      .first()
      .click(),
  'the toolbar of a selection': async (page) => {
    await selectWords(page, 'item-1', 'en', 'oppose infringements');
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  },
  'a note being written': async (page) => {
    await selectWords(page, 'item-1', 'en', 'oppose infringements');
    await page.keyboard.press('n');
    await page.keyboard.type('A **note**');
  },
  'a note in the margin': async (page) => {
    await selectWords(page, 'item-1', 'en', 'oppose infringements');
    await page.keyboard.press('q');
    await page.keyboard.type('Why not “violations”?');
    await page.keyboard.press('Escape');
  },
  'the choice between notes on the same words': async (page) => {
    for (const [words, key] of [
      ['cultural traditions', '1'],
      ['traditions', '2'],
    ] as const) {
      await selectWords(page, 'item-2', 'en', words);
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Escape');
    await clickWords(page, 'item-2', 'en', 'traditions');
    await page.getByRole('button', { name: '2 notes here' }).click();
    await expect(page.getByRole('menu', { name: /notes here$/ })).toBeVisible();
  },
  'search results': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('sovereignty');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'a search without results': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('qwertz');
  },
  'the card of the search box': async (page) => {
    await page.keyboard.press('/');
    await expect(page.getByRole('region', { name: 'How to search' })).toBeVisible();
  },
  'suggestions in the search box': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('kind:');
    await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
  },
  'the list of notes': async (page) => {
    await page.keyboard.press('n');
    await page.keyboard.type('On the title');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('heading', { name: 'Notes', exact: true })).toBeVisible();
  },
  'the bin': async (page) => {
    await page.keyboard.press('Control+3');
    await page.getByRole('radio', { name: /^Bin/ }).click();
    await expect(page.getByRole('radio', { name: /^Bin/ })).toBeChecked();
  },
  'the detached notes': async (page) => {
    await page.keyboard.press('Control+Shift+D');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the renaming of a tag': async (page) => {
    await page.keyboard.press('Control+Shift+T');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the glossary': async (page) => {
    await page.keyboard.press('Control+4');
    await expect(page.getByText('信息网络空间').first()).toBeVisible();
  },
  'a concordance before a word is looked up': async (page) => page.keyboard.press('Control+5'),
  'the lines of a concordance': async (page) => lookUp(page),
  'the renderings of a word': async (page) => {
    await lookUp(page);
    await page.getByRole('radio', { name: 'Renderings' }).click();
    await expect(page.getByRole('grid', { name: 'Renderings' })).toBeVisible();
  },
  'the matrix of terms and places': async (page) => {
    await lookUp(page);
    await page.getByRole('radio', { name: 'Matrix' }).click();
    await page.getByRole('radio', { name: 'terms of the glossary' }).click();
    await expect(page.getByRole('region', { name: 'Matrix' })).toBeVisible();
  },
  'the formulas of a text': async (page) => {
    await lookUp(page, '');
    await page.getByRole('radio', { name: 'Formulas' }).click();
    await expect(page.getByRole('grid', { name: 'Formulas' })).toBeVisible();
  },
  'the frequencies of words': async (page) => {
    await lookUp(page, '');
    await page.getByRole('radio', { name: 'Frequency' }).click();
    await expect(page.getByRole('grid', { name: 'Frequency' })).toBeVisible();
  },
  'no backups yet': async (page) => {
    await page.keyboard.press('Control+Shift+B');
    await expect(page.getByText('No backups yet')).toBeVisible();
  },
  'the backups': async (page) => {
    await page.keyboard.press('Control+Shift+B');
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible();
  },
  'the library': async (page) => page.keyboard.press('Control+1'),
  'the bin of works': async (page) => {
    await page.keyboard.press('Control+1');
    await page.getByRole('button', { name: 'Bin…' }).click();
    await expect(page.getByRole('dialog', { name: 'Deleted works' })).toBeVisible();
  },
  'the export of a text': async (page) => {
    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog', { name: 'Export the text' })).toBeVisible();
  },
  'the settings': async (page) => page.keyboard.press('Control+,'),
  'the keys': async (page) => page.keyboard.press('?'),
  'the palette': async (page) => page.keyboard.press('Control+k'),
  'the export of notes': async (page) => {
    await page.keyboard.press('Control+Shift+E');
    await expect(page.getByRole('figure')).toContainText(/./);
  },
  'the import of notes': async (page, app) => {
    const file = path.join(tmpdir(), `duizhao-axe-${process.pid}.jsonld`);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, file);
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('dialog').getByText('Web Annotation (JSON-LD)', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+O');
    await expect(page.getByRole('dialog', { name: 'Import notes' })).toBeVisible();
    rmSync(file);
  },
  'the revisions of the text': async (page) => {
    await page.keyboard.press('Control+Shift+K');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the question for a number': async (page) => page.keyboard.press('g'),
};

async function lookUp(page: Page, words = '信息网络空间'): Promise<void> {
  await page.keyboard.press('Control+5');
  await page.getByRole('searchbox', { name: 'Word, phrase or beginning*' }).fill(words);
  await page.getByRole('radio', { name: 'Lines', exact: true }).click();
  if (words !== '') await expect(page.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
}

/** Back to the text with nothing open, as a reader would: the page cannot be loaded anew, every navigation is refused. */
async function clearDesk(page: Page): Promise<void> {
  // A dialog makes everything behind it inert: it goes first.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search text and notes' }).fill('');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await page.keyboard.press('1');
}

/** Colours that are on their way would be measured half mixed. */
async function waitForStillness(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen is without axe violations in the ${theme} theme`, async ({ launchApp }) => {
    test.setTimeout(360_000);
    const { app, page } = await launchApp();
    if (theme === 'dark') await page.keyboard.press('Shift+T');
    for (const [name, open] of Object.entries(SCREENS)) {
      await test.step(name, async () => {
        await open(page, app);
        await waitForStillness(page);
        const violations = await listViolations(page);
        await clearDesk(page);
        expect.soft(violations).toEqual([]);
      });
    }
    await app.close();
  });
}
