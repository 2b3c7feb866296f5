import type { Annotation } from '../annotation/annotation.ts';
import { noteWords } from '../annotation/note-words.ts';
import { placeAnnotations } from '../annotation/place-annotations.ts';
import { indexOutline } from '../text/outline-index.ts';
import { describeUnitPlace } from '../text/unit-label.ts';
import { segmentText, type Unit, type Work } from '../text/work.ts';
import { Corpus } from './corpus.ts';
import { excerptLengthOf, makeExcerpt } from './excerpt.ts';
import type { LibraryIndex } from './library-index.ts';
import type { LibraryLine, LibraryOutcome, LibraryUnitResult } from './library-results.ts';
import type { QueryNames } from './query.ts';
import type { FieldMatch, SearchResult } from './search-result.ts';
import { searchCorpus } from './search-corpus.ts';

/** Searches many works at once. Texts come one after another; what has not come yet is not found. */
export interface LibrarySearcher {
  /** Puts the text of a work under its index. A work that is not in the index is left out. */
  readonly addWork: (work: Work) => void;
  /** How many texts are there. */
  readonly countWorks: () => number;
  /** Replaces the notes of a work, whether its text is there yet or not. */
  readonly setAnnotations: (workId: string, annotations: readonly Annotation[]) => void;
  /** Answers a query with the `limit` best units; `colors` is what the reader calls the highlight colours. Never throws for what a reader could type. */
  readonly search: (text: string, limit: number, colors: QueryNames['colors']) => LibraryOutcome;
}

/** Opens an index for searching; the weights of all works are weights in the one index, and so can be compared. */
export function createLibrarySearcher({ texts, index }: LibraryIndex): LibrarySearcher {
  const corpus = new Corpus(
    index,
    texts.map(({ unitCount }) => ({ unitCount, work: undefined })),
  );
  const places = new Map(texts.map(({ workId }, place) => [workId, place]));
  const notes = new Map<string, readonly Annotation[]>();

  return {
    addWork: (work) => {
      const place = places.get(work.id);
      if (place === undefined || work.units.length !== texts[place]?.unitCount) return;
      corpus.setWork(place, work);
      corpus.setAnnotations(place, notes.get(work.id) ?? []);
    },
    countWorks: () => corpus.countLoaded(),
    setAnnotations: (workId, annotations) => {
      notes.set(workId, annotations);
      const place = places.get(workId);
      if (place !== undefined) corpus.setAnnotations(place, annotations);
    },
    search: (text, limit, colors) => {
      const { results, total, unitsByWork, problems } = searchCorpus(corpus, text, { limit, colors });
      const byWork = new Map<number, SearchResult[]>();
      for (const result of results) {
        const workIndex = corpus.workIndexOf(result.position);
        byWork.set(workIndex, [...(byWork.get(workIndex) ?? []), result]);
      }
      const works = [...byWork].flatMap(([workIndex, ofWork]) => {
        const work = corpus.workAt(workIndex);
        if (work === undefined) return [];
        const units = composeUnits(work, ofWork, notes.get(work.id) ?? []);
        return [{ workId: work.id, unitCount: unitsByWork[workIndex] ?? units.length, units }];
      });
      return {
        works,
        unitCount: total,
        workCount: unitsByWork.filter((count) => count > 0).length,
        problems,
      };
    },
  };
}

function composeUnits(
  work: Work,
  results: readonly SearchResult[],
  annotations: readonly Annotation[],
): readonly LibraryUnitResult[] {
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  const outline = indexOutline(work);
  return results.flatMap(({ unitId, matches, via }) => {
    const unit = units.get(unitId);
    if (unit === undefined) return [];
    const lines = matches.flatMap((match) => composeLine(match, unit, work, annotations));
    if (lines.length === 0) return [];
    return [{ unitId, place: describeUnitPlace(unit, outline.get(unitId)), lines, via }];
  });
}

function composeLine(
  { field, spans }: FieldMatch,
  unit: Unit,
  work: Work,
  annotations: readonly Annotation[],
): readonly LibraryLine[] {
  if (field.kind === 'text') {
    const { language } = field;
    const excerpt = makeExcerpt(segmentText(unit, language), spans, excerptLengthOf(language));
    return [{ field, excerpt, language, span: spans[0] }];
  }
  const annotation = annotations.find(({ id }) => id === field.annotationId);
  if (annotation === undefined) return [];
  const [placed] = placeAnnotations(work, [annotation]).byId.values();
  const placement = placed?.placements.find((candidate) => candidate.unit === unit.id);
  const language = placement?.language ?? annotation.targets[0]?.language ?? work.editions[0]?.language;
  const text = field.kind === 'note' ? noteWords(annotation.body) : field.tag;
  const excerpt = makeExcerpt(text, spans, excerptLengthOf(undefined));
  return [{ field, excerpt, language: language ?? 'und', span: placement?.span }];
}
