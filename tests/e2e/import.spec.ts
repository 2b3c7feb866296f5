import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { ATTACKS, NO_HARM, setOff, settle, watchForHarm } from './canary.ts';
import type { ImportFile } from '../../core/import/import-files.ts';
import { archive, escapeXml, textFile } from '../core/import/write-files.ts';
import { work } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { startServer } from './listening-server.ts';

const STATEMENT = path.resolve(import.meta.dirname, '../fixtures/joint-statement-2016.page.txt');

const CHINESE = ['网络安全法', '第一条 国家保障网络安全。', '第二条 公民依法使用网络。'];
const ENGLISH = [
  'Cybersecurity Law',
  'Article 1 The State ensures cybersecurity.',
  'Article 2 Citizens use the network in accordance with law.',
];

const PAIR = [textFile('law.zh.txt', CHINESE.join('\n\n')), textFile('law.en.txt', ENGLISH.join('\n\n'))];

/** A Word document whose only entry unpacks to sixty megabytes. */
const BOMB = archive('bomb.docx', { 'word/document.xml': ' '.repeat(60 * 1024 * 1024) });

async function openWizard(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+o');
  const wizard = page.getByRole('region', { name: 'Import a text' });
  await expect(wizard).toBeVisible();
  return wizard;
}

async function chooseFiles(page: Page, files: string | readonly ImportFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(?:Choose|Add) files…$/ }).click();
  const uploads =
    typeof files === 'string'
      ? files
      : files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }));
  await (await chooser).setFiles(uploads);
}

function next(page: Page): Locator {
  return page.getByRole('button', { name: 'Next', exact: true });
}

function rows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Clauses side by side' }).getByRole('row');
}

/** The text of every segment that the reader shows, in its order. */
async function readSegments(page: Page): Promise<readonly (readonly [string, string])[]> {
  await expect(page.getByRole('main').getByRole('document')).toBeVisible();
  return page
    .locator('[data-unit][data-language]')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-language') ?? '', one.textContent] as [string, string]),
    );
}

/** Pastes into what has the focus, as a browser does after something was copied in another. */
async function paste(page: Page, content: { readonly html: string; readonly text: string }): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', text);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, content);
}

test('the page of the joint statement becomes a work of the library, which can be taken back', async ({
  page,
}) => {
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'Import a text…' }).click();
  await chooseFiles(page, STATEMENT);
  await expect(page.getByText('1 title · 10 paragraphs · 7 numbered items')).toBeVisible();
  await expect(page.getByText('Every clause found its counterpart.')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(16);

  await next(page).click();
  await expect(page.getByRole('grid', { name: 'Clauses side by side' })).toHaveAttribute(
    'aria-rowcount',
    '23',
  );
  await expect(rows(page).nth(1).getByRole('gridcell').nth(1)).toHaveAttribute('lang', 'zh-Hans');

  await next(page).click();
  const english = page.getByRole('group', { name: 'The English text' });
  await expect(english.getByLabel('Title')).toHaveValue(/^THE JOINT STATEMENT BETWEEN THE PRESIDENTS/);
  await expect(english.getByLabel('Source')).toHaveValue('joint-statement-2016.page.txt');
  await english.getByLabel('Title').fill('Joint Statement, my copy');
  await english.getByLabel('Status').selectOption('Official text');
  await english.getByLabel('Web address').fill('https://example.org/statement');
  await page.getByRole('button', { name: 'Add to library' }).click();

  await expect(
    page.getByRole('status').getByText('“Joint Statement, my copy” is in your library.'),
  ).toBeVisible();
  const expected = work.units.flatMap(({ segments }) => [
    ['zh-Hans', segments['zh-Hans'] ?? ''],
    ['en', segments['en'] ?? ''],
  ]);
  await expect.poll(() => readSegments(page)).toEqual(expected);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('was moved to the bin')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByText('1 work', { exact: true })).toBeVisible();
});

