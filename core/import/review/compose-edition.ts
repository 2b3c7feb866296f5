import type { Work } from '../../text/work.ts';
import type { ImportedUnit } from '../pairing/make-units.ts';
import { composeEditionOf, type ComposedEdition } from './compose-work.ts';

/**
 * A work with one more edition: its units, links, remarks, terms and contents are those it had, with the new segments and
 * with units for what answers none of them.
 * @param units those of the work in their order, with others between them, as adding an edition gives them.
 */
export function composeEdition(work: Work, units: readonly ImportedUnit[], edition: ComposedEdition): Work {
  const own = new Map(work.units.map((unit) => [unit.id, unit]));
  const { found, language, details } = edition;
  return {
    ...work,
    titles: { ...work.titles, [language]: details.title.trim() },
    editions: [...work.editions, composeEditionOf(edition)],
    units: units.map(({ confidence: _confidence, ...unit }) => {
      const { [found]: text = '', ...others } = unit.segments;
      const known = own.get(unit.id);
      return known === undefined
        ? { ...unit, segments: { ...others, [language]: text } }
        : { ...known, segments: { ...known.segments, [language]: text } };
    }),
  };
}
