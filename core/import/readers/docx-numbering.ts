import { formatCounter } from './number-format.ts';
import { walkXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** "%1、", "第%1条", "%1.%2": what stands for the counters of the levels. */
  text: string;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
}

/** Counts the numbered paragraphs of a document as a word processor does, for the numbers are not in the text. */
export class DocxNumbering {
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  /** @param xml word/numbering.xml, where there is one. */
  constructor(xml: string | undefined) {
    if (xml !== undefined) this.#read(xml);
  }

  /** The next number of a list as it is printed before the paragraph: "一、", "Article 3"; '' for bullets. */
  next(listId: string, level: number): string {
    const list = this.#lists.get(listId);
    const levels = list === undefined ? undefined : this.#abstracts.get(list.abstract);
    const own = levels?.get(level);
    if (list === undefined || levels === undefined || own === undefined) return '';
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    this.#restart(listId, list, counters);
    for (let upper = 0; upper < level; upper += 1) counters[upper] ??= levels.get(upper)?.start ?? 1;
    counters[level] =
      counters[level] === undefined ? (list.starts.get(level) ?? own.start) : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%([1-9])/gu, (_all, digit: string) => {
      const at = Number(digit) - 1;
      // Within a longer number the levels above are printed in digits where the level itself is.
      return formatCounter(counters[at] ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  }

  /** A list that begins anew takes its own starting numbers. */
  #restart(listId: string, list: List, counters: number[]): void {
    if (this.#begun.has(listId)) return;
    this.#begun.add(listId);
    if (list.starts.size > 0) counters.length = 0;
  }

  #read(xml: string): void {
    let levels: Map<number, Level> | undefined;
    let level: Level | undefined;
    let list: List | undefined;
    let override = 0;
    walkXml(xml, 'docx', {
      open: ({ name, attributes }) => {
        const value = attributes.get('val') ?? '';
        if (name === 'abstractNum') {
          levels = new Map();
          this.#abstracts.set(attributes.get('abstractNumId') ?? '', levels);
        } else if (name === 'num') {
          levels = undefined;
          list = { abstract: '', starts: new Map() };
          this.#lists.set(attributes.get('numId') ?? '', list);
        } else if (name === 'lvl') {
          level = { start: 1, format: 'decimal', text: '' };
          levels?.set(Number.parseInt(attributes.get('ilvl') ?? '0', 10), level);
        } else if (name === 'start' && level !== undefined) level.start = Number.parseInt(value, 10) || 0;
        else if (name === 'numFmt' && level !== undefined) level.format = value;
        else if (name === 'lvlText' && level !== undefined) level.text = value;
        else if (name === 'lvlOverride') override = Number.parseInt(attributes.get('ilvl') ?? '0', 10);
        else if (name === 'startOverride') list?.starts.set(override, Number.parseInt(value, 10) || 0);
        if (name === 'abstractNumId' && list !== undefined) list.abstract = value;
      },
      close: (name) => {
        if (name === 'lvl') level = undefined;
      },
      text: () => {},
    });
  }
}
