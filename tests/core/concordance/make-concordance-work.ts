import type { Link, Unit, Work } from '../../../core/text/work.ts';

/** A segment pair with the words that answer each other. */
export interface SamplePair {
  readonly zh: string;
  readonly en: string;
  readonly links?: readonly (readonly [zh: string | null, en: string | null])[];
}

/** A work of paragraphs, made of pairs; each link stands on the first place of its words. */
export function makeConcordanceWork(pairs: readonly SamplePair[], id = 'sample'): Work {
  const units = pairs.map(({ zh, en }, index): Unit => ({
    id: `u${index + 1}`,
    kind: 'paragraph',
    segments: { 'zh-Hans': zh, en },
  }));
  const edition = (language: string) => ({
    language,
    title: id,
    status: 'unknown' as const,
    source: { name: 'test', date: '2026-01-01', notes: [] },
  });
  return {
    id,
    titles: { 'zh-Hans': id, en: id },
    editions: [edition('zh-Hans'), edition('en')],
    units,
    links: pairs.flatMap((pair, index) => linksOf(pair, `u${index + 1}`)),
    remarks: [],
    terms: [],
    outline: [],
  };
}

function linksOf({ zh, en, links = [] }: SamplePair, unit: string): readonly Link[] {
  return links.map(([chinese, english]) => ({
    unit,
    spans: {
      ...(chinese === null ? {} : { 'zh-Hans': [spanOf(zh, chinese)] }),
      ...(english === null ? {} : { en: [spanOf(en, english)] }),
    },
  }));
}

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`"${words}" is not in "${text}"`);
  return { start, end: start + words.length };
}
