import { proposeWorkLinks } from '../core/alignment/propose-work-links.ts';
import { runToEnd } from '../core/steps.ts';
import { indexLinks } from '../core/text/link-index.ts';
import { spanText } from '../core/text/text-span.ts';
import { serializeWork } from '../core/text/work-file.ts';
import { isProposedLink, segmentText, type Link, type Unit, type Work } from '../core/text/work.ts';
import { readBundledLexicon } from './lexicon-file.ts';

/** A work with the links that the program proposes: as work.json, or for people what is linked, unit by unit. */
export async function linkNamedWork(work: Work, isJson: boolean): Promise<string> {
  const linked = runToEnd(proposeWorkLinks(work, { lexicon: await readBundledLexicon() }));
  return isJson ? JSON.stringify(serializeWork(linked), null, 2) : describeLinks(linked);
}

function describeLinks(work: Work): string {
  const links = indexLinks(work).byUnit;
  const units = work.units.flatMap((unit) => {
    const lines = (links.get(unit.id) ?? []).map((link) => describeLink(link, unit, work));
    return lines.length === 0 ? [] : [[`[${unit.id}]`, ...lines].join('\n')];
  });
  return units.length === 0 ? 'Nothing was found that answers each other.' : units.join('\n\n');
}

function describeLink(link: Link, unit: Unit, { editions }: Work): string {
  const sides = editions.flatMap(({ language }) => {
    const spans = link.spans[language];
    if (spans === undefined) return [];
    return [spans.map((span) => spanText(segmentText(unit, language), span)).join(' … ')];
  });
  const { confidence = 1 } = link;
  return `${sides.join(' = ')}  ${isProposedLink(link) ? `${Math.round(100 * confidence)} %` : 'made by hand'}`;
}
