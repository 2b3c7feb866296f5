import type { Annotation } from '../annotation/annotation.ts';
import type { LanguageTag } from '../text/language.ts';
import { segmentText, type Link, type Unit, type Work } from '../text/work.ts';
import { foldText, type FoldedText } from './fold-text.ts';
import { FoldedTexts } from './folded-texts.ts';
import { NoteFields, type HighlightField, type NoteField } from './note-fields.ts';
import type { PackedIndex } from './packed-index.ts';
import { WorkingMemory } from './working-memory.ts';

/** A work among those that are searched together. */
export interface CorpusWork {
  readonly unitCount: number;
  /** Undefined as long as its text is not there; what the index knows of its units is not found until then. */
  readonly work: Work | undefined;
}

/**
 * Everything a query is looked for in: the units of one work, or of many works one after another, by position from 0 on,
 * with the index of all of them and their notes. Texts are folded when they are looked into; see `FoldedTexts`.
 */
export class Corpus {
  readonly index: PackedIndex;
  readonly unitCount: number;
  /** The first position of each work, and the end of the last. */
  readonly starts: Uint32Array;
  /** For whoever searches; cleared before every search. */
  readonly memory: WorkingMemory;
  /** An object of each class that a search of this corpus makes anew; see `keep-shape.ts`. */
  readonly exemplars = new Map<unknown, object>();
  readonly #works: (Work | undefined)[];
  /** By position: from its work a unit is four steps away, each through memory that nobody has touched for long. */
  readonly #units: (Unit | undefined)[];
  readonly #folded: FoldedTexts;
  readonly #notes: (NoteFields | undefined)[];
  #links: ReadonlyMap<number, readonly Link[]> | undefined;
  #linkedUnits: Uint32Array | undefined;
  #titles: Uint32Array | undefined;
  #loadedCount: number;
  /** A zero for every work. */
  readonly #noCounts: readonly number[];
  #noteFields: readonly NoteField[] | undefined;
  #highlightFields: readonly HighlightField[] | undefined;

  /** @param index of the units of all works, in their order. */
  constructor(index: PackedIndex, works: readonly CorpusWork[]) {
    this.index = index;
    this.#works = works.map(({ work }) => work);
    this.#notes = works.map(() => undefined);
    this.#noCounts = works.map(() => 0);
    this.#loadedCount = this.#works.filter((work) => work !== undefined).length;
    this.starts = new Uint32Array(works.length + 1);
    works.forEach(({ unitCount }, workIndex) => {
      this.starts[workIndex + 1] = (this.starts[workIndex] ?? 0) + unitCount;
    });
    this.unitCount = this.starts[works.length] ?? 0;
    this.#folded = new FoldedTexts(this.unitCount);
    this.#units = Array.from({ length: this.unitCount });
    works.forEach(({ work }, workIndex) => {
      if (work !== undefined) this.#placeUnits(workIndex, work);
    });
    this.memory = new WorkingMemory(this.unitCount);
  }

  /** The languages some text is in. */
  get languages(): readonly LanguageTag[] {
    return this.index.languages;
  }

  get workCount(): number {
    return this.#works.length;
  }

  workAt(workIndex: number): Work | undefined {
    return this.#works[workIndex];
  }

