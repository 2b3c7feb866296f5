/** A counter as a word processor prints it, by the names of WordprocessingML (ST_NumberFormat). */
export function formatCounter(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographTraditional':
    case 'japaneseCounting':
      return toHan(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return Array.from(String(value), (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
    case 'lowerLetter':
      return toLetters(value);
    case 'upperLetter':
      return toLetters(value).toUpperCase();
    case 'lowerRoman':
      return toRoman(value).toLowerCase();
    case 'upperRoman':
      return toRoman(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'russianLower':
      return 'абвгдежзиклмнопрстуфхцчшщэюя'.charAt(value - 1) || String(value);
    case 'russianUpper':
      return 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ'.charAt(value - 1) || String(value);
    default:
      return String(value);
  }
}

const HAN_DIGITS = '零一二三四五六七八九';

/** Up to 9999: 十, 二十三, 一百零五. */
function toHan(value: number): string {
  if (value < 0 || value > 9999) return String(value);
  if (value < 10) return HAN_DIGITS.charAt(value);
  let text = '';
  let hasGap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) hasGap = text !== '';
    else {
      const isTeen = digit === 1 && unit === 10 && text === '';
      text += `${hasGap ? '零' : ''}${isTeen ? '' : HAN_DIGITS.charAt(digit)}${name}`;
      hasGap = false;
    }
  }
  return text;
}

/** a … z, then aa, bb, … as word processors count. */
function toLetters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function toRoman(value: number): string {
  const signs = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
