/**
 * A 53-bit hash of a list of texts, as hexadecimal digits: to notice that something has changed, not to withstand
 * forgery. The mixing is cyrb53's (public domain, by bryc).
 */
export function hashTexts(texts: Iterable<string>): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const mix = (value: number): void => {
    high = Math.imul(high ^ value, 2654435761);
    low = Math.imul(low ^ value, 1597334677);
  };
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) mix(text.charCodeAt(index));
    // No code unit is this large: it keeps ["ab"] apart from ["a", "b"].
    mix(0x10000);
  }
  const first = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const second = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(16).padStart(14, '0');
}
