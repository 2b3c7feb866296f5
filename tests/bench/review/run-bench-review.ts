import { parseArgs } from 'node:util';
import { alignTexts, type AlignedBead } from '../../../core/alignment/align-texts.ts';
import type { BeadWeights } from '../../../core/alignment/bead-weights.ts';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';
import { describeRuntime, prepareApp } from '../../../tools/launch-app.ts';
import { fitTexts, measureTexts, nameWeights } from '../align/fit-texts.ts';
import { readGoldTexts, type GoldText } from '../align/read-gold.ts';
import { describeMachine, formatReport } from '../report.ts';
import { alignmentKeysBench } from './alignment-keys.ts';
import { formatParagraphs, formatReviews, formatThresholds, summarizeReviews } from './format-review.ts';
import { measureParagraphs } from './measure-paragraphs.ts';
import { measureReview } from './measure-review.ts';
import { tryThresholds } from './try-thresholds.ts';

const HELP = `npm run bench:review -- DIR [--held-out]
npm run bench:review -- --app

Lets a scripted reader who knows the right alignment review the texts of a folder in the alignment editor. The rows are the
beads of the aligner. The reader goes from doubtful row to doubtful row and accepts or mends each with the fewest keys, until
none is left. Printed are what that took, in minutes by the keystroke-level model and usual speeds of reading, what is wrong
afterwards, and the same for other thresholds of doubt.

--held-out  aligns each text by weights fitted to the others, not by those that ship and were fitted to these texts, too

DIR         holds NAME.zh, NAME.en (one sentence a line) and NAME.gold.json ([[zh places], [en places]] counted from 0)

--app       measures in the running program how long the keys of the editor take (the bench "alignment-keys")

The last line is JSON.`;

const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

type AlignedText = readonly [GoldText, readonly AlignedBead[]];

async function run(folder: string, isHeldOut: boolean): Promise<void> {
  const lexicon = await readBundledLexicon();
  const texts = readGoldTexts(folder);
  if (texts.length === 0) throw new Error(`There is no NAME.gold.json in ${folder}.`);
  const weights = isHeldOut ? fitHeldOut(texts, lexicon) : new Map<string, BeadWeights>();
  const aligned = texts.map((text): AlignedText => {
    const held = weights.get(text.name);
    const options = { sourceLanguage: 'zh', targetLanguage: 'en', lexicon };
    const beads = alignTexts(text.source, text.target, {
      ...options,
      ...(held === undefined ? {} : { weights: held }),
    });
    return [text, beads];
  });
  const reviews = aligned.map(([text, beads]) => ({ name: text.name, review: measureReview(text, beads) }));
  console.log(formatReviews(reviews));
  console.log(`\n${formatThresholds(tryThresholds(aligned, THRESHOLDS))}`);
  console.log(`\n${formatParagraphs(aligned.map(([text, beads]) => measureParagraphs(text, beads)))}`);
  console.log(JSON.stringify(summarizeReviews(reviews.map(({ review }) => review))));
}

/** For each text the weights that fit all the others. */
function fitHeldOut(texts: readonly GoldText[], lexicon: BilingualLexicon): ReadonlyMap<string, BeadWeights> {
  const measured = measureTexts(texts, lexicon);
  return new Map(texts.map(({ name }) => [name, nameWeights(fitTexts(measured, name))]));
}

async function measureApp(): Promise<void> {
  const runtime = await prepareApp();
  const results = await alignmentKeysBench.run({ runtime, isLarge: false });
  const date = new Date().toISOString();
  console.log(formatReport({ runtime: describeRuntime(runtime), machine: describeMachine(), date, results }));
  console.log(JSON.stringify(results.map(({ name, measured, isMet }) => ({ name, ...measured, isMet }))));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    'held-out': { type: 'boolean', default: false },
    app: { type: 'boolean', default: false },
  },
});
const [folder, ...others] = positionals;
if (values.app) await measureApp();
else if (values.help || folder === undefined || others.length > 0) console.log(HELP);
else await run(folder, values['held-out']);
