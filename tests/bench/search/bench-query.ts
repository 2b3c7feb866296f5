import { hasUnspaced, splitRuns } from '../../../core/search/word-runs.ts';
import { foldText } from '../../../core/search/fold-text.ts';

/** What the queries are of; the table has a row for each. */
export const QUERY_KINDS = [
  'word',
  'stem',
  'prefix',
  'phrase',
  'han1',
  'han2',
  'han3',
  'han4',
  'han5',
  'han6',
  'han words',
  'mixed',
  'common',
  'negation',
  'none',
] as const;

export type QueryKind = (typeof QUERY_KINDS)[number];

/** One of the things a unit must hold, or with `isExcluded` must not. All texts are folded. */
export type QueryPart =
  /** This stretch of Chinese, character for character. */
  | { readonly form: 'han'; readonly text: string; readonly isExcluded: boolean }
  /** An English word in any inflection. */
  | { readonly form: 'word'; readonly text: string; readonly isExcluded: boolean }
  /** An English word that begins so. */
  | { readonly form: 'prefix'; readonly text: string; readonly isExcluded: boolean }
  /** English words in exactly this form one after the other. */
  | { readonly form: 'phrase'; readonly words: readonly string[]; readonly isExcluded: boolean };

/** What every engine is asked: the best twenty units that hold all parts, and how many there are. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly parts: readonly QueryPart[];
}

/** How many results are asked for: what a list of results shows at first. */
export const TOP = 20;

/** The query as a reader of the program types it. */
export function formatQuery(query: Pick<BenchQuery, 'parts'>): string {
  return query.parts.map(formatPart).join(' ');
}

function formatPart(part: QueryPart): string {
  const sign = part.isExcluded ? '-' : '';
  switch (part.form) {
    case 'han':
      return `${sign}zh:${part.text}`;
    case 'word':
      return `${sign}en:${part.text}`;
    case 'prefix':
      return `${sign}en:${part.text}*`;
    case 'phrase':
      return `${sign}en:"${part.words.join(' ')}"`;
  }
}

const PART = /(?<no>-?)(?<field>zh:|en:)?(?:"(?<phrase>[^"]+)"|(?<word>[^\s"*]+)(?<star>\*?))/gu;

/**
 * Reads a line of a file of queries: Chinese, words, prefix*, "phrase", -without, with or without `zh:` and `en:`.
 * @throws Error for a line in which nothing is looked for, or that mixes scripts in one word.
 */
export function parseBenchQuery(line: string): BenchQuery {
  const parts = Array.from(line.matchAll(PART), (match): QueryPart => {
    const { no, phrase, word = '', star } = match.groups ?? {};
    const isExcluded = no === '-';
    const text = foldText(phrase ?? word).text;
    const runs = splitRuns(text);
    const [first] = runs;
    if (first === undefined) throw new Error(`Nothing to look for in "${match[0]}" of "${line}"`);
    if (hasUnspaced(text)) {
      if (runs.length > 1)
        throw new Error(`"${match[0]}" is more than one run of Chinese: write it as several`);
      return { form: 'han', text: first.text, isExcluded };
    }
    if (phrase !== undefined) return { form: 'phrase', words: runs.map((run) => run.text), isExcluded };
    if (runs.length > 1) throw new Error(`"${match[0]}" is more than one word: write it as a phrase`);
    return { form: star === '*' ? 'prefix' : 'word', text: first.text, isExcluded };
  });
  if (!parts.some(({ isExcluded }) => !isExcluded)) throw new Error(`"${line}" looks for nothing`);
  return { kind: kindOf(parts), parts };
}

const HAN_KINDS: readonly QueryKind[] = ['han1', 'han2', 'han3', 'han4', 'han5', 'han6'];

function kindOf(parts: readonly QueryPart[]): QueryKind {
  if (parts.some(({ isExcluded }) => isExcluded)) return 'negation';
  const forms = new Set(parts.map(({ form }) => form));
  if (forms.size > 1) return 'mixed';
  const [first] = parts;
  if (first?.form !== 'han') return first?.form ?? 'none';
  return parts.length > 1 ? 'han words' : (HAN_KINDS[Array.from(first.text).length - 1] ?? 'han6');
}
