import { findCandidates, type Candidate } from '../../core/annotation/find-candidates.ts';
import { makeExcerpt } from '../../core/search/excerpt.ts';
import { spansOverlap } from '../../core/text/text-span.ts';
import { segmentText, type Work } from '../../core/text/work.ts';
import { DetachedNotes, type CandidatePlace, type DetachedNote } from '../features/notes/DetachedNotes.tsx';
import { useUnitLabel } from '../i18n/use-unit-label.ts';
import { freeFromWords, listDetached, oldUnit, reattach, removeDetached } from './detached-targets.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';

/** As much of the text around a place as tells it from its look-alikes, in UTF-16 code units. */
const EXCERPT_LENGTH = 140;

interface Props {
  readonly work: Work;
  readonly desk: DeskHandle;
  readonly colorName: ColorNamer;
  readonly onClose: () => void;
}

/** Brings detached notes and the text together. */
export function DetachedDialog({ work, desk, colorName, onClose }: Props) {
  const { notebook, annotating, placed } = desk;
  const unitLabel = useUnitLabel(work);
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  const notes = listDetached(placed).map((detached): DetachedNote => {
    const { annotation, target } = detached;
    const unit = units.get(oldUnit(detached) ?? '');
    const key = `${annotation.id} ${target === undefined ? '' : annotation.targets.indexOf(target)}`;
    return { ...detached, key, oldPlace: unit === undefined ? undefined : unitLabel(unit) };
  });
  const findPlaces = ({ target }: DetachedNote): readonly CandidatePlace[] =>
    dropOverlapping(target === undefined ? [] : findCandidates(work, target)).flatMap((candidate) => {
      const unit = units.get(candidate.unit);
      if (unit === undefined) return [];
      const excerpt = makeExcerpt(segmentText(unit, candidate.language), [candidate.span], EXCERPT_LENGTH);
      return [{ candidate, unitLabel: unitLabel(unit), excerpt }];
    });
  return (
    <DetachedNotes
      notes={notes}
      colorName={colorName}
      findPlaces={findPlaces}
      onAttach={(note, candidate) => reattach(notebook, work, note, [candidate])}
      onSelect={(note) => {
        onClose();
        annotating.waitForWords(note);
      }}
      onFree={(note) => freeFromWords(notebook, work, note)}
      onRemove={(note) => removeDetached(notebook, note)}
      onClose={onClose}
    />
  );
}

/** Of places that share words only the best: to a reader they are one place. */
function dropOverlapping(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    ({ unit, span }, index) =>
      !candidates.slice(0, index).some((better) => better.unit === unit && spansOverlap(better.span, span)),
  );
}
