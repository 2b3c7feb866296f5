import type { LibraryOutcome, LibraryUnitResult } from '../../../core/search/library-results.ts';
import { fieldKey } from '../../../core/search/search-result.ts';
import type { Work } from '../../../core/text/work.ts';
import type { ResultGroup, ResultLine } from './result-groups.ts';

/** The titles of every work, by id. */
export type WorkTitles = ReadonlyMap<string, Work['titles']>;

/** What was found in the library, as it is shown: work by work, each begun by its heading. */
export function composeLibraryGroups(outcome: LibraryOutcome, titles: WorkTitles): readonly ResultGroup[] {
  return outcome.works.flatMap(({ workId, unitCount, units }) =>
    units.map((unit, index): ResultGroup => ({
      key: `${workId} ${unit.unitId}`,
      place: unit.place,
      heading: index > 0 ? undefined : { workId, titles: titles.get(workId) ?? {}, count: unitCount },
      lines: composeLines(workId, unit),
      via: unit.via,
    })),
  );
}

function composeLines(workId: string, { unitId, lines }: LibraryUnitResult): readonly ResultLine[] {
  return lines.map(({ field, excerpt, language, span }) => {
    const annotationId = field.kind === 'text' ? undefined : field.annotationId;
    return {
      key: `${workId} ${unitId} ${fieldKey(field)}`,
      field,
      excerpt,
      target: { workId, unit: unitId, language, span, annotationId },
    };
  });
}
