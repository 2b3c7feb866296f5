import { describe, expect, test } from 'vitest';
import { importFiles, type ImportResult } from '../../../core/import/import-files.ts';
import { page, statement } from '../../resources/joint-statement-2016.ts';

/** The real page of the joint statement, as it was copied from a browser. */
async function importPage(text: string = page): Promise<ImportResult> {
  return importFiles([{ name: 'joint-statement-2016.page.txt', bytes: new TextEncoder().encode(text) }]);
}

describe('the page of the joint statement', () => {
  test('gives the units of the bundled work without a hand', async () => {
    const { languages, units, doubtful } = await importPage();
    expect(languages).toEqual(['zh-Hans', 'en']);
    expect(units.map(({ id: _id, confidence: _confidence, ...unit }) => unit)).toEqual(
      statement.units.map(({ id: _id, ...unit }) => unit),
    );
    expect(doubtful).toEqual([]);
  });

  test('what the page says around the text is set aside with the reason', async () => {
    const { setAside } = await importPage();
    expect(setAside.map(({ reason, text, language }) => [reason, text.slice(0, 20), language])).toEqual([
      ['comments', 'Comment(s)打印 E-mail ', 'en'],
      ['page-tools', '调整字号大小:', 'zh-Hans'],
      ['caption', '6月25日,国家主席习近平在北京人民大会', 'zh-Hans'],
      ['caption', '6月25日,国家主席习近平在北京人民大会', 'zh-Hans'],
      ['caption', 'Chinese President Xi', 'en'],
      ['share', '分享到:', 'zh-Hans'],
      ['comments', 'Go to Forum >>0 Comm', 'en'],
      ['comments', 'No comments.', 'en'],
      ['comments', 'Add your comments...', 'en'],
      ['comments', '• User Name Required', 'en'],
      ['comments', '• Your Comment', 'en'],
      ['comments', '• Enter the words yo', 'en'],
      ['comments', 'Racist, abusive and ', 'en'],
      ['navigation', 'Send your storiesGet', 'en'],
      ['duplicate-headline', '中俄关于协作推进信息网络空间发展的联合声', 'zh-Hans'],
      ['duplicate-headline', 'Joint statement betw', 'en'],
    ]);
  });

  test('nothing of the page is lost: every line is in a unit or set aside', async () => {
    const { units, setAside } = await importPage();
    const kept = [
      ...units.flatMap(({ segments }) => Object.values(segments)),
      ...setAside.map(({ text }) => text),
    ];
    const letters = (text: string): string =>
      Array.from(text.normalize('NFKC').replace(/\s/gu, '')).toSorted().join('');
    expect(letters(kept.join(''))).toBe(letters(page));
  });

  test('what was set aside comes back into the text when the reader wants it, and only that', async () => {
    const { setAside, units } = await importPage();
    const caption = setAside.find(({ reason, language }) => reason === 'caption' && language === 'en');
    const bytes = new TextEncoder().encode(page);
    const again = await importFiles([{ name: 'joint-statement-2016.page.txt', bytes }], {
      restore: [caption?.id ?? ''],
    });
    expect(again.setAside).toEqual(setAside.filter(({ id }) => id !== caption?.id));
    expect(again.units.some(({ segments }) => segments['en'] === caption?.text)).toBe(true);
    expect(again.units.filter(({ id }) => units.some((unit) => unit.id === id)).length).toBeGreaterThan(20);
  });
});
