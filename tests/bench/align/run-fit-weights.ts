import { BEAD_WEIGHTS } from '../../../core/alignment/bead-weights.ts';
import { BEAD_FEATURES } from '../../../core/alignment/measure-bead.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { dropSentences } from './drop-sentences.ts';
import { alignMeasured, fitWeights, measureText, type MeasuredText } from './fit-weights.ts';
import { readGoldTexts } from './read-gold.ts';
import { scoreAlignments } from './score-alignment.ts';

const HELP = `npm run fit:align -- DIR

Fits core/alignment/bead-weights.ts to the texts of a folder as bench:align reads it, each as it is and with sentences left
out. Prints how well weights that were fitted to all other texts do on each, and the weights fitted to all.`;

/** Nearly none: a thousand beads say enough about two dozen weights. */
const STRICTNESS = 0.05;

/** What no text of the folder shows keeps the weight that was chosen by hand. */
const BY_HAND: ReadonlySet<string> = new Set(['sameLabel', 'otherLabel', 'innerLabel']);

async function run(folder: string): Promise<void> {
  const lexicon = await readBundledLexicon();
  const texts = readGoldTexts(folder);
  const measured = texts.map((text, index) => ({
    name: text.name,
    whole: measureText(text, lexicon),
    dropped: measureText(dropSentences(text, index + 1), lexicon),
  }));
  const start = Float64Array.from(BEAD_FEATURES, (name) => BEAD_WEIGHTS[name]);
  const prior = Float64Array.from(BEAD_FEATURES, (name) => (BY_HAND.has(name) ? BEAD_WEIGHTS[name] : 0));
  const fit = (name: string | null, from: Float64Array): Float64Array => {
    const used = measured.filter((one) => one.name !== name);
    return fitWeights(
      used.flatMap(({ whole, dropped }) => [whole, dropped]),
      prior,
      STRICTNESS,
      from,
    );
  };
  const weights = fit(null, start);
  console.log(BEAD_FEATURES.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(2)},`).join('\n'));
  const judged = measured.map(({ name, whole, dropped }) => {
    const others = fit(name, weights);
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
