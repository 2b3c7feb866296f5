import { findFrom } from '../position-sets.ts';
import type { WeighedList } from './query-plan.ts';
import type { SkipTable } from './skip-table.ts';
import type { Weigher } from './weigh-postings.ts';

// Both functions read the postings that postings.ts describes, and weigh them while they read. The reading is written out in
// each, as it is in postings.ts and skip-table.ts: a call for each of a hundred thousand postings takes longer than reading it.

/** All units of a list, ascending, and what they weigh. Both arrays have room for them. */
export function weighList(
  records: Uint8Array,
  list: WeighedList,
  weigher: Weigher,
  units: Uint32Array,
  scores: Float64Array,
): void {
  weigher.begin(list);
  let offset = list.start;
  let unit = 0;
  for (let count = 0; count < list.unitCount; count += 1) {
    let byte = records[offset++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = records[offset++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    unit += value >>> 1;
    let frequency = 1;
    if ((value & 1) === 1) {
      byte = records[offset++] ?? 0;
      frequency = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = records[offset++] ?? 0;
        frequency |= (byte & 0x7f) << shift;
      }
      frequency += 2;
    }
    units[count] = unit;
    scores[count] = weigher.weigh(unit, frequency);
  }
}

/**
 * Keeps the first `count` of some units, ascending, that are in a list, and adds to their scores what they weigh there.
 * @param skips of the list, where it is so long that most of it should not be read.
 * @returns how many were kept; they stand at the beginning of both arrays.
 */
export function keepListed(
  records: Uint8Array,
  list: WeighedList,
  skips: SkipTable | undefined,
  weigher: Weigher,
  units: Uint32Array,
  scores: Float64Array,
  count: number,
): number {
  weigher.begin(list);
  const { end } = list;
  let offset = list.start;
  // What was read last, and what the next distance counts from.
  let unit = -1;
  let frequency = 0;
  let base = 0;
  let block = 0;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const wanted = units[at] ?? 0;
    if (skips !== undefined && (skips.units[block + 1] ?? Infinity) < wanted) {
      block = findFrom(skips.units, wanted, block + 1) - 1;
      unit = skips.units[block] ?? 0;
      base = unit;
      offset = skips.offsets[block] ?? 0;
    }
    while (unit < wanted && offset < end) {
      let byte = records[offset++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = records[offset++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      unit = base + (value >>> 1);
      base = unit;
      frequency = 1;
      if ((value & 1) === 1) {
        byte = records[offset++] ?? 0;
        frequency = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = records[offset++] ?? 0;
          frequency |= (byte & 0x7f) << shift;
        }
        frequency += 2;
      }
    }
    if (unit < wanted) break;
    if (unit !== wanted) continue;
    units[kept] = unit;
    scores[kept] = (scores[at] ?? 0) + weigher.weigh(unit, frequency);
    kept += 1;
  }
  return kept;
}
