import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Annotation, AnnotationTarget } from '../../core/annotation/annotation.ts';
import { NOTEBOOK_SCHEMA_VERSION } from '../../core/annotation/notebook-migrations.ts';
import { parseWork } from '../../core/text/work-file.ts';
import type { Work } from '../../core/text/work.ts';
import { expect } from './fixtures.ts';
import { readNotebookOnDisk } from './notes-on-disk.ts';

/** What the journeys do with an opened work, in a reader's terms. */

export const WORK_ID = 'joint-statement-2016';

export const work: Work = parseWork(
  JSON.parse(
    fs.readFileSync(
      path.resolve(import.meta.dirname, '../../resources/library', WORK_ID, 'work.json'),
      'utf8',
    ),
  ),
);

export function segment(page: Page, unit: string, language: 'zh-Hans' | 'en'): Locator {
  return page.locator(`[data-unit="${unit}"][data-language="${language}"]`);
}

/** The text of a segment as the page holds it, to the letter. */
export async function segmentContent(page: Page, unit: string, language: 'zh-Hans' | 'en'): Promise<string> {
  return (await segment(page, unit, language).textContent()) ?? '';
}

/** Rows that come into view and fonts that arrive move the text: waits until a segment stays where it is. */
export async function waitForRest(place: Locator): Promise<void> {
  await place.evaluate(async (element) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const where = () => {
      const { top, left, height } = element.getBoundingClientRect();
      return `${top} ${left} ${height}`;
    };
    let last = '';
    for (let still = 0; still < 6; still = where() === last ? still + 1 : 0) {
      last = where();
      await document.fonts.ready;
      await nextFrame();
    }
  });
}

/** How often a text that moves is brought into view again: each time more of its rows have their notes and stay as they are. */
const MOST_TRIES = 12;

/** The points of the window between which some words of a segment lie, on one line or more. */
async function measureWords(page: Page, unit: string, language: 'zh-Hans' | 'en', words: string) {
  const place = segment(page, unit, language);
  await place.scrollIntoViewIfNeeded();
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await waitForRest(place);
    const points = await lookForWords(place, words);
    if (points !== undefined) return points;
  }
  throw new Error(`The text did not come to rest with "${words}" in view`);
}

/** Undefined where the words were not well in view, and have been brought there. */
function lookForWords(place: Locator, words: string) {
  return place.evaluate((element, wanted) => {
    const at = element.textContent.indexOf(wanted);
    if (at === -1) throw new Error(`"${wanted}" is not in "${element.textContent}"`);
    const boxOf = (offset: number): DOMRect => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let rest = offset;
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        if (rest < node.length) {
          const range = document.createRange();
          range.setStart(node, rest);
          range.setEnd(node, rest + 1);
          return range.getBoundingClientRect();
        }
        rest -= node.length;
      }
      throw new Error('out of the segment');
    };
    const view = element.closest('[role="document"]')?.getBoundingClientRect();
    // A drag close to the edge scrolls, and the words are no longer where they were.
    const isNear = (box: DOMRect) =>
      view === undefined || box.top < view.top + 48 || box.bottom > view.bottom - 48;
    const before = element.getBoundingClientRect().top;
    if (isNear(boxOf(at)) || isNear(boxOf(at + wanted.length - 1)))
      element.scrollIntoView({ block: 'center' });
    // At either end of the text there is nothing more to scroll.
    if (element.getBoundingClientRect().top !== before) return undefined;
    const first = boxOf(at);
    const last = boxOf(at + wanted.length - 1);
    return {
      start: { x: first.left + 1, y: first.top + first.height / 2 },
      end: { x: last.right - 1, y: last.top + last.height / 2 },
      middle: { x: first.left + first.width / 2, y: first.top + first.height / 2 },
    };
  }, words);
}

