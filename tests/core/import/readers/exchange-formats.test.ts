import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../../core/import/import-files.ts';
import { tidyText } from '../../../../core/import/tidy-text.ts';
import { csv, textFile, tmx, xliff12, xliff20 } from '../write-files.ts';

/** Texts as they are kept: what is tidied stays as it is. */
const english = fc
  .array(fc.constantFrom('Hello', 'world', '&', '<b>', '"quoted"', "it's", 'a,b', ';', '1. x'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => tidyText(`The ${words.join(' ')}`));
const chinese = fc
  .array(fc.constantFrom('你好', '世界', '，', '"', '&', '《书》', '\u{20000}', '<', ' ICTs '), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => tidyText(`中文${words.join('')}`));
const rows = fc.array(fc.record({ en: english, 'zh-Hans': chinese }), { minLength: 1, maxLength: 12 });

describe('what is written is what is read', () => {
  property.prop([rows], { numRuns: 40 })('in TMX', async (pairs) => {
    const { units } = await importFiles([textFile('a.tmx', tmx(pairs, 'en'))]);
    expect(units.map(({ segments }) => segments)).toEqual(pairs);
  });

  property.prop([rows], { numRuns: 40 })('in XLIFF of both versions', async (pairs) => {
    for (const write of [xliff12, xliff20]) {
      const { units } = await importFiles([textFile('a.xlf', write(pairs, 'en', 'zh-Hans'))]);
      expect(units.map(({ segments }) => segments)).toEqual(pairs);
    }
  });

  property.prop([rows], { numRuns: 40 })('in CSV', async (pairs) => {
    const text = csv([['en', 'zh-Hans'], ...pairs.map((pair) => [pair.en, pair['zh-Hans']])]);
    const { units } = await importFiles([textFile('a.csv', text)]);
    expect(units.map(({ segments }) => segments)).toEqual(pairs);
  });
});

async function segmentsOf(name: string, text: string): Promise<readonly object[]> {
  return (await importFiles([textFile(name, text)])).units.map(({ segments }) => segments);
}

describe('a translation memory', () => {
  test('gives words without the code in inline elements, and languages without case or region', async () => {
    const memory = `<tmx version="1.4"><header srclang="EN-us"/><body>
      <tu><note>n</note><tuv xml:lang="zh-CN"><prop type="x">p</prop><seg>你好，<hi>世界</hi>。</seg></tuv><tuv xml:lang="en-US"><seg>Hello <bpt i="1">&lt;b&gt;</bpt>world<ept i="1">&lt;/b&gt;</ept>.<ph x="1"/></seg></tuv></tu>
      <tu><tuv lang="EN-US"><seg>Second</seg></tuv><tuv lang="ZH-cn"><seg>第二</seg></tuv></tu></body></tmx>`;
    expect(await segmentsOf('a.tmx', memory)).toEqual([
      { en: 'Hello world.', 'zh-Hans': '你好，世界。' },
      { en: 'Second', 'zh-Hans': '第二' },
    ]);
  });

  test('keeps regions apart that stand side by side', async () => {
    const memory = tmx([{ 'en-GB': 'colour', 'en-US': 'color', 'zh-TW': '顏色' }], 'en-GB');
    expect(await segmentsOf('a.tmx', memory)).toEqual([
      { 'en-GB': 'colour', 'en-US': 'color', 'zh-Hant': '顏色' },
    ]);
  });
});

describe('XLIFF', () => {
  test('gives source and target, not proposals, notes or code; what is not translated is empty', async () => {
    const file = `<xliff version="1.2"><file source-language="en" target-language="ru"><body>
      <trans-unit id="1"><source>Hello <g id="1">world</g><x id="2"/></source><seg-source><mrk mtype="seg">Hello</mrk></seg-source><target>Привет, <g id="1">мир</g></target><alt-trans><target>Здравствуй</target></alt-trans></trans-unit>
      <trans-unit id="2"><source>Later</source></trans-unit></body></file></xliff>`;
    expect(await segmentsOf('a.xlf', file)).toEqual([
      { en: 'Hello world', ru: 'Привет, мир' },
      { en: 'Later', ru: '' },
    ]);
  });
});

describe('a catalogue of messages', () => {
  test('gives messages with their plurals, without what is obsolete; fuzzy ones are doubtful', async () => {
    const catalogue = `msgid ""\nmsgstr "Language: zh_CN\\n"\n\n#, fuzzy\nmsgid "Close"\nmsgstr "关闭"\n\nmsgctxt "menu"\nmsgid ""\n"One "\n"file"\nmsgid_plural "%d \\"files\\""\nmsgstr[0] "%d 个文件"\n\n#~ msgid "old"\n#~ msgstr "旧"\n`;
    const { units, doubtful } = await importFiles([textFile('a.po', catalogue)]);
    expect(units.map(({ segments }) => segments)).toEqual([
      { en: 'Close', 'zh-Hans': '关闭' },
      { en: 'One file', 'zh-Hans': '%d 个文件' },
      { en: '%d "files"', 'zh-Hans': '%d 个文件' },
    ]);
    expect(doubtful).toEqual([units[0]?.id]);
  });
});

describe('a table', () => {
  test.each([
    ['semicolons', '中文;English\n你好, 世界;"Hello; world"\n', 'a.csv'],
    ['tabs, in a file of text', '中文\tEnglish\n你好, 世界\tHello; world\n', 'a.txt'],
    ['columns of other things', 'id,note,zh-CN,en\n7,x.y,"你好, 世界",Hello; world\n', 'a.csv'],
  ])('with %s', async (_what, text, name) => {
    expect(await segmentsOf(name, text)).toEqual([{ 'zh-Hans': '你好, 世界', en: 'Hello; world' }]);
  });

  test('numbers its rows where a column says so', async () => {
    const { units } = await importFiles([
      textFile('a.csv', '序号,中文,English\n1,你好,Hello\n2,世界,World\n'),
    ]);
    expect(units.map(({ number }) => number)).toEqual(['1', '2']);
  });
});