test('a file for each language, and what was read wrongly, is put right; the work is there at the next start', async ({
  launched: { app, page },
  launchApp,
}) => {
  await openWizard(page);
  await chooseFiles(page, [{ name: 'law.zh.txt', bytes: Buffer.from(CHINESE.join('\n\n'), 'utf16le') }]);
  await expect(page.getByRole('alert')).toContainText(
    'All of the text is in one language (Simplified Chinese)',
  );
  await expect(next(page)).toBeDisabled();
  await chooseFiles(page, PAIR.slice(1));
  await expect(page.getByLabel('Encoding of law.zh.txt')).toContainText('UTF-16LE');
  await expect(next(page)).toBeEnabled();

  await page.getByLabel('Encoding of law.zh.txt').selectOption('KOI8-R');
  await expect(page.getByLabel('Language of the Simplified Chinese text')).toBeHidden();
  await page.getByLabel('Encoding of law.zh.txt').selectOption('Find out');
  await page.getByLabel('Language of the Simplified Chinese text').selectOption('Traditional Chinese');

  await next(page).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(2)).toContainText(
    '第一条 国家保障网络安全。Article 1 The State ensures cybersecurity.',
  );
  await next(page).click();
  const chinese = page.getByRole('group', { name: 'The Traditional Chinese text' });
  await chinese.getByLabel('Title').fill('网络安全法（我的）');
  await page.getByRole('button', { name: 'What was found' }).click();
  await page.getByRole('button', { name: 'Title and provenance' }).click();
  await expect(chinese.getByLabel('Title')).toHaveValue('网络安全法（我的）');
  await page.getByRole('button', { name: 'Add to library' }).click();
  await expect.poll(() => readSegments(page)).toContainEqual(['zh-Hant', CHINESE[1]]);

  await app.close();
  const again = await launchApp();
  await again.page.keyboard.press('Control+1');
  await expect(again.page.getByRole('row', { name: /网络安全法（我的）/ })).toBeVisible();
});

test('clauses are joined, separated, confirmed and undone by keys', async ({ page }) => {
  await openWizard(page);
  await chooseFiles(page, PAIR);
  await next(page).click();
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText('第一条 国家保障网络安全。\n第二条 公民依法使用网络。');
  await page.keyboard.press('2');
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(3).getByRole('gridcell').nth(1)).toHaveText('nothing answers');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(2)).toContainText('Article 1');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('the next doubtful clause is one key away, and settled by another', async ({ page }) => {
  await openWizard(page);
  await chooseFiles(page, STATEMENT);
  await page.getByRole('checkbox', { name: /^Chinese President Xi Jinping/ }).check();
  await expect(page.getByText('1 clause may not answer its counterpart')).toBeVisible();
  await next(page).click();
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('n');
  const doubtful = rows(page).filter({ has: page.getByRole('img', { name: 'Doubtful' }) });
  await expect(doubtful).toBeFocused();
  await page.keyboard.press('y');
  await expect(page.getByRole('status').getByText('nothing doubtful')).toBeVisible();
  await page.keyboard.press('u');
  await expect(doubtful).toContainText('Chinese President Xi Jinping');
});

test('a pasted web page is read, and what was set aside of it can be brought back', async ({ page }) => {
  await openWizard(page);
  await page.getByLabel('Or paste a text or a web page').focus();
  await paste(page, {
    html: `<h1>网络安全法</h1><h1>Cybersecurity Law</h1>
      <p>国家保障网络安全，维护网络空间主权和国家安全。</p>
      <p>The State ensures cybersecurity and safeguards sovereignty in cyberspace.</p>
      <p>分享到：</p>`,
    text: 'not this',
  });
  await expect(page.getByText('Pasted page')).toBeVisible();
  const share = page.getByRole('checkbox', { name: /分享到/ });
  await expect(share).not.toBeChecked();
  await share.check();
  await expect(page.getByText('back in the text')).toBeVisible();
  await next(page).click();
  await expect(page.getByRole('gridcell', { name: '分享到：' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('checkbox', { name: /分享到/ }).uncheck();
  await next(page).click();
  await expect(page.getByRole('gridcell', { name: '分享到：' })).toBeHidden();
});

test('files dropped on the window begin an import', async ({ page }) => {
  const dataTransfer = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      return transfer;
    },
    PAIR.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })),
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await expect(page.getByText('Drop to import')).toBeHidden();
  await expect(page.getByLabel('Language of law.en.txt')).toBeVisible();
  await expect(next(page)).toBeEnabled();
});

test('a hostile page is text like any other: nothing of it runs, and no request leaves', async ({ page }) => {
  const server = await startServer();
  const remote = `http://${server.address}`;
  const markup = `<html><head><meta http-equiv="refresh" content="0;url=${remote}/refresh">
    <base href="${remote}/"><link rel="stylesheet" href="${remote}/style.css"><script>__pwn()</script>
    <script src="${remote}/script.js"></script></head>
    <body onload="__pwn()"><h1>声明</h1><h1>Statement</h1>
    <img src="${remote}/image.png" onerror="__pwn()"><iframe src="${remote}/frame.html"></iframe>
    <p style="background:url(${remote}/bg.png)">国家保障网络安全。<svg onload="__pwn()"></svg></p>
    <p>The State ensures security. <a href="javascript:__pwn()">Read &lt;script&gt;__pwn()&lt;/script&gt; more</a></p>
    ${ATTACKS.map((attack) => `<p>攻击字符串就在这里。${escapeXml(attack)}</p><p>An attack string stands here. ${escapeXml(attack)}</p>`).join('\n')}
    </body></html>`;
  try {
    const harm = await watchForHarm(page);
    await openWizard(page);
    await chooseFiles(page, [textFile('hostile.html', markup)]);
    await expect(next(page)).toBeEnabled();
    await setOff(page, 'main');
    await next(page).click();
    await expect(rows(page).nth(1)).toBeVisible();
    await setOff(page, '[role="grid"]');
    await next(page).click();
    await page.getByRole('button', { name: 'Add to library' }).click();
    await expect.poll(async () => (await readSegments(page)).length).toBeGreaterThan(ATTACKS.length);
    await setOff(page, '[role="document"]');
    await settle(page);
    expect(harm).toEqual(NO_HARM);
    expect(server.countConnections()).toBe(0);
  } finally {
    await server.close();
  }
});

