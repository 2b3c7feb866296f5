import { isChinese, type LanguageTag } from './language.ts';
import type { TextSpan } from './text-span.ts';
import { segmentText, type Term, type Work } from './work.ts';

/** A place where a term stands in a work. */
export interface Occurrence {
  readonly unit: string;
  readonly language: LanguageTag;
  readonly span: TextSpan;
}

const WORD_CHARACTER = String.raw`[\p{L}\p{M}\p{N}]`;
/** What joins the parts of one English word: "people's", "inter-agency". */
const WORD_JOINER = "['’-]";
const WORD_START = `(?<!${WORD_CHARACTER}${WORD_JOINER}?)`;
const WORD_END = `(?!${WORD_JOINER}?${WORD_CHARACTER})`;

/**
 * Every place where a term stands, in the order of the units, then of the editions, then of the text.
 *
 * Chinese is matched literally. English is matched as whole words, whatever their case, and also in the regular plural
 * and the possessive of the last word: "roadmap" finds "Roadmaps", "technology" finds "technologies", "UN" finds
 * "UN's". A hyphenated compound is one word: "agency" does not find "inter-agency". Places of one term never overlap:
 * of two English forms that begin at the same place the longer is reported. In other languages a term has no forms.
 */
export function findTermOccurrences(work: Work, term: Term): readonly Occurrence[] {
  const chinese = new RegExp(escapePattern(term.chinese), 'gu');
  const english = buildEnglishPattern(term.english);
  return work.units.flatMap((unit) =>
    work.editions.flatMap(({ language }) => {
      const pattern = isChinese(language) ? chinese : isEnglish(language) ? english : undefined;
      if (pattern === undefined) return [];
      return Array.from(segmentText(unit, language).matchAll(pattern), (match): Occurrence => {
        const span = { start: match.index, end: match.index + match[0].length };
        return { unit: unit.id, language, span };
      });
    }),
  );
}

function isEnglish(language: LanguageTag): boolean {
  return language === 'en' || language.startsWith('en-');
}

function buildEnglishPattern(forms: readonly string[]): RegExp {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map(buildInflectedForm).join('|');
  return new RegExp(`${WORD_START}(?:${alternatives})(?:['’]s)?${WORD_END}`, 'giu');
}

/** The pattern of a form and of its regular plural: -s, -es after a sibilant, -y to -ies. */
function buildInflectedForm(form: string): string {
  const stem = (text: string): string =>
    escapePattern(text)
      .replace(/['’]/gu, "['’]")
      .replace(/\s+/gu, String.raw`\s+`);
  if (/[^aeiou\s]y$/iu.test(form)) return `${stem(form.slice(0, -1))}(?:y|ies)`;
  if (/(?:s|x|z|ch|sh)$/iu.test(form)) return `${stem(form)}(?:es)?`;
  return `${stem(form)}s?`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
