/** Small readers of what is exported, written from the standards and not from the writers. */

export interface ReadUnit {
  readonly id: string;
  readonly kind: string;
  readonly number: string | undefined;
  readonly segments: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters an XML parser reports: line ends are made one, then references are resolved. */
export function readCharacters(raw: string): string {
  return raw
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/&(#?)(\w+);/g, (_all, isNumber: string, name: string) =>
      isNumber === '#' ? String.fromCodePoint(Number(name)) : (ENTITIES[name] ?? ''),
    );
}

/** The translation units of a TMX file. */
export function readTmx(xml: string): readonly ReadUnit[] {
  return Array.from(xml.matchAll(/<tu tuid="([^"]*)">(.*?)<\/tu>/gs), ([, id = '', body = '']) => {
    const property = (type: string): string | undefined =>
      new RegExp(`<prop type="${type}">([^<]*)</prop>`, 's').exec(body)?.[1];
    const variants = body.matchAll(/<tuv xml:lang="([^"]*)"><seg>([^<]*)<\/seg><\/tuv>/g);
    const number = property('x-duizhao-number');
    return {
      id: readCharacters(id),
      kind: property('x-duizhao-kind') ?? '',
      number: number === undefined ? undefined : readCharacters(number),
      segments: Object.fromEntries(
        Array.from(variants, ([, language = '', text = '']) => [language, readCharacters(text)]),
      ),
    };
  });
}

/** The rows of a table with tabs and quotes (RFC 4180 with another separator). */
export function readTable(content: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n"]*))(\t|\r\n|$)/gy;
  cell.lastIndex = content.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < content.length) {
    const match = cell.exec(content);
    if (match === null) throw new Error('not a table');
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n' && cell.lastIndex < content.length) rows.push([]);
  }
  return rows;
}

/** The units of our table: one apostrophe goes from cells that are marked as text. */
export function readTsv(content: string): readonly ReadUnit[] {
  const [header = [], ...rows] = readTable(content);
  return rows.map((row) => {
    const [id = '', kind = '', number = '', ...texts] = row.map((cell) =>
      cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/u, ''),
    );
    return {
      id,
      kind,
      number: number === '' ? undefined : number,
      segments: Object.fromEntries(header.slice(3).map((language, index) => [language, texts[index] ?? ''])),
    };
  });
}
