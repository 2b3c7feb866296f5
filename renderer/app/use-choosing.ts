import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SegmentPoint } from '../dom/segment-range.ts';
import type { ChooserItem } from '../features/reader/AnnotationChooser.tsx';
import { pressAnnotations } from '../features/reader/press-annotations.ts';
import { useText } from '../i18n/use-text.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { useStable } from '../components/use-stable.ts';

/** The annotations that lie over each other where the text was pressed last. */
export interface Choosing {
  readonly place: SegmentPoint;
  readonly items: readonly ChooserItem[];
  readonly isOpen: boolean;
}

/** Taking an annotation from the text, and choosing where several lie over each other. */
export interface ChoosingHandle {
  /** Undefined where there is nothing to choose from. */
  readonly choosing: Choosing | undefined;
  /** The text was pressed, or Enter on its caret; `ids` lie there. */
  readonly press: (place: SegmentPoint | undefined, ids: readonly string[], isByKey: boolean) => void;
  readonly choose: (id: string) => void;
  readonly setOpen: (isOpen: boolean) => void;
  readonly close: () => void;
}

interface Pressed {
  readonly place: SegmentPoint;
  readonly ids: readonly string[];
  readonly isByKey: boolean;
  readonly isOpen: boolean;
}

export function useChoosing(desk: DeskHandle, colorName: ColorNamer): ChoosingHandle {
  const { annotating, placed } = desk;
  const { activeId } = annotating;
  const text = useText();
  const [pressed, setPressed] = useState<Pressed>();
  const close = useStable(() => setPressed(undefined));

  const choosing = useMemo(() => {
    // The label stands as long as one of those it is about is active, or it was asked for.
    const isCurrent = pressed?.isOpen === true || (activeId !== undefined && pressed?.ids.includes(activeId));
    if (pressed === undefined || !isCurrent) return undefined;
    const items = pressed.ids.flatMap((id): readonly ChooserItem[] => {
      const annotation = placed.byId.get(id)?.annotation;
      if (annotation === undefined) return [];
      const { color, kind, body, targets } = annotation;
      const quoted = targets.find(({ language }) => language === pressed.place.language) ?? targets[0];
      const isQuote = body.trim() === '';
      return [
        {
          id,
          color,
          label: `${colorName(color)} · ${text(`notes.kind.${kind}`)}`,
          excerpt: isQuote ? (quoted?.selector[0].exact ?? '') : body.trim(),
          language: isQuote ? quoted?.language : undefined,
        },
      ];
    });
    return items.length < 2 ? undefined : { place: pressed.place, items, isOpen: pressed.isOpen };
  }, [pressed, activeId, placed, colorName, text]);

  const take = (id: string, isByKey: boolean) => {
    flushSync(() => annotating.activate(id));
    if (isByKey) document.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"]`)?.focus();
  };
  return {
    choosing,
    press: (place, ids, isByKey) => {
      const outcome = pressAnnotations(ids, activeId);
      const isChoice = outcome.type === 'choice' || (isByKey && ids.length > 1);
      setPressed(
        place === undefined || ids.length < 2 ? undefined : { place, ids, isByKey, isOpen: isChoice },
      );
      if (isChoice) return;
      if (outcome.type === 'activated') take(outcome.id, isByKey);
      else if (!isByKey) annotating.activate(undefined);
    },
    choose: (id) => {
      const isByKey = pressed?.isByKey === true;
      flushSync(() => setPressed(pressed === undefined ? undefined : { ...pressed, isOpen: false }));
      take(id, isByKey);
    },
    setOpen: (isOpen) => setPressed(pressed === undefined ? undefined : { ...pressed, isOpen }),
    close,
  };
}
