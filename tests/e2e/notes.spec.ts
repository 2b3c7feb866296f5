import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Annotation } from '../../core/annotation/annotation.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import {
  clickWords,
  describeWords,
  margin,
  notesFile,
  paintedMarks,
  readNotesOnDisk,
  saving,
  segment,
  selectWords,
  waitForNotesOnDisk,
  waitForSavedTime,
  watchSaving,
} from './desk.ts';
import { expect, test } from './fixtures.ts';

function status(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Status' });
}

function bodyField(card: Locator): Locator {
  return card.getByRole('textbox', { name: 'Note', exact: true });
}

function act(card: Locator, name: string): Promise<void> {
  return card.getByRole('button', { name, exact: true }).click();
}

/** Writes a note on Chinese words of a clause and ends it; gives its card. */
async function writeNote(page: Page, unit: string, words: string, body: string): Promise<Locator> {
  await selectWords(page, unit, 'zh-Hans', words);
  await page.keyboard.press('n');
  const card = margin(page, unit).getByRole('article', { name: `Note on “${words}”` });
  await bodyField(card).fill(body);
  await page.keyboard.press('Escape');
  await expect(bodyField(card)).toHaveCount(0);
  return card;
}

test('a note is written level with its clause, and said to be saved only once it is', async ({
  page,
  userData,
}) => {
  const onDisk: (readonly Annotation[])[] = [];
  await watchSaving(page, () => onDisk.push(readNotesOnDisk(userData)));
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  const card = margin(page, 'item-1').getByRole('article', { name: 'Note on “网络主权”' });
  await expect(bodyField(card)).toBeFocused();
  const [box, clause, english] = await Promise.all([
    card.boundingBox(),
    segment(page, 'item-1', 'zh-Hans').boundingBox(),
    segment(page, 'item-1', 'en').boundingBox(),
  ]);
  expect(Math.abs((box?.y ?? 0) - (clause?.y ?? 1000))).toBeLessThan(16);
  expect(box?.x).toBeGreaterThan((english?.x ?? 0) + (english?.width ?? 0) - 1);

  await page.keyboard.type('Here “sovereignty in information space”. 见标题。');
  await waitForSavedTime(page);
  await expect
    .poll(() => onDisk.at(-1))
    .toMatchObject([
      {
        kind: 'note',
        body: 'Here “sovereignty in information space”. 见标题。',
        targets: [describeWords('item-1', 'zh-Hans', '网络主权')],
      },
    ]);

  await page.keyboard.press('Escape');
  await expect(bodyField(card)).toHaveCount(0);
  await expect(card).toBeFocused();
  await expect(card).toContainText('见标题。');
  await expect(status(page)).toContainText('1 note');
  expect(await paintedMarks(page)).toEqual({ 'mark-yellow-0': ['网络主权'] });
});

test('a note is shown as Markdown, and nothing in it acts', async ({ page, electronApp }) => {
  const card = await writeNote(
    page,
    'item-2',
    '文化传统',
    [
      '**联合声明。**是题目，*sic*',
      '',
      '- first',
      '- second',
      '',
      '[source](https://example.org/a) [script](javascript:document.title="taken") ',
      '<b>raw</b> <img src="x" onerror="document.title=\'taken\'">',
    ].join('\n'),
  );
  await expect(card.locator('strong')).toHaveText('联合声明。');
  await expect(card.locator('em')).toHaveText('sic');
  await expect(card.getByRole('listitem')).toHaveText(['first', 'second']);
  await expect(card).toContainText('source (https://example.org/a)');
  await expect(card).toContainText('<b>raw</b>');
  await expect(card.locator('[href], [src], img, b, script')).toHaveCount(0);
  await expect(card.getByRole('link')).toHaveCount(0);

  const address = page.url();
  await card.getByText('source', { exact: false }).first().click();
  await card.getByText('script', { exact: false }).first().click();
  expect(page.url()).toBe(address);
  expect(electronApp.windows()).toHaveLength(1);
  await expect(page).toHaveTitle('Duizhao 对照');
});

test('a note is edited in its place, by double click, by Enter and by its button', async ({
  page,
  userData,
}) => {
  const card = await writeNote(page, 'item-4', '数字鸿沟', 'digital');
  await card.getByText('digital').dblclick();
  await expect(bodyField(card)).toBeFocused();
  await page.keyboard.type(' divide');
  await page.keyboard.press('Control+Enter');
  await expect(bodyField(card)).toHaveCount(0);
  await expect(card).toBeFocused();
  await expect(card).toContainText('digital divide');

  await page.keyboard.press('Enter');
  await expect(bodyField(card)).toBeFocused();
  await page.keyboard.type('.');
  await page.keyboard.press('Escape');
  await act(card, 'Edit');
  await bodyField(card).press('Home');
  await page.keyboard.type('The ');
  await clickWords(page, 'item-3', 'zh-Hans', '科技');
  await expect(bodyField(card)).toHaveCount(0);
  await expect(card).toContainText('The digital divide.');
  await expect.poll(() => readNotesOnDisk(userData).map(({ body }) => body)).toEqual(['The digital divide.']);
});

