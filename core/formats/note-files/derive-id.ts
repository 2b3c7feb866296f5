import { hashTexts } from '../../search/content-hash.ts';

/**
 * A UUID (version 8, RFC 9562) made of texts: the same texts always give the same id, so that importing or merging a
 * file again finds what the first time has made.
 */
export function deriveId(texts: readonly string[]): string {
  const digits = ['1', '2', '3'].map((salt) => hashTexts([salt, ...texts])).join('');
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