test('the reading of a large file is stopped, the window alive all the while, and nothing is lost', async ({
  page,
  userData,
}) => {
  const large = path.join(userData, 'large.txt');
  const line = (index: number) =>
    `第${index}条 国家保障网络安全，维护网络空间主权和国家安全。\nArticle ${index} The State ensures cybersecurity.\n`;
  fs.writeFileSync(large, Array.from({ length: 120_000 }, (_, index) => line(index + 1)).join(''));
  await openWizard(page);
  await chooseFiles(page, large);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByRole('alert')).toContainText('Reading was stopped.');
  await expect(page.getByText('large.txt')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read again' })).toBeFocused();

  await page.getByRole('button', { name: 'Remove large.txt' }).click();
  await chooseFiles(page, PAIR);
  await expect(next(page)).toBeEnabled();
});

test.describe('what cannot be read is said in a sentence', () => {
  const cases: readonly (readonly [string, ImportFile, RegExp])[] = [
    ['an empty file', textFile('empty.txt', ''), /empty\.txt: The file is empty\./],
    [
      'one language',
      textFile('one.txt', ENGLISH.join('\n')),
      /All of the text is in one language \(English\)/,
    ],
    [
      'a picture',
      {
        name: 'photo.txt',
        bytes: Buffer.from('\u0089PNG\u0000\u0001\u0002\u0003\u0004'.repeat(50), 'latin1'),
      },
      /photo\.txt: This is not a text/,
    ],
    [
      'an archive that unpacks without end',
      BOMB,
      /bomb\.docx: Unpacked, the file would take more than \d+ MB/,
    ],
  ];
  for (const [name, file, words] of cases) {
    test(name, async ({ page }) => {
      await openWizard(page);
      await chooseFiles(page, [file]);
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(next(page)).toBeDisabled();
    });
  }

  test('more than 50 MB', async ({ page, userData }) => {
    const large = path.join(userData, 'huge.txt');
    fs.writeFileSync(large, '');
    fs.truncateSync(large, 50 * 1024 * 1024 + 1);
    await openWizard(page);
    await chooseFiles(page, large);
    await expect(page.getByRole('alert')).toContainText('huge.txt: The file is too large (51 MB).');
  });
});

test('an import that was cancelled can be brought back as it was', async ({ page }) => {
  await openWizard(page);
  await chooseFiles(page, PAIR);
  await next(page).click();
  await page.keyboard.press('j');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await expect(page.getByRole('region', { name: 'Library' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('everything is done without a mouse', async ({ page }) => {
  await openWizard(page);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(`${CHINESE.join('\n')}\n\n${ENGLISH.join('\n')}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(next(page)).toBeEnabled();
  await pressUntil(page, next(page));
  await expect(rows(page).nth(1)).toBeFocused();
  await pressUntil(page, next(page));
  await expect(page.getByRole('textbox', { name: 'Title' }).first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.insertText('（键盘）');
  await pressUntil(page, page.getByRole('button', { name: 'Add to library' }));
  await expect(page.getByText('is in your library.')).toBeVisible();
  await expect.poll(() => readSegments(page)).toContainEqual(['en', ENGLISH[2]]);
});

/** Goes to a button by Tab and presses it. */
async function pressUntil(page: Page, button: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

for (const theme of ['light', 'dark'] as const) {
  test(`every step is accessible in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openWizard(page);
    await expectNoViolations(page);
    await chooseFiles(page, [textFile('empty.txt', '')]);
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Remove empty.txt' }).click();
    await chooseFiles(page, STATEMENT);
    await expect(next(page)).toBeEnabled();
    await expectNoViolations(page);
    await next(page).click();
    await expect(rows(page).nth(1)).toBeFocused();
    await expectNoViolations(page);
    await next(page).click();
    await expect(page.getByRole('textbox', { name: 'Title' }).first()).toBeFocused();
    await expectNoViolations(page);
  });
}
