import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { proposeLinks, type ProposedLink } from '../../../core/alignment/phrase-links.ts';
import { isNullLink, segmentText } from '../../../core/text/work.ts';
import { BUNDLED_LIBRARY, listWorkIds, readWorkFile, workFilePath } from '../../../tools/library-files.ts';
import { addLinkScores, scoreLinks, type GoldLink } from './score-links.ts';

const LEVELS = [0, 0.3, 0.5, 0.7, 0.8];

/**
 * Proposes links for the works of the library and compares with those that were made by hand.
 * @returns a table: for each level of confidence what is shown from it on, how much of that is right, and how much was found.
 */
export async function benchLinks(lexicon: BilingualLexicon): Promise<string> {
  const judged: { readonly proposals: readonly ProposedLink[]; readonly gold: readonly GoldLink[] }[] = [];
  for (const id of await listWorkIds(BUNDLED_LIBRARY)) {
    const work = await readWorkFile(workFilePath(BUNDLED_LIBRARY, id));
    const units = work.units.map((unit) => ({
      source: segmentText(unit, 'zh-Hans'),
      target: segmentText(unit, 'en'),
    }));
    const proposals = proposeLinks(units, { sourceLanguage: 'zh-Hans', targetLanguage: 'en', lexicon });
    work.units.forEach((unit, place) => {
      const gold = work.links
        .filter((link) => link.unit === unit.id && !isNullLink(link))
        .map(({ spans }) => ({ source: spans['zh-Hans'] ?? [], target: spans['en'] ?? [] }));
      judged.push({ proposals: proposals[place] ?? [], gold });
    });
  }
  const rows = LEVELS.map((level) => {
    const score = addLinkScores(
      judged.map(({ proposals, gold }) =>
        scoreLinks(
          proposals.filter(({ confidence }) => confidence >= level),
          gold,
        ),
      ),
    );
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
    return [
      level.toFixed(1).padStart(10),
      String(score.proposed).padStart(8),
      share(score.right, score.proposed).padStart(9),
      share(score.found, score.made).padStart(6),
      share(score.exact, score.proposed).padStart(5),
    ].join('  ');
  });
  return ['confidence  proposed  precision  recall  exact', ...rows].join('\n');
}
