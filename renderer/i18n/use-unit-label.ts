import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import {
  labelUnits,
  nameUnit,
  type UnitLabel,
  type UnitPlace,
  type UnitWords,
} from '../../core/text/unit-label.ts';
import type { Work } from '../../core/text/work.ts';
import { useText } from './use-text.ts';

/** Names the units of a work in the interface's language: "4 Economy and development", "Shared views 2", "Signature". */
export function useUnitLabel(work: Work): UnitLabel {
  const words = useUnitWords();
  return useMemo(() => labelUnits(work, words), [work, words]);
}

/** Names units of any work by what is known of their places. */
export function useUnitNamer(): (place: UnitPlace) => string {
  const words = useUnitWords();
  return useMemo(() => (place) => nameUnit(place, words), [words]);
}

function useUnitWords(): UnitWords {
  const text = useText();
  const { locale } = useIntl();
  return useMemo(() => {
    const kinds = {
      title: text('reader.unit.title'),
      paragraph: text('reader.unit.paragraph'),
      item: text('reader.unit.item'),
      heading: text('reader.unit.heading'),
      signature: text('reader.unit.signature'),
      dateline: text('reader.unit.dateline'),
      footnote: text('reader.unit.footnote'),
    };
    const numbered = (number: string) => text('reader.unit.numbered', { number });
    return { language: locale, kinds, numbered };
  }, [locale, text]);
}
