/**
 * A UTF-16 offset as an offset in Unicode code points, which is what W3C's TextPositionSelector counts. An offset inside
 * a surrogate pair comes out behind the pair; beyond the text each unit counts as one code point.
 */
export function toCodePointOffset(text: string, utf16Offset: number): number {
  let count = 0;
  let index = 0;
  for (; index < utf16Offset && index < text.length; index += isPairAt(text, index) ? 2 : 1) count += 1;
  return count + Math.max(0, utf16Offset - Math.max(index, text.length));
}

/** The reverse of {@link toCodePointOffset}: an offset in Unicode code points as one in UTF-16 code units. */
export function toUtf16Offset(text: string, codePointOffset: number): number {
  let index = 0;
  for (let count = 0; count < codePointOffset; count += 1) {
    if (index >= text.length) return index + codePointOffset - count;
    index += isPairAt(text, index) ? 2 : 1;
  }
  return index;
}

function isPairAt(text: string, index: number): boolean {
  const codePoint = text.codePointAt(index);
  return codePoint !== undefined && codePoint > 0xffff;
}
