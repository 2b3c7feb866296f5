import { parseArgs } from 'node:util';
import { alignTexts, type Bead } from '../../../core/alignment/align-texts.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { benchLinks } from './bench-links.ts';
import { formatCalibration } from './calibration.ts';
import { measureGrowth } from './growth.ts';
import { readGoldTexts, type GoldText } from './read-gold.ts';
import { scoreAlignments, type BeadPlaces } from './score-alignment.ts';

const HELP = `npm run bench:align -- DIR [--growth]

Aligns the texts of a folder and compares with alignments made by hand.

DIR       holds NAME.zh, NAME.en (one sentence a line) and NAME.gold.json ([[zh places], [en places]] counted from 0)
--growth  also aligns 1,000, 3,000 and 10,000 sentences put together from these texts, and prints time and memory

The last line is JSON: { strictF1, laxF1, seconds }.`;

interface Aligned extends GoldText {
  readonly beads: readonly Bead[];
  readonly seconds: number;
}

async function run(folder: string, hasGrowth: boolean): Promise<void> {
  const lexicon = await readBundledLexicon();
  const texts = readGoldTexts(folder);
  if (texts.length === 0) throw new Error(`There is no NAME.gold.json in ${folder}.`);
  const align = (source: readonly string[], target: readonly string[]): readonly Bead[] =>
    alignTexts(source, target, { sourceLanguage: 'zh', targetLanguage: 'en', lexicon });
  const aligned = texts.map((text): Aligned => {
    const start = performance.now();
    const beads = align(text.source, text.target);
    return { ...text, beads, seconds: (performance.now() - start) / 1000 };
  });
  const seconds = aligned.reduce((sum, one) => sum + one.seconds, 0);
  console.log('text        sentences    strict F1   lax F1   seconds');
  for (const one of aligned) console.log(formatRow(one.name, [one], one.seconds));
  console.log(formatRow('all', aligned, seconds));
  console.log(`\n${formatCalibration(aligned)}`);
  console.log(`\nlinks of the library against those made by hand\n${await benchLinks(lexicon)}`);
  if (hasGrowth) for (const line of measureGrowth(texts, align)) console.log(line);
  const { strictF1, laxF1 } = scoreAlignments(aligned.map(toPlaces));
  console.log(JSON.stringify({ strictF1: round(strictF1), laxF1: round(laxF1), seconds: round(seconds) }));
}

function toPlaces({ gold, beads }: Aligned): {
  readonly gold: readonly BeadPlaces[];
  readonly beads: readonly BeadPlaces[];
} {
  return { gold, beads: beads.map(({ source, target }) => [source, target]) };
}

function formatRow(name: string, aligned: readonly Aligned[], seconds: number): string {
  const { strictF1, laxF1 } = scoreAlignments(aligned.map(toPlaces));
  const count = (side: 'source' | 'target'): number =>
    aligned.reduce((sum, one) => sum + one[side].length, 0);
  const sentences = `${count('source')} / ${count('target')}`;
  return [
    name.padEnd(8),
    sentences.padStart(13),
    strictF1.toFixed(3).padStart(12),
    laxF1.toFixed(3).padStart(8),
    seconds.toFixed(2).padStart(9),
  ].join(' ');
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false }, growth: { type: 'boolean', default: false } },
});
const [folder, ...others] = positionals;
if (values.help || folder === undefined || others.length > 0) console.log(HELP);
else await run(folder, values.growth);
