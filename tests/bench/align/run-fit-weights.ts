import { BEAD_FEATURES } from '../../../core/alignment/measure-bead.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { fitTexts, measureTexts } from './fit-texts.ts';
import { alignMeasured, type MeasuredText } from './fit-weights.ts';
import { readGoldTexts } from './read-gold.ts';
import { scoreAlignments } from './score-alignment.ts';

const HELP = `npm run fit:align -- DIR

Fits core/alignment/bead-weights.ts to the texts of a folder as bench:align reads it, each as it is and with sentences left
out. Prints how well weights that were fitted to all other texts do on each, and the weights fitted to all.`;

async function run(folder: string): Promise<void> {
  const lexicon = await readBundledLexicon();
  const measured = measureTexts(readGoldTexts(folder), lexicon);
  const weights = fitTexts(measured, null);
  console.log(BEAD_FEATURES.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(2)},`).join('\n'));
  const judged = measured.map(({ name, whole, dropped }) => {
    const others = fitTexts(measured, name, weights);
    const one = { whole: judge(whole, others), dropped: judge(dropped, others) };
    console.log(`${name}  ${format([one.whole])}  with sentences left out ${format([one.dropped])}`);
    return one;
  });
  console.log(
    `all  ${format(judged.map(({ whole }) => whole))}  with sentences left out ${format(judged.map(({ dropped }) => dropped))}`,
  );
}

type Judged = Parameters<typeof scoreAlignments>[0][number];

function judge(text: MeasuredText, weights: Float64Array): Judged {
  return { gold: text.text.gold, beads: alignMeasured(text, weights) };
}

function format(judged: readonly Judged[]): string {
  const { strictF1, laxF1 } = scoreAlignments(judged);
  return `strict ${strictF1.toFixed(3)} lax ${laxF1.toFixed(3)}`;
}

const [folder] = process.argv.slice(2);
if (folder === undefined || folder === '--help') console.log(HELP);
else await run(folder);
