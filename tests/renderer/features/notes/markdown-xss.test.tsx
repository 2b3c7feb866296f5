import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../../../../renderer/features/notes/Markdown.tsx';
import { SearchLinkContext } from '../../../../renderer/features/notes/search-link-context.ts';
import payloads from '../../../fixtures/xss/payloads.json' with { type: 'json' };

/** Everything a note may be made of; a picture, a frame, a form, a style or a script is not among it. */
const ELEMENTS = new Set('div p span br hr ul ol li blockquote code pre strong em del'.split(' '));

/** None of them acts: no address, no event, no style, no name a script could find. */
const ATTRIBUTES = new Set(['class', 'lang', 'title', 'start']);

/**
 * What stands in the markup beyond the allowed. React escapes "<", ">", "&" and quotes in text and values, so every "<"
 * begins a tag that the program wrote, and every tag is of this one form.
 */
function findForeign(html: string): readonly string[] {
  const foreign: string[] = [];
  const rest = html.replaceAll(
    /<(\/?)([a-z0-9]+)((?: [a-zA-Z-]+="[^"<>]*")*) ?\/?>/g,
    (_tag, _slash: string, name: string, attributes: string) => {
      if (!ELEMENTS.has(name)) foreign.push(name);
      for (const [, attribute = ''] of attributes.matchAll(/ ([a-zA-Z-]+)="/g)) {
        if (!ATTRIBUTES.has(attribute)) foreign.push(`${name} ${attribute}`);
      }
      return '';
    },
  );
  if (/[<>]/.test(rest)) foreign.push(`not a tag: ${rest}`);
  return foreign;
}

test('what is foreign is found', () => {
  expect(findForeign('<p class="a">x<br/></p>')).toEqual([]);
  expect(findForeign('<img src="x"/>')).toEqual(['img', 'img src']);
  expect(findForeign('<p onclick="x">x</p>')).toEqual(['p onclick']);
  expect(findForeign('<p>x')).toEqual([]);
  expect(findForeign('<p title=x>')).toHaveLength(1);
});

describe.each(Object.entries(payloads.classes))('a note with %s', (_name, notes) => {
  test.each(notes)('is inert: %j', (note) => {
    expect(findForeign(renderToStaticMarkup(<Markdown>{note}</Markdown>))).toEqual([]);
  });

  test('is inert where links to searches are not', () => {
    const note = notes.join('\n\n');
    const html = renderToStaticMarkup(
      <SearchLinkContext value={() => {}}>
        <Markdown>{note}</Markdown>
      </SearchLinkContext>,
    );
    expect(findForeign(html)).toEqual([]);
  });

  test('is inert in the middle of other words, too', () => {
    const note = notes.join('\n\n网络主权 **sovereignty** ');
    expect(findForeign(renderToStaticMarkup(<Markdown>{note}</Markdown>))).toEqual([]);
  });
});
