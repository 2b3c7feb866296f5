import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { indexOutline } from '../../core/text/outline-index.ts';
import type { OutlinePlace } from '../../core/text/outline-place.ts';
import type { Unit, Work } from '../../core/text/work.ts';
import { useText, type Text } from './use-text.ts';

/** What a unit is called in a list, in the interface's language. */
export type UnitLabel = (unit: Unit) => string;

/** Names the units of a work: "4 Economy and development", "Shared views 2", "Signature". */
export function useUnitLabel(work: Work): UnitLabel {
  const text = useText();
  const { locale } = useIntl();
  return useMemo(() => {
    const places = indexOutline(work);
    return (unit) => composeLabel(unit, places.get(unit.id), locale, text);
  }, [work, locale, text]);
}

function composeLabel(unit: Unit, place: OutlinePlace | undefined, locale: string, text: Text): string {
  const titles = place?.innermost.titles ?? {};
  const title = titles[locale] ?? titles['en'] ?? Object.values(titles)[0];
  const kind = text(`reader.unit.${unit.kind}`);
  if (place === undefined || title === undefined) {
    return unit.number === undefined ? kind : text('reader.unit.numbered', { number: unit.number });
  }
  if (unit.number !== undefined) {
    return place.innermost.unit === unit.id
      ? `${unit.number} ${title}`
      : `${title} · ${text('reader.unit.numbered', { number: unit.number })}`;
  }
  if (unit.kind !== 'paragraph' && unit.kind !== 'item') return kind;
  return place.count > 1 && place.entry.children.length === 0 ? `${title} ${place.position}` : title;
}
