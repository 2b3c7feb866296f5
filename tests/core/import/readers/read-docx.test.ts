import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../core/import/readers/read-docx.ts';
import { docx, wordParagraph, wordPart, wordTable } from '../write-files.ts';

function texts(body: string, parts: Readonly<Record<string, string>> = {}): readonly string[] {
  return readDocx(docx('a.docx', body, parts).bytes).blocks.map(({ text }) => text);
}

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
const inList = (id: number, at = 0): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;

describe('a Word document', () => {
  test('prints the numbers that Word counts by itself', () => {
    const numbering = wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum>
       <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
       <w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum>
       ${list(1, 0)}${list(2, 1)}${list(3, 2)}${list(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')}`,
    );
    const body = [
      wordParagraph('总则', inList(1)),
      wordParagraph('主权', inList(1, 1)),
      wordParagraph('合作', inList(1, 1)),
      wordParagraph('贸易', inList(1)),
      wordParagraph('再议', inList(1, 1)),
      wordParagraph('General', inList(2)),
      wordParagraph('Details', inList(2, 1)),
      wordParagraph('Trade', inList(2)),
      wordParagraph('a bullet', inList(3)),
      wordParagraph('Anew', inList(4)),
      wordParagraph('not numbered', inList(0)),
    ].join('');
    expect(texts(body, { numbering })).toEqual([
      '第一条 总则',
      '（一）主权',
      '（二）合作',
      '第二条 贸易',
      '（一）再议',
      '1. General',
      '1.1 Details',
      '2. Trade',
      'a bullet',
      '7. Anew',
      'not numbered',
    ]);
  });

  test('is read with all changes accepted, without codes of fields, hidden text and readings', () => {
    const run = (content: string, properties = ''): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${content}</w:t></w:r>`;
    const body = `<w:p>${run('The ')}<w:del>${run('old ')}</w:del><w:ins>${run('new ')}</w:ins>${run('secret ', '<w:vanish/>')}
      <w:r><w:instrText>HYPERLINK "http://example.org/"</w:instrText></w:r><w:hyperlink>${run('text')}</w:hyperlink>${run('.')}</w:p>
      <w:p><w:r><w:ruby><w:rt>${run('zhōng')}</w:rt><w:rubyBase>${run('中')}</w:rubyBase></w:ruby></w:r>${run('国')}</w:p>
      <w:p>${run('one')}<w:r><w:tab/></w:r>${run('two')}<w:r><w:br/></w:r>${run('three')}<w:r><w:noBreakHyphen/></w:r>${run('four')}</w:p>`;
    expect(texts(body)).toEqual(['The new text.', '中国', 'one two\nthree-four']);
  });

  test('says what its styles mean, also of styles that inherit', () => {
    const style = (id: string, name: string, content = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
    const styles = wordPart(
      'styles',
      `${style('a3', 'Title')}${style('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}${style('own', 'Chapter', '<w:basedOn w:val="1"/>')}${style('x', 'loop', '<w:basedOn w:val="x"/>')}${style('c', 'toc 1')}`,
    );
    const of = (id: string): string => wordParagraph(`in ${id}`, `<w:pStyle w:val="${id}"/>`);
    const { blocks } = readDocx(
      docx('a.docx', ['a3', '1', 'own', 'x', 'c', 'gone'].map(of).join(''), { styles }).bytes,
    );
    expect(blocks.map(({ role, aside }) => [role, aside])).toEqual([
      ['title', undefined],
      ['heading', undefined],
      ['heading', undefined],
      ['paragraph', undefined],
      ['paragraph', 'navigation'],
      ['paragraph', undefined],
    ]);
  });

  test('keeps the places of cells, and the footnotes at its end', () => {
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${wordParagraph('—')}</w:footnote><w:footnote w:id="1">${wordParagraph('a note')}</w:footnote>`,
    );
    const { blocks } = readDocx(
      docx(
        'a.docx',
        `${wordTable([
          ['a', 'b'],
          ['c', 'd'],
        ])}${wordParagraph('after')}`,
        { footnotes },
      ).bytes,
    );
    expect(blocks).toEqual([
      { text: 'a', role: 'cell', cell: { table: 0, row: 0, column: 0 } },
      { text: 'b', role: 'cell', cell: { table: 0, row: 0, column: 1 } },
      { text: 'c', role: 'cell', cell: { table: 0, row: 1, column: 0 } },
      { text: 'd', role: 'cell', cell: { table: 0, row: 1, column: 1 } },
      { text: 'after', role: 'paragraph' },
      { text: 'a note', role: 'footnote' },
    ]);
  });
});
