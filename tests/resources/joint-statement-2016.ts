import { readFileSync } from 'node:fs';
import { parseWork } from '../../core/text/work-file.ts';
import { segmentText, type SpansByLanguage, type Unit } from '../../core/text/work.ts';
import { spanText } from '../../core/text/text-span.ts';

/** work.json as it is written. */
export const workFileText = readFileSync(
  new URL('../../resources/library/joint-statement-2016/work.json', import.meta.url),
  'utf8',
);

/** The bundled work, through the validation that the build uses. */
export const statement = parseWork(JSON.parse(workFileText));

/** The web page the work was made from, with its debris. */
export const page = readFileSync(
  new URL('../fixtures/joint-statement-2016.page.txt', import.meta.url),
  'utf8',
);

export type Language = 'zh-Hans' | 'en';
export const languages: readonly Language[] = ['zh-Hans', 'en'];

export function unitOf(id: string): Unit {
  const unit = statement.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`The statement has no unit "${id}"`);
  return unit;
}

/** The words that the spans of a link or remark cover in one language, in the order of the text. */
export function coveredWords(entry: { unit: string; spans: SpansByLanguage }, language: Language): string[] {
  const text = segmentText(unitOf(entry.unit), language);
  return (entry.spans[language] ?? []).map((span) => spanText(text, span));
}

/** Words of English as the links respect them: with apostrophe and hyphen inside, and the apostrophe of "citizens'". */
export const englishWord = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*(?:(?<=s)['’])?/gu;

/** Where Intl.Segmenter is wrong about this text: it cuts 共/赢的 for 共赢/的 and 他/国内/政 for 他国/内政. */
const SEGMENTER_MISTAKES = new Set(['赢的', '国内']);

/** Offsets at which a Chinese word begins or ends. */
export function findHanWordBounds(text: string): ReadonlySet<number> {
  const bounds = new Set([0, text.length]);
  for (const { segment, index } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    bounds.add(index);
    if (SEGMENTER_MISTAKES.has(segment)) bounds.add(index + 1);
  }
  return bounds;
}
