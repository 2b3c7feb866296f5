import { describe, expect, test } from 'vitest';
import { makePastedSources } from '../../../../renderer/features/import/pasted-source.ts';

const NAMES = { html: 'Pasted page', text: 'Pasted text' };

async function paste(content: { readonly html?: string; readonly text?: string }) {
  const [source] = makePastedSources({ files: [], html: '', text: '', ...content }, NAMES);
  return source === undefined ? undefined : { ...source, blob: await source.blob.text() };
}

describe('what is pasted', () => {
  test('is read as a page where there is one', async () => {
    expect(await paste({ html: '<p>声明</p>', text: '声明' })).toEqual({
      name: 'Pasted page',
      blob: '<p>声明</p>',
      options: { format: 'html', encoding: 'utf-8' },
    });
  });

  test('is read as plain text where the page says nothing, as with a copied picture', async () => {
    expect(await paste({ html: '<img src="a.png">', text: '声明' })).toEqual({
      name: 'Pasted text',
      blob: '声明',
      options: { format: 'text', encoding: 'utf-8' },
    });
  });

  test('is nothing where there are no words', async () => {
    expect(await paste({ html: '<br>', text: ' \n' })).toBeUndefined();
  });

  test('is the files where files were copied', () => {
    const file = new File(['a'], 'a.txt');
    const content = { files: [file], html: '<p>a.txt</p>', text: 'a.txt' };
    expect(makePastedSources(content, NAMES)).toEqual([{ name: 'a.txt', blob: file }]);
  });
});
