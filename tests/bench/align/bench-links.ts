import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { LEAST_LINK_CONFIDENCE, proposeTextLinks } from '../../../core/alignment/propose-work-links.ts';
import { runToEnd } from '../../../core/steps.ts';
import { indexLinks } from '../../../core/text/link-index.ts';
import { isNullLink, type Link, type Work } from '../../../core/text/work.ts';
import { BUNDLED_LIBRARY, listWorkIds, readWorkFile, workFilePath } from '../../../tools/library-files.ts';
import { addLinkScores, scoreLinks, type GoldLink, type JudgedLink } from './score-links.ts';

const LEVELS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * Proposes links for the works of the library and compares with those that were made by hand.
 * @returns a table: for each level of confidence what is proposed from it on, how much of that is right, and how much was
 * found; with the lexicon and without it.
 */
export async function benchLinks(lexicon: BilingualLexicon): Promise<string> {
  const works: Work[] = [];
  for (const id of await listWorkIds(BUNDLED_LIBRARY)) {
    works.push(await readWorkFile(workFilePath(BUNDLED_LIBRARY, id)));
  }
  return [
    `with the lexicon (readers are given what has ${LEAST_LINK_CONFIDENCE} and more)`,
    tabulate(works, lexicon),
    'without it',
    tabulate(works, undefined),
  ].join('\n');
}

function tabulate(works: readonly Work[], lexicon: BilingualLexicon | undefined): string {
  const rows = LEVELS.map((least) => {
    const score = addLinkScores(works.flatMap((work) => judge(work, least, lexicon)));
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
    return [
      least.toFixed(1).padStart(10),
      String(score.proposed).padStart(8),
      share(score.right, score.proposed).padStart(9),
      share(score.found, score.made).padStart(6),
      share(score.exact, score.proposed).padStart(5),
    ].join('  ');
  });
  return ['confidence  proposed  precision  recall  exact', ...rows].join('\n');
}

function judge(work: Work, least: number, lexicon: BilingualLexicon | undefined) {
  const languages = work.editions.map(({ language }) => language);
  const links = runToEnd(
    proposeTextLinks(
      { languages, units: work.units, links: [] },
      { least, ...(lexicon === undefined ? {} : { lexicon }) },
    ),
  );
  const proposed = indexLinks({ links }).byUnit;
  const made = indexLinks(work).byUnit;
  return work.units.map(({ id }) =>
    scoreLinks((proposed.get(id) ?? []).map(toSides), (made.get(id) ?? []).flatMap(toGold)),
  );
}

function toGold(link: Link): readonly GoldLink[] {
  return isNullLink(link) ? [] : [toSides(link)];
}

function toSides({ spans }: Link): JudgedLink {
  return { source: spans['zh-Hans'] ?? [], target: spans['en'] ?? [] };
}
