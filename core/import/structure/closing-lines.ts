import { measureText } from '../language/script.ts';

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const HAN_NUMBER = '[\\d〇零○Ｏ一二三四五六七八九十]';

const DATES: readonly RegExp[] = [
  new RegExp(
    `^(?:于\\s?)?(?:公元)?${HAN_NUMBER}{2,4}\\s?年\\s?${HAN_NUMBER}{1,3}\\s?月(?:\\s?${HAN_NUMBER}{1,3}\\s?[日号])?`,
    'u',
  ),
  new RegExp(`^(?:on |this )?(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`, 'iu'),
  new RegExp(`^(?:on |this )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: day of)? (?:${MONTHS})\\.?,? \\d{4}`, 'iu'),
  /^«?\d{1,2}»? \p{L}+ \d{4} ?(?:г\.?|года)?/iu,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u,
];

/** Whether a line is a date, with or without the place: "June 25, 2016", "Done at Beijing on 25 June 2016." */
export function isDateLine(text: string): boolean {
  const line = text.replace(/^[（(]|[）)]$|[.。]$/gu, '').trim();
  if (line.length > 70 || /[。；;]/u.test(line)) return false;
  const [, before = '', date = ''] = FORMULA.exec(line) ?? ['', '', line];
  const length = Math.max(...DATES.map((pattern) => pattern.exec(date)?.[0].length ?? 0));
  if (length === 0) return false;
  const rest = date.slice(length);
  return before.length + rest.length <= 40 && (rest.length <= 3 || before !== '' || PLACE_AFTER.test(rest));
}

/** "Done at Beijing on …", "Beijing, …", "Совершено в Пекине …". */
const FORMULA =
  /^((?:done|signed|adopted|issued|concluded)(?: (?:at|in) [\p{L} ,.'-]{2,30}?)?,? (?:on )?|(?:г\. ?)?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?, (?:on )?|(?:совершено|подписано)[\p{L} ]{0,24} |\p{Script=Han}{2,6}[，, ])(?=.*\d{4})(.+)$/iu;

const PLACE_AFTER =
  /^[\s，,]*(?:(?:于|在)?[\p{Script=Han}、]{2,12}(?:签署|签订|通过|订立)?|(?:(?:at|in) )?\p{Lu}[\p{L} -]{1,24})$/u;

/** A line that says where, and perhaps when, a text was signed: "于北京", "Done at Beijing", "(Beijing, 25 June 2016)". */
export function isPlaceLine(text: string): boolean {
  return /^(?:[（(]?(?:于|在)\p{Script=Han}{2,8}[）)]?|(?:done |signed )?(?:at|in) \p{Lu}[\p{L} -]{1,30}|\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}|г\. ?\p{Lu}\p{L}+|\p{Script=Han}{2,6})$/u.test(
    text,
  );
}

const OFFICE =
  /主席|总统|总理|首相|部长|大臣|代表|大使|秘书长|司长|局长|主任|总干事|国王|外长|校长|院长|委员长|議長|總統|president|minister|secretary|ambassador|representative|director|chair|premier|chancellor|king|queen|governor|mayor|commissioner|^for (?:the )?|^on behalf of|президент|министр|председатель|посол|представитель|^за |^от имени/iu;

/** Whether a line names an office or a party that signs. */
export function isOfficeLine(text: string): boolean {
  return text.length <= 120 && OFFICE.test(text);
}

/** Whether a line may be the name of a person. */
export function isNameLine(text: string): boolean {
  const line = text.replace(/^[（(]?(?:签字|签署|signed|подпись)[）)]?\s*[:：]?\s*/iu, '');
  if (
    /^\p{Script=Han}{2,4}$/u.test(line) ||
    /^[\p{Script=Han}A-Z]{1,8}(?:[·•.．][\p{Script=Han}A-Z]{1,10}){1,3}$/u.test(line)
  )
    return !isOfficeLine(line);
  if (!/^[\p{Lu}][\p{L}.'’-]*(?: (?:[\p{Lu}][\p{L}.'’-]*|de|van|von|bin|al|el|da|di)){1,4}$/u.test(line))
    return false;
  return !isOfficeLine(line);
}

/** Whether a line is short enough for the end of a text, and no sentence. */
export function isClosingLine(text: string): boolean {
  return (
    measureText(text) <= 140 &&
    !/[。；;，,：:!?！？]$/u.test(text) &&
    (!text.endsWith('.') || isDateLine(text))
  );
}
