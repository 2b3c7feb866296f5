import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ShownColumn, ShownPlace } from '../../../core/concordance/concordance-question.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import type { UnitPlace } from '../../../core/text/unit-label.ts';
import { useUnitNamer } from '../../i18n/use-unit-label.ts';
import type { ConcordanceText } from './use-concordance.ts';

/** What places are called in the interface's language. */
export interface PlaceNames {
  readonly nameUnit: (place: UnitPlace) => string;
  readonly nameWork: (workId: string) => string;
  /** The clause; before it the work, where there are several. */
  readonly namePlace: (place: Pick<ShownPlace, 'workId' | 'place'>) => string;
  readonly nameColumn: (column: ShownColumn) => string;
}

export function usePlaceNames(texts: readonly ConcordanceText[]): PlaceNames {
  const nameUnit = useUnitNamer();
  const { locale } = useIntl();
  return useMemo(() => {
    const choose = (titles: Readonly<Record<string, string>>): string | undefined =>
      chooseTitle(titles, locale)?.title;
    const titles = new Map(texts.map(({ workId, titles: own }) => [workId, choose(own) ?? workId]));
    const nameWork = (workId: string): string => titles.get(workId) ?? workId;
    const withWork = (workId: string, name: string): string =>
      texts.length > 1 ? `${nameWork(workId)} · ${name}` : name;
    return {
      nameUnit,
      nameWork,
      namePlace: ({ workId, place }) => withWork(workId, nameUnit(place)),
      nameColumn: ({ workId, titles: own, place }) => {
        const title = own === undefined ? undefined : choose(own);
        if (title === nameWork(workId)) return title;
        return withWork(workId, title ?? nameUnit(place));
      },
    };
  }, [texts, nameUnit, locale]);
}
