import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { alignTexts, type Bead } from '../core/alignment/align-texts.ts';
import { guessLanguage } from '../core/text/guess-language.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { chooseCorrection } from './import-commands.ts';
import { readBundledLexicon } from './lexicon-file.ts';

/** How two files are to be aligned. */
export interface AlignFilesOptions {
  readonly isJson: boolean;
  /** BCP 47 tags, `NAME=TAG` for one file; where there is none the text is to say it. */
  readonly languages: readonly string[];
}

/** Aligns the lines of two UTF-8 files and prints the beads, as JSON or side by side. */
export async function alignFiles(
  sourceFile: string,
  targetFile: string,
  options: AlignFilesOptions,
): Promise<string> {
  const source = splitLines(await readFile(sourceFile, 'utf8'));
  const target = splitLines(await readFile(targetFile, 'utf8'));
  const beads = alignTexts(source, target, {
    sourceLanguage: chooseCorrection(options.languages, basename(sourceFile)) ?? guessLanguageOf(source),
    targetLanguage: chooseCorrection(options.languages, basename(targetFile)) ?? guessLanguageOf(target),
    lexicon: await readBundledLexicon(),
  });
  if (options.isJson) return JSON.stringify(beads.map(toRow));
  return beads.map((bead) => describeBead(bead, source, target)).join('\n\n');
}

/** The lines of a text; what ends with a line feed has no empty line behind it. */
export function splitLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function guessLanguageOf(lines: readonly string[]): LanguageTag {
  // A text without a letter has no language: 'und' in BCP 47.
  return guessLanguage(lines.join('\n')) ?? 'und';
}

function toRow({ source, target, confidence }: Bead): Bead {
  return { source, target, confidence: Number(confidence.toFixed(4)) };
}

function describeBead(bead: Bead, source: readonly string[], target: readonly string[]): string {
  const side = (places: readonly number[], lines: readonly string[]): readonly string[] =>
    places.map((place) => `${place + 1}  ${lines[place] ?? ''}`);
  const head = `${bead.source.length}-${bead.target.length}  ${Math.round(100 * bead.confidence)} %`;
  return [head, ...side(bead.source, source), ...side(bead.target, target)].join('\n');
}
