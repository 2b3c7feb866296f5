import fs from 'node:fs';
import path from 'node:path';
import {
  isArgumentElement,
  isPluralElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../../resources/messages');
const LANGUAGES = ['en', 'zh-Hans'] as const;

function readCatalogue(language: string): ReadonlyMap<string, string> {
  const entries = fs
    .readdirSync(path.join(ROOT, language))
    .flatMap((file) =>
      Object.entries(
        JSON.parse(fs.readFileSync(path.join(ROOT, language, file), 'utf8')) as Record<string, string>,
      ),
    );
  return new Map(entries);
}

function listArguments(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (isArgumentElement(element)) return [element.value];
    if (!isPluralElement(element)) return [];
    return [
      element.value,
      ...Object.values(element.options).flatMap((option) => listArguments(option.value)),
    ];
  });
}

function listSources(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

const english = readCatalogue('en');
const chinese = readCatalogue('zh-Hans');

describe('the catalogues of the interface', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('have the same files in both languages, so that no key stands twice', () => {
    const files = LANGUAGES.map((language) => fs.readdirSync(path.join(ROOT, language)).toSorted());
    expect(files[0]).toEqual(files[1]);
  });

  it.each([...english.keys()])(
    '%s is well formed, not empty and takes the same values in both languages',
    (key) => {
      const [en, zh] = [english.get(key) ?? '', chinese.get(key) ?? ''];
      expect(en.trim()).not.toBe('');
      expect(zh.trim()).not.toBe('');
      expect(new Set(listArguments(parse(zh)))).toEqual(new Set(listArguments(parse(en))));
    },
  );

  it('hold no key that nothing uses', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const sources = [...listSources(path.join(root, 'renderer')), ...listSources(path.join(root, 'electron'))]
      .map((file) => fs.readFileSync(file, 'utf8'))
      .join('\n');
    const unused = [...english.keys()].filter((key) => {
      if (sources.includes(`'${key}'`)) return false;
      // Keys put together at run time: `commands.${id}`. Their stem must stand before the placeholder.
      const stems = key.split('.').map((_, index, parts) => parts.slice(0, index).join('.'));
      return !stems.some((stem) => stem !== '' && sources.includes(`\`${stem}.\${`));
    });
    expect(unused).toEqual([]);
  });
});

describe('the components', () => {
  it('hold no words of the interface themselves', () => {
    const root = path.resolve(import.meta.dirname, '../../../renderer');
    const offenders = listSources(root)
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => {
        const code = fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const words = code.match(/>\s*[A-Z][a-z]+[^<>{}()=;]*</g) ?? [];
        const attributes = code.match(/(?:aria-label|title|placeholder|label)="[^"]*"/g) ?? [];
        return [...words, ...attributes].map((found) => `${path.basename(file)}: ${found}`);
      });
    expect(offenders).toEqual([]);
  });
});