test('a note begun and left empty leaves the words as they were', async ({ page, userData }) => {
  await selectWords(page, 'item-1', 'en', 'oppose');
  await page.keyboard.press('n');
  await expect(margin(page, 'item-1').getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(margin(page, 'item-1')).toHaveCount(0);
  await expect.poll(() => paintedMarks(page)).toEqual({});

  await selectWords(page, 'item-1', 'en', 'respect');
  await page.keyboard.press('2');
  await selectWords(page, 'item-1', 'en', 'respect');
  await page.keyboard.press('n');
  await expect(margin(page, 'item-1').getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-green-0': ['respect'] });
  const [highlight] = await waitForNotesOnDisk(userData, 1);
  await expect.poll(() => readNotesOnDisk(userData)[0]).toMatchObject({ kind: 'highlight', body: '' });
  expect(highlight?.color).toBe('green');
});

test('a question stays open until it is answered', async ({ page, userData }) => {
  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('q');
  const card = margin(page, 'item-5').getByRole('article', { name: 'Question on “新秩序”' });
  await expect(bodyField(card)).toBeFocused();
  await page.keyboard.type('Why no “new order”?');
  await page.keyboard.press('Escape');
  await expect(card).toContainText('question · open');
  await expect(status(page)).toContainText('1 question open');

  await act(card, 'Mark as answered');
  await expect(card).toContainText('question · answered');
  await expect(status(page)).not.toContainText('question open');
  await expect
    .poll(() => readNotesOnDisk(userData))
    .toMatchObject([{ kind: 'question', body: 'Why no “new order”?', isAnswered: true }]);
  await act(card, 'Mark as open again');
  await expect(status(page)).toContainText('1 question open');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.isAnswered).toBe(false);

  // Writing more on the same words does not take the question away.
  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('n');
  await expect(bodyField(card)).toBeFocused();
  await page.keyboard.type(' See the recital.');
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText('1 question open');
  await expect
    .poll(() => readNotesOnDisk(userData))
    .toMatchObject([{ kind: 'question', body: 'Why no “new order”? See the recital.' }]);
});

test('tags are completed from every text of the library, also from those that were never opened', async ({
  launchApp,
  userData,
}) => {
  const folder = path.dirname(notesFile(userData));
  fs.mkdirSync(folder, { recursive: true });
  const elsewhere = {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'note',
    color: 'yellow',
    body: 'in another text',
    tags: ['sovereign equality'],
    isAnswered: false,
    scope: { type: 'work' },
    targets: [],
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  };
  fs.writeFileSync(
    path.join(folder, 'another-text.json'),
    JSON.stringify({
      schemaVersion: NOTEBOOK_SCHEMA_VERSION,
      annotations: [elsewhere],
      bin: [],
      progress: {},
    }),
  );
  const { page } = await launchApp();
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('n');
  await page.getByRole('combobox', { name: 'Add a tag' }).click();
  await page.keyboard.type('sov');
  await page.getByRole('option', { name: /sovereign equality/ }).click();
  await expect.poll(() => readNotesOnDisk(userData)[0]?.tags).toEqual(['sovereign equality']);
});

test('tags are typed, completed from those in use, and taken away again', async ({ page, userData }) => {
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('t');
  const first = margin(page, 'item-1').getByRole('article');
  const field = first.getByRole('combobox', { name: 'Add a tag' });
  await expect(field).toBeFocused();
  await page.keyboard.type('sovereignty');
  await page.keyboard.press('Enter');
  await page.keyboard.type('术语，');
  await expect(first.getByRole('row', { name: '术语' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(first).toContainText('#sovereignty');
  await expect.poll(() => readNotesOnDisk(userData)[0]?.tags).toEqual(['sovereignty', '术语']);

  await selectWords(page, 'item-7', 'en', 'information security');
  await page.keyboard.press('t');
  const second = margin(page, 'item-7').getByRole('article');
  await expect(second.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Sov');
  await expect(second.getByRole('option')).toHaveText(['sovereignty1']);
  await page.keyboard.press('ArrowDown');
  await expect(second.getByRole('option')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(second.getByRole('row', { name: 'sovereignty' })).toBeVisible();
  await page.keyboard.type('术');
  await second.getByRole('option', { name: /术语/ }).click();
  await expect.poll(() => readNotesOnDisk(userData)[1]?.tags).toEqual(['sovereignty', '术语']);
  await expect(second.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect.poll(() => readNotesOnDisk(userData)[1]?.tags).toEqual(['sovereignty']);
});

test('while an input method composes, keys belong to it', async ({ page, userData }) => {
  await selectWords(page, 'item-1', 'zh-Hans', '网络主权');
  await page.keyboard.press('t');
  const card = margin(page, 'item-1').getByRole('article');
  const field = card.getByRole('combobox', { name: 'Add a tag' });
  await expect(field).toBeFocused();
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const pressWhileComposing = (key: string) =>
    page.evaluate((name) => {
      const event = new KeyboardEvent('keydown', {
        key: name,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
      return event.defaultPrevented;
    }, key);

  await compose('zhu quan');
  for (const key of ['Enter', 'Escape', 'Backspace', 'ArrowDown'])
    expect(await pressWhileComposing(key)).toBe(false);
  await expect(field).toHaveValue('zhu quan');
  await expect(card.getByRole('row')).toHaveCount(0);
  await session.send('Input.insertText', { text: '主权' });
  await expect(field).toHaveValue('主权');
  await page.keyboard.press('Enter');
  await expect(card.getByRole('row', { name: '主权' })).toBeVisible();

  const body = bodyField(card);
  await body.focus();
  await compose('wang luo');
  for (const key of ['Escape', 'n']) expect(await pressWhileComposing(key)).toBe(false);
  await expect(body).toBeFocused();
  await session.send('Input.insertText', { text: '网络' });
  await expect(body).toHaveValue('网络');
  await expect
    .poll(() => readNotesOnDisk(userData))
    .toMatchObject([{ tags: ['主权'], body: '网络', kind: 'note' }]);
});

test('a note changes its colour, on the card and in the text', async ({ page, userData }) => {
  const card = await writeNote(page, 'item-7', '治理', 'governance, or management?');
  await act(card, 'Colour');
  const choice = page.getByRole('dialog', { name: 'Colour' });
  await expect(choice.getByRole('radio', { name: 'key term' })).toBeChecked();
  await choice.getByRole('radio', { name: 'doubtful' }).check({ force: true });
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-red-0': ['治理'] });
  await page.keyboard.press('Escape');
  await expect(choice).toHaveCount(0);
  await expect(card).toContainText('doubtful');
  await expect(card).toBeVisible();
  await expect.poll(() => readNotesOnDisk(userData)[0]?.color).toBe('red');
});

test('a deleted note comes back by its notice and by the keys', async ({ page, userData }) => {
  const card = await writeNote(page, 'item-6', '法律文书', 'legal instruments');
  const [before] = await waitForNotesOnDisk(userData, 1);
  await expect.poll(() => readNotesOnDisk(userData)[0]?.body).toBe('legal instruments');
  const written = readNotesOnDisk(userData);

  await act(card, 'Delete');
  await expect(card).toHaveCount(0);
  expect(await paintedMarks(page)).toEqual({});
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([]);
  const notice = page.getByRole('status').filter({ hasText: 'Note deleted' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText('legal instruments');
  await expect(notice).toHaveCount(0);
  await expect.poll(() => readNotesOnDisk(userData)).toEqual(written);
  expect(written[0]?.id).toBe(before?.id);

  await card.focus();
  await page.keyboard.press('Delete');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(card).toContainText('legal instruments');
  await page.keyboard.press('Control+Shift+z');
  await expect(card).toHaveCount(0);
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([]);
  await page.keyboard.press('Control+z');
  // One step further back than the deletion stands the typing, then the note itself.
  await expect(card).toContainText('legal instruments');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(card).toHaveCount(0);
  await expect.poll(() => paintedMarks(page)).toEqual({});
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([]);
});

test('one note stands on the words of both languages, offered by the links', async ({ page, userData }) => {
  const card = await writeNote(page, 'item-1', '网络主权', 'cf. the title');
  await act(card, 'Add the words in the other language');
  await expect(card).toContainText('网络主权 ↔ sovereignty in information space');
  await expect
    .poll(() => paintedMarks(page))
    .toEqual({ 'mark-yellow-0': ['网络主权', 'sovereignty in information space'] });
  await expect.poll(() => readNotesOnDisk(userData)[0]?.targets.length).toBe(2);
  expect(readNotesOnDisk(userData)).toMatchObject([
    {
      body: 'cf. the title',
      targets: [
        describeWords('item-1', 'zh-Hans', '网络主权'),
        describeWords('item-1', 'en', 'sovereignty in information space'),
      ],
    },
  ]);
  await expect(status(page)).toContainText('1 note');
  await expect(margin(page, 'item-1').getByRole('article')).toHaveCount(1);
  // Both languages are there: nothing more is offered.
  await expect(card.getByRole('button', { name: 'Add the words in the other language' })).toHaveCount(0);
  // Either words lead to it.
  await page.keyboard.press('Escape');
  await clickWords(page, 'item-1', 'en', 'sovereignty');
  await expect(card).toHaveAttribute('data-active', '');
});

test('selected words are joined to their counterpart from the toolbar', async ({ page, userData }) => {
  await selectWords(page, 'item-4', 'en', 'digital divide');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: /counterpart/ })
    .click();
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['数字鸿沟', 'digital divide'] });
  const [highlight] = await waitForNotesOnDisk(userData, 1);
  expect(highlight?.targets).toEqual([
    describeWords('item-4', 'en', 'digital divide'),
    describeWords('item-4', 'zh-Hans', '数字鸿沟'),
  ]);
});

test('where the links give nothing the counterpart is selected by hand', async ({ page, userData }) => {
  const card = await writeNote(page, 'item-5', '新秩序', 'left out');
  const prompt = status(page).getByText('Select the answering words in the other language');
  await expect(card).toBeFocused();
  await page.keyboard.press('c');
  await expect(prompt).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(prompt).toHaveCount(0);
  await expect(card).toHaveAttribute('data-active', '');

  await act(card, 'Add the words in the other language');
  await expect(prompt).toBeVisible();
  await selectWords(page, 'item-5', 'en', 'information space');
  await page.keyboard.press('c');
  await expect(prompt).toHaveCount(0);
  await expect(card).toContainText('新秩序 ↔ information space');
  await expect.poll(() => paintedMarks(page)).toEqual({ 'mark-yellow-0': ['新秩序', 'information space'] });
  await expect.poll(() => readNotesOnDisk(userData)[0]?.targets.length).toBe(2);
  expect(readNotesOnDisk(userData)).toMatchObject([
    {
      body: 'left out',
      targets: [
        describeWords('item-5', 'zh-Hans', '新秩序'),
        describeWords('item-5', 'en', 'information space'),
      ],
    },
  ]);
  await expect(saving(page)).toHaveText('Saved');
  // A note in both languages asks for no more.
  await page.keyboard.press('c');
  await expect(prompt).toHaveCount(0);
});

test('words without links are joined by hand too, unless they are deleted first', async ({
  page,
  userData,
}) => {
  const prompt = status(page).getByText('Select the answering words in the other language');
  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('c');
  await expect(prompt).toBeVisible();
  const card = margin(page, 'item-5').getByRole('article', { name: 'Highlight on “新秩序”' });
  await act(card, 'Delete');
  await expect(prompt).toHaveCount(0);
  await waitForNotesOnDisk(userData, 0);

  await selectWords(page, 'item-5', 'zh-Hans', '新秩序');
  await page.keyboard.press('c');
  await expect(prompt).toBeVisible();
  await selectWords(page, 'item-5', 'en', 'cooperative');
  await page.keyboard.press('c');
  await expect(prompt).toHaveCount(0);
  await expect.poll(() => readNotesOnDisk(userData)[0]?.targets.length).toBe(2);
  expect(readNotesOnDisk(userData)).toMatchObject([
    {
      kind: 'highlight',
      targets: [describeWords('item-5', 'zh-Hans', '新秩序'), describeWords('item-5', 'en', 'cooperative')],
    },
  ]);
});

test('a bookmark marks the clause with a ribbon, once', async ({ page, userData }) => {
  await clickWords(page, 'item-3', 'zh-Hans', '人才');
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  const ribbon = margin(page, 'item-3').getByRole('button', { name: /^Bookmark at “加强信息网络空间/ });
  await expect(ribbon).toBeVisible();
  expect(await paintedMarks(page)).toEqual({});
  await waitForNotesOnDisk(userData, 1);
  expect(readNotesOnDisk(userData)).toMatchObject([{ kind: 'bookmark' }]);

  // A second press takes it away, and undo brings it back.
  await page.keyboard.press('b');
  await expect(margin(page, 'item-3')).toHaveCount(0);
  await expect.poll(() => readNotesOnDisk(userData)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(ribbon).toBeVisible();
  await waitForNotesOnDisk(userData, 1);

  // Highlighting the clause twice makes one highlight, bookmark or not.
  await page.keyboard.press('h');
  await page.keyboard.press('h');
  await waitForNotesOnDisk(userData, 2);
  expect(readNotesOnDisk(userData).map(({ kind }) => kind)).toEqual(['bookmark', 'highlight']);
});
