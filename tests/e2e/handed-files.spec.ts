import fs from 'node:fs';
import path from 'node:path';
import { writeWorkArchive } from '../../core/formats/work-files/work-archive.ts';
import { hashContent } from '../../electron/main/storage/flushed-file.ts';
import { segment } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { makeOwnText } from './own-texts.ts';
import { startAgain } from './second-start.ts';

/** Writes a text as the file that goes from one laptop to another. */
function putArchive(
  folder: string,
  id: string,
  titles: { readonly 'zh-Hans': string; readonly en: string },
): string {
  const units = [
    { id: 'first', kind: 'paragraph', segments: { 'zh-Hans': titles['zh-Hans'], en: titles.en } },
  ] as const;
  const work = makeOwnText(id, titles, units);
  const written = new Date(Date.UTC(2026, 2, 9)).toISOString();
  const file = path.join(folder, `${id}.duizhao`);
  fs.writeFileSync(
    file,
    writeWorkArchive({ work, titles: {}, notes: null, written }, (bytes) => hashContent(Buffer.from(bytes))),
  );
  return file;
}

test('a file that the program is started with is opened, and one handed over later, each in its turn', async ({
  launchApp,
  userData,
}) => {
  const treaty = putArchive(userData, 'treaty', { 'zh-Hans': '边界条约', en: 'Treaty on the Border' });
  const speech = putArchive(userData, 'speech', { 'zh-Hans': '开幕词', en: 'Opening Speech' });
  const { page } = await launchApp({ args: [treaty] });
  const opening = page.getByRole('dialog', { name: 'Open a Duizhao text' });
  await expect(opening).toContainText('Treaty on the Border');

  expect(await startAgain(userData, [speech])).toBe(0);
  await expect(opening).toContainText('Treaty on the Border');
  await opening.getByRole('button', { name: 'Add to the library' }).click();
  await expect(opening).toContainText('Opening Speech');
  await opening.getByRole('button', { name: 'Add to the library' }).click();
  await expect(segment(page, 'first', 'en')).toContainText('Opening Speech');
  await expect(opening).toBeHidden();
});
