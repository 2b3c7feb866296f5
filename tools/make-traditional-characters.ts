import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

// Makes core/search/traditional-characters.ts from the dictionary of OpenCC; run after changing the version of opencc-js:
// `npx tsx tools/make-traditional-characters.ts`. The result is part of the sources, so that
// neither the program nor its build needs the package; a test notices when the two no longer agree.

/** Where the result lies. */
export const TARGET = fileURLToPath(new URL('../core/search/traditional-characters.ts', import.meta.url));

// In GB 2312 without being written in simplified texts, but for names and quotations from the classics; traditional
// texts are full of them.
const TRADITIONAL_ALL_THE_SAME = new Set('後於徵摺菸麽');

/** The source text of the module. */
export function makeTraditionalCharacters(): string {
  const inSimplifiedTexts = new Set([...listGb2312(), ...parse(simplifiedToTraditional).keys()]);
  const pairs = [...parse(traditionalToSimplified)].filter(
    ([traditional, simplified]) =>
      traditional !== simplified &&
      (!inSimplifiedTexts.has(traditional) || TRADITIONAL_ALL_THE_SAME.has(traditional)),
  );
  return `// Made by tools/make-traditional-characters.ts from OpenCC's TSCharacters (Apache-2.0; see NOTICE): change it there.

/** Characters that are written in traditional Chinese texts only. */
export const TRADITIONAL =
  '${pairs.map(([traditional]) => traditional).join('')}';

/** What simplified texts write for each of {@link TRADITIONAL}, at the same place. */
export const SIMPLIFIED =
  '${pairs.map(([, simplified]) => simplified).join('')}';
`;
}

function parse(dictionary: string): ReadonlyMap<string, string> {
  return new Map(
    dictionary.split('|').map((entry) => {
      const [key = '', value = ''] = entry.split(' ');
      return [key, value];
    }),
  );
}

/** The Han characters of GB 2312, the character set of simplified Chinese, as GBK has them at the same places. */
function listGb2312(): readonly string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) characters.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TARGET, makeTraditionalCharacters());
