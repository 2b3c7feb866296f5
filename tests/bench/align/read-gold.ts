import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { splitLines } from '../../../tools/align-commands.ts';
import type { BeadPlaces } from './score-alignment.ts';

/** A text in two languages, one sentence a line, with its alignment made by hand. */
export interface GoldText {
  readonly name: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly BeadPlaces[];
}

const goldSchema = z.array(z.tuple([z.array(z.int().min(0)), z.array(z.int().min(0))]));

/** The texts of a folder that holds NAME.zh, NAME.en and NAME.gold.json for each. */
export function readGoldTexts(folder: string): readonly GoldText[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => file.slice(0, -'.gold.json'.length))
    .toSorted();
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return names.map((name) => ({
    name,
    source: splitLines(read(`${name}.zh`)),
    target: splitLines(read(`${name}.en`)),
    gold: goldSchema.parse(JSON.parse(read(`${name}.gold.json`))),
  }));
}