/** Selects words with the mouse, as a hand does. */
export async function selectWords(
  page: Page,
  unit: string,
  language: 'zh-Hans' | 'en',
  words: string,
): Promise<void> {
  const { start, end } = await measureWords(page, unit, language, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

/** Selects words with the keys alone: the caret walks to them, Shift takes them in. */
export async function selectWordsByKeys(
  page: Page,
  unit: string,
  language: 'zh-Hans' | 'en',
  words: string,
): Promise<void> {
  const place = segment(page, unit, language);
  const at = (await segmentContent(page, unit, language)).indexOf(words);
  await place.focus();
  // The first key brings the caret into the text, behind a printed number.
  await page.keyboard.press('ArrowRight');
  const caret = (await caretOffset(page, unit, language)) ?? 0;
  for (let step = caret; step < at; step += 1) await page.keyboard.press('ArrowRight');
  for (let step = caret; step > at; step -= 1) await page.keyboard.press('ArrowLeft');
  for (let taken = 0; taken < words.length; taken += 1) await page.keyboard.press('Shift+ArrowRight');
}

/** The letters of a segment before the caret; undefined where the caret is elsewhere. */
export function caretOffset(
  page: Page,
  unit: string,
  language: 'zh-Hans' | 'en',
): Promise<number | undefined> {
  return segment(page, unit, language).evaluate((element) => {
    const chosen = document.getSelection();
    if (!chosen?.focusNode || !element.contains(chosen.focusNode)) return undefined;
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(chosen.focusNode, chosen.focusOffset);
    return range.toString().length;
  });
}

/** Brings the pointer over the first letter of some words. */
export async function hoverWords(
  page: Page,
  unit: string,
  language: 'zh-Hans' | 'en',
  words: string,
): Promise<void> {
  const { middle } = await measureWords(page, unit, language, words);
  await page.mouse.move(middle.x, middle.y);
}

/** Presses on the first letter of some words. */
export async function clickWords(
  page: Page,
  unit: string,
  language: 'zh-Hans' | 'en',
  words: string,
): Promise<void> {
  const { middle } = await measureWords(page, unit, language, words);
  await page.mouse.click(middle.x, middle.y);
}

/** The words painted under a `::highlight()` name, in the order they were given. */
export function paintedWords(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);
}

/** The words painted as highlights of the reader's, by name, in the order of the page, without those of links and search. */
export function paintedMarks(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights.entries()]
        .filter(([name]) => name.startsWith('mark-'))
        .map(([name, ranges]) => [
          name,
          [...ranges]
            .filter((range) => range instanceof Range)
            .toSorted((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
            .map(String),
        ]),
    ),
  );
}

/** The unit the gutter marks as the current one. */
export async function currentUnit(page: Page): Promise<string | null> {
  return page.locator('[data-row][data-current]').getAttribute('data-row');
}

/** The notes beside a clause. */
export function margin(page: Page, unit: string): Locator {
  return page.locator(`[data-row="${unit}"]`).getByRole('group', { name: 'Notes on this clause' });
}

/** How the first occurrence of words must stand in the file: unit, quote with its context, position. */
export function describeWords(unitId: string, language: 'zh-Hans' | 'en', words: string): AnnotationTarget {
  const text = work.units.find(({ id }) => id === unitId)?.segments[language] ?? '';
  const start = text.indexOf(words);
  const end = start + words.length;
  return {
    unit: unitId,
    language,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: words,
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}

/** What the status line says of saving. */
export function saving(page: Page): Locator {
  return page.getByRole('contentinfo', { name: 'Status' }).locator('[data-save-state]');
}

/**
 * From now on the page notes when the status line changes its mind about saving, and `onSaved` is called each time it comes
 * to say "Saved": what the disk holds then was there before.
 */
export async function watchSaving(page: Page, onSaved: () => void = () => {}): Promise<void> {
  await page.exposeFunction('reportSaved', onSaved);
  await page.evaluate(() => {
    const states: { state: string; at: number }[] = [];
    const line = document.querySelector('footer');
    if (line === null) throw new Error('there is no status line');
    new MutationObserver(() => {
      const state = line.querySelector<HTMLElement>('[data-save-state]')?.dataset['saveState'] ?? 'failed';
      if (states.at(-1)?.state === state) return;
      states.push({ state, at: Date.now() });
      if (state === 'saved') Reflect.apply(Reflect.get(window, 'reportSaved') as () => void, undefined, []);
    }).observe(line, { subtree: true, childList: true, attributes: true });
    Reflect.set(window, 'savingStates', states);
  });
}

/** When, after having been unsure, the status line last said "Saved", in ms since 1970. */
export async function waitForSavedTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const states = Reflect.get(window, 'savingStates') as { state: string; at: number }[];
    const last = states.at(-1);
    return last?.state === 'saved' ? last.at : undefined;
  });
  return (await handle.jsonValue()) ?? 0;
}

/** Waits until the disk holds as many annotations, and gives them. */
export async function waitForNotesOnDisk(userData: string, count: number): Promise<readonly Annotation[]> {
  await expect.poll(() => readNotesOnDisk(userData).length).toBe(count);
  return readNotesOnDisk(userData);
}

/** The file of the joint statement's notes. */
export function notesFile(userData: string): string {
  return path.join(userData, 'notes', `${WORK_ID}.json`);
}

/** Puts a notes file there before the program starts, as an earlier evening would have left it. */
export function putNotesOnDisk(userData: string, annotations: readonly Annotation[]): void {
  fs.mkdirSync(path.dirname(notesFile(userData)), { recursive: true });
  fs.writeFileSync(
    notesFile(userData),
    JSON.stringify({ schemaVersion: NOTEBOOK_SCHEMA_VERSION, annotations, bin: [], progress: {} }),
  );
}

/** The annotations that stand on disk, in the notes file or in its journal; empty while there are none. */
export function readNotesOnDisk(userData: string): readonly Annotation[] {
  return readNotebookOnDisk(notesFile(userData)).annotations;
}
