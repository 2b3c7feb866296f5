import { expect, test } from 'vitest';
import { importFiles, type ImportFile } from '../../../../core/import/import-files.ts';
import { pdf, textFile } from '../write-files.ts';

/** A page of a PDF with these lines, each 16 points under the one before. */
function pageOf(lines: readonly string[]): ImportFile {
  const shown = lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ');
  return pdf('en.pdf', `BT /F 12 Tf 50 700 Td ${shown} ET`);
}

test('the text layer of a PDF answers a text of another language', async () => {
  const english = pageOf([
    'The two sides agree to strengthen their cooperation in the field of information',
    'security and to meet each year.',
    'They respect each other.',
  ]);
  const chinese = '双方同意加强信息安全领域的合作，并每年举行会晤。\n双方相互尊重。';
  const { units, files } = await importFiles([textFile('zh.txt', chinese), english]);
  expect(units.map(({ segments }) => segments)).toEqual([
    {
      'zh-Hans': '双方同意加强信息安全领域的合作，并每年举行会晤。',
      en: 'The two sides agree to strengthen their cooperation in the field of information security and to meet each year.',
    },
    { 'zh-Hans': '双方相互尊重。', en: 'They respect each other.' },
  ]);
  expect(files.map(({ format }) => format)).toEqual(['text', 'pdf']);
});
