import type { ImportFormat } from './imported-document.ts';

/** How much of a file shows what it is, in bytes. */
const HEAD_LENGTH = 4096;

/** The format of a file, by its content and then by its name. */
export function detectFormat(name: string, bytes: Uint8Array): ImportFormat {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD_LENGTH));
  const isPage = /<!doctype html|<html[\s>]|<body[\s>]|<(?:p|div|table|h1)(?:\s[^>]*)?>/iu.test(head);
  return isPage || /\.x?html?$/iu.test(name) ? 'html' : 'text';
}
