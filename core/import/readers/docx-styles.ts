import type { BlockRole } from '../imported-document.ts';
import { walkXml } from './xml.ts';

/** What the style of a paragraph says about it. */
export interface DocxStyle {
  readonly role?: BlockRole;
  /** Lines of a table of contents are no text. */
  readonly isContents: boolean;
  readonly numbering?: { readonly list: string; readonly level: number };
}

interface RawStyle {
  name: string;
  based: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** Reads word/styles.xml: paragraph styles by id, with what they inherit. */
export function readDocxStyles(xml: string | undefined): ReadonlyMap<string, DocxStyle> {
  const raw = new Map<string, RawStyle>();
  let style: RawStyle | undefined;
  if (xml !== undefined) {
    walkXml(xml, 'docx', {
      open: ({ name, attributes }) => {
        const value = attributes.get('val');
        if (name === 'style') {
          style = { name: '', based: undefined, outline: undefined, list: undefined, level: undefined };
          if (attributes.get('type') === 'paragraph') raw.set(attributes.get('styleId') ?? '', style);
        } else if (style === undefined || value === undefined) return;
        else if (name === 'name') style.name = value;
        else if (name === 'basedOn') style.based = value;
        else if (name === 'outlineLvl') style.outline = Number.parseInt(value, 10);
        else if (name === 'numId') style.list = value;
        else if (name === 'ilvl') style.level = Number.parseInt(value, 10);
      },
      close: (name) => {
        if (name === 'style') style = undefined;
      },
      text: () => {},
    });
  }
  return new Map([...raw].map(([id, own]) => [id, resolve(id, own, raw)]));
}

function resolve(id: string, own: RawStyle, all: ReadonlyMap<string, RawStyle>): DocxStyle {
  const chain = [own];
  // Styles that inherit from each other in a circle stand in damaged files.
  for (let next = own.based; next !== undefined && chain.length < 20;) {
    const style = all.get(next);
    if (style === undefined) break;
    chain.push(style);
    next = style.based;
  }
  const names = [own.name, id].map((name) => name.toLowerCase().replace(/\s/gu, ''));
  const outline = chain.find((style) => style.outline !== undefined)?.outline;
  const list = chain.find((style) => style.list !== undefined)?.list;
  const level = chain.find((style) => style.level !== undefined)?.level ?? 0;
  const role = tellRole(names, outline);
  return {
    ...(role === undefined ? {} : { role }),
    isContents: names.some((name) => /^(?:toc\d|目录\d|目錄\d|tocheading)$/u.test(name)),
    ...(list === undefined || list === '0' ? {} : { numbering: { list, level } }),
  };
}

function tellRole(names: readonly string[], outline: number | undefined): BlockRole | undefined {
  if (names.some((name) => /^(?:title|标题|標題|заголовок|название)$/u.test(name))) return 'title';
  if (names.some((name) => /^(?:heading|标题|標題|заголовок)\d$/u.test(name))) return 'heading';
  if (outline !== undefined && outline < 9) return 'heading';
  return names.includes('subtitle') ? 'heading' : undefined;
}