  /** Gives the text of a work that was not there before. */
  setWork(workIndex: number, work: Work): void {
    if (this.#works[workIndex] === undefined) this.#loadedCount += 1;
    this.#works[workIndex] = work;
    this.#placeUnits(workIndex, work);
    this.#links = undefined;
    this.#linkedUnits = undefined;
    this.#titles = undefined;
  }

  /** How many works have their text. */
  countLoaded(): number {
    return this.#loadedCount;
  }

  /** Replaces the notes and tags of a work; without its text they are given in vain. Takes next to no time. */
  setAnnotations(workIndex: number, annotations: readonly Annotation[]): void {
    const work = this.#works[workIndex];
    const start = this.starts[workIndex];
    if (work === undefined || start === undefined) return;
    const known =
      this.#notes[workIndex] ??
      new NoteFields(new Map(work.units.map(({ id }, place) => [id, start + place])));
    known.replace(annotations);
    this.#notes[workIndex] = known;
    this.#noteFields = undefined;
    this.#highlightFields = undefined;
  }

  /** The place of the work that a unit belongs to. */
  workIndexOf(position: number): number {
    let low = 0;
    let high = this.#works.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Undefined where the text of its work is not there. */
  unitAt(position: number): Unit | undefined {
    return this.#units[position];
  }

  /** The text of a unit in a language as search compares it; '' where there is none. */
  foldedAt(language: LanguageTag, position: number): FoldedText {
    const known = this.#folded.get(language, position);
    if (known !== undefined) return known;
    const unit = this.unitAt(position);
    return unit === undefined ? NO_TEXT : this.#folded.fold(language, position, segmentText(unit, language));
  }

  /** How many of some units, ascending, are in each work, by the work's place. */
  countByWork(units: Uint32Array): readonly number[] {
    const counts = this.#noCounts.slice();
    let workIndex = 0;
    let end = this.starts[1] ?? 0;
    let before = 0;
    for (let place = 0; place < units.length; place += 1) {
      if ((units[place] ?? 0) < end) continue;
      counts[workIndex] = place - before;
      before = place;
      // Most often the next one.
      workIndex += 1;
      end = this.starts[workIndex + 1] ?? Infinity;
      if ((units[place] ?? 0) >= end) {
        workIndex = this.workIndexOf(units[place] ?? 0);
        end = this.starts[workIndex + 1] ?? Infinity;
      }
    }
    if (units.length > 0) counts[workIndex] = units.length - before;
    return counts;
  }

  /** The links of a unit. */
  linksAt(position: number): readonly Link[] {
    this.#links ??= this.#gatherLinks();
    return this.#links.get(position) ?? [];
  }

  /** The positions of the units that have links. */
  linkedUnits(): Uint32Array {
    this.#links ??= this.#gatherLinks();
    this.#linkedUnits ??= Uint32Array.from(this.#links.keys()).sort();
    return this.#linkedUnits;
  }

  /** Every note and tag. */
  notes(): readonly NoteField[] {
    this.#noteFields ??= this.#notes.flatMap((notes) => notes?.list() ?? []);
    return this.#noteFields;
  }

  /** Everything that is highlighted. */
  highlights(): readonly HighlightField[] {
    this.#highlightFields ??= this.#notes.flatMap((notes) => notes?.listHighlights() ?? []);
    return this.#highlightFields;
  }

  /** The positions of the units that are the titles of works. */
  titles(): Uint32Array {
    this.#titles ??= this.findUnits(({ kind }) => kind === 'title');
    return this.#titles;
  }

  /** The positions of the units that are as asked for. */
  findUnits(isWanted: (unit: Unit) => boolean): Uint32Array {
    const found: number[] = [];
    this.#works.forEach((work, workIndex) => {
      const start = this.starts[workIndex] ?? 0;
      work?.units.forEach((unit, place) => {
        if (isWanted(unit)) found.push(start + place);
      });
    });
    return Uint32Array.from(found);
  }

  /** The positions of all units of the works that are as asked for. */
  findUnitsOfWorks(isWanted: (work: Work) => boolean): Uint32Array {
    const wanted = new Set(
      this.#works.flatMap((work, workIndex) => (work !== undefined && isWanted(work) ? [workIndex] : [])),
    );
    const count = [...wanted].reduce((sum, workIndex) => sum + this.#lengthOf(workIndex), 0);
    const found = new Uint32Array(count);
    let at = 0;
    for (const workIndex of wanted) {
      const start = this.starts[workIndex] ?? 0;
      for (let place = 0; place < this.#lengthOf(workIndex); place += 1) {
        found[at] = start + place;
        at += 1;
      }
    }
    return found;
  }

  /** Those of some units, ascending, whose text is there. */
  keepLoaded(units: Uint32Array): Uint32Array {
    if (this.countLoaded() === this.workCount) return units;
    return units.filter((position) => this.#works[this.workIndexOf(position)] !== undefined);
  }

  #placeUnits(workIndex: number, work: Work): void {
    const start = this.starts[workIndex] ?? 0;
    for (let place = 0; place < this.#lengthOf(workIndex); place += 1) {
      this.#units[start + place] = work.units[place];
    }
  }

  #lengthOf(workIndex: number): number {
    return (this.starts[workIndex + 1] ?? 0) - (this.starts[workIndex] ?? 0);
  }

  #gatherLinks(): ReadonlyMap<number, readonly Link[]> {
    const links = new Map<number, Link[]>();
    this.#works.forEach((work, workIndex) => {
      if (work === undefined || work.links.length === 0) return;
      const start = this.starts[workIndex] ?? 0;
      const positions = new Map(work.units.map(({ id }, place) => [id, start + place]));
      for (const link of work.links) {
        const position = positions.get(link.unit);
        if (position === undefined) continue;
        const ofUnit = links.get(position);
        if (ofUnit === undefined) links.set(position, [link]);
        else ofUnit.push(link);
      }
    });
    return links;
  }
}

const NO_TEXT = foldText('');
