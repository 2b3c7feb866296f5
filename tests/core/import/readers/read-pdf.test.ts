import { expect, test } from 'vitest';
import { importFiles } from '../../../../core/import/import-files.ts';
import { textFile } from '../write-files.ts';

/** A page of a PDF with these lines, each 16 points under the one before. */
function pdf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ');
  const content = `BT /F 12 Tf 50 700 Td ${shown} ET`;
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
}

test('the text layer of a PDF answers a text of another language', async () => {
  const english = pdf([
    'The two sides agree to strengthen their cooperation in the field of information',
    'security and to meet each year.',
    'They respect each other.',
  ]);
  const chinese = '双方同意加强信息安全领域的合作，并每年举行会晤。\n双方相互尊重。';
  const { units, files } = await importFiles([textFile('zh.txt', chinese), textFile('en.pdf', english)]);
  expect(units.map(({ segments }) => segments)).toEqual([
    {
      'zh-Hans': '双方同意加强信息安全领域的合作，并每年举行会晤。',
      en: 'The two sides agree to strengthen their cooperation in the field of information security and to meet each year.',
    },
    { 'zh-Hans': '双方相互尊重。', en: 'They respect each other.' },
  ]);
  expect(files.map(({ format }) => format)).toEqual(['text', 'pdf']);
});
