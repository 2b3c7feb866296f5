import type { LanguageTag } from '../../text/language.ts';
import type { Bead } from '../align-texts.ts';
import { sideOf, type EditedRow, type EditedSentence } from './edited-row.ts';
import type { LanguagePair } from './measure-rows.ts';

/** For sentences, by their names, the bead the aligner put them into. */
export type BeadNames = ReadonlyMap<string, string>;

/** Sentences of a row that answer each other, by their places on their sides. */
export interface Ribbon {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** A name for a sentence that it keeps wherever it is moved. */
export function nameSentence({ origin }: EditedSentence, language: LanguageTag): string {
  return `${language} ${origin.unit} ${origin.start}`;
}

/** Names the beads over the sentences of rows. */
export function nameBeads(
  rows: readonly EditedRow[],
  [source, target]: LanguagePair,
  beads: readonly Bead[],
): BeadNames {
  const listNames = (language: LanguageTag): readonly string[] =>
    rows.flatMap((row) => sideOf(row, language).map((sentence) => nameSentence(sentence, language)));
  const names = { source: listNames(source), target: listNames(target) };
  return new Map(
    beads.flatMap((bead): (readonly [string, string])[] => {
      const members = [
        ...bead.source.flatMap((at) => names.source[at] ?? []),
        ...bead.target.flatMap((at) => names.target[at] ?? []),
      ];
      const [first = ''] = members;
      return members.map((member) => [member, first]);
    }),
  );
}

/**
 * Which sentences inside a row answer each other: those of one bead, and all others of one side those of the other.
 * What has no answer in the row has no ribbon.
 */
export function findRibbons(
  row: EditedRow,
  [source, target]: LanguagePair,
  beads: BeadNames,
): readonly Ribbon[] {
  const groups = new Map<string, { readonly source: number[]; readonly target: number[] }>();
  const sides = [
    ['source', source],
    ['target', target],
  ] as const;
  for (const [side, language] of sides) {
    for (const [at, sentence] of sideOf(row, language).entries()) {
      const bead = beads.get(nameSentence(sentence, language)) ?? '';
      const group = groups.get(bead) ?? { source: [], target: [] };
      group[side].push(at);
      groups.set(bead, group);
    }
  }
  const isWhole = (ribbon: Ribbon): boolean => ribbon.source.length > 0 && ribbon.target.length > 0;
  const whole = [...groups.values()].filter(isWhole);
  const halves = [...groups.values()].filter((ribbon) => !isWhole(ribbon));
  const rest = {
    source: halves.flatMap((half) => half.source).toSorted((a, b) => a - b),
    target: halves.flatMap((half) => half.target).toSorted((a, b) => a - b),
  };
  return isWhole(rest) ? [...whole, rest] : whole;
}
