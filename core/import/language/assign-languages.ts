import type { LanguageTag } from '../../text/language.ts';
import { detectLanguage, type LanguageDetector } from './detect-language.ts';
import { normalizeLanguageTag } from './language-tag.ts';
import { dominantScript, measureText, type Script } from './script.ts';

/** A stretch whose language is asked for, with what its file says of it. */
export interface Stretch {
  readonly text: string;
  readonly declared?: LanguageTag | undefined;
}

/** So much of a text, at least, is in a language for it to be one of its languages. */
const LEAST_SHARE = 0.12;

/** From this many letters on, languages of one script are told apart in a single stretch. */
const TELLING_LENGTH = 50;

/**
 * The language of every stretch of a text; undefined where it has no letters, as a line of figures. Scripts decide
 * first; where several languages of one script alternate, each stretch is looked at by itself, and short ones by what
 * the file declares or what stands around them.
 */
export function assignLanguages(
  stretches: readonly Stretch[],
  detector: LanguageDetector,
): readonly (LanguageTag | undefined)[] {
  const scripts = stretches.map(({ text }) => dominantScript(text));
  const assigned: (LanguageTag | undefined)[] = stretches.map(() => undefined);
  for (const script of new Set(scripts)) {
    if (script === undefined) continue;
    const members = stretches.flatMap((_stretch, index) => (scripts[index] === script ? [index] : []));
    const languages = assignWithinScript(
      members.map((index) => stretches[index] ?? { text: '' }),
      script,
      detector,
    );
    for (const [at, index] of members.entries()) assigned[index] = languages[at];
  }
  return assigned;
}

function assignWithinScript(
  stretches: readonly Stretch[],
  script: Script,
  detector: LanguageDetector,
): readonly (LanguageTag | undefined)[] {
  const whole = detectLanguage(stretches.map(({ text }) => text).join('\n'), detector);
  if (isUniform(stretches, script, whole, detector)) return stretches.map(() => whole);
  const seen = stretches.map(({ text, declared }) => readOne(text, declared, script, detector));
  const shares = new Map<LanguageTag, number>();
  let total = 0;
  for (const [index, language] of seen.entries()) {
    if (language === undefined) continue;
    const length = measureText(stretches[index]?.text ?? '');
    shares.set(language, (shares.get(language) ?? 0) + length);
    total += length;
  }
  const several = [...shares]
    .filter(([, length]) => length >= total * LEAST_SHARE)
    .map(([language]) => language);
  if (several.length < 2) return stretches.map(() => several[0] ?? whole);
  return fillGaps(seen, several);
}

/** So many stretches of a long text show whether it is in one language of its script. */
const SAMPLE = 400;

/** Whether stretches from all over a long text are in one language. */
function isUniform(
  stretches: readonly Stretch[],
  script: Script,
  whole: LanguageTag | undefined,
  detector: LanguageDetector,
): boolean {
  if (stretches.length < SAMPLE * 4) return false;
  const step = stretches.length / SAMPLE;
  const sample = Array.from({ length: SAMPLE }, (_, index) => stretches[Math.floor(index * step)]);
  const seen = sample.map((stretch) =>
    stretch === undefined ? undefined : readOne(stretch.text, stretch.declared, script, detector),
  );
  const others = seen.filter((language) => language !== undefined && language !== whole).length;
  return others < seen.filter((language) => language !== undefined).length * LEAST_SHARE * 0.5;
}

/** What one stretch shows by itself: a declaration that its script can have, or its letters if there are enough. */
function readOne(
  text: string,
  declared: LanguageTag | undefined,
  script: Script,
  detector: LanguageDetector,
): LanguageTag | undefined {
  const tag = declared === undefined ? undefined : normalizeLanguageTag(declared);
  const long = measureText(text) >= TELLING_LENGTH;
  const own = long ? detectLanguage(text, detector) : undefined;
  if (tag !== undefined && canBeWrittenIn(tag, script) && (own === undefined || own === tag)) return tag;
  return own;
}

function canBeWrittenIn(tag: LanguageTag, script: Script): boolean {
  const isChinese = tag.startsWith('zh');
  if (script === 'Han') return isChinese || tag === 'ja';
  return !isChinese;
}

/**
 * Languages take turns: a short stretch is of the language that the ones around it are not, if those are of one and
 * there are two; else of the language before it.
 */
function fillGaps(
  seen: readonly (LanguageTag | undefined)[],
  languages: readonly LanguageTag[],
): readonly (LanguageTag | undefined)[] {
  const known = seen.map((language) =>
    language !== undefined && languages.includes(language) ? language : undefined,
  );
  const after: (LanguageTag | undefined)[] = [];
  for (const language of known.toReversed()) after.push(language ?? after.at(-1));
  after.reverse();
  let before: LanguageTag | undefined;
  return known.map((language, index) => {
    before = language ?? before;
    const next = after[index];
    const isBetween =
      language === undefined && before !== undefined && before === next && languages.length === 2;
    return isBetween ? languages.find((other) => other !== next) : (language ?? before ?? next);
  });
}
