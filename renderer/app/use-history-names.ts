import { useEffect, useMemo, useState } from 'react';
import { nameStep, type StepName } from '../../core/annotation/step-name.ts';
import type { RequestCalls } from '../../ipc/contract.ts';
import type { CommandNames } from '../commands/CommandPalette.tsx';
import { isEditable } from '../commands/use-command-keys.ts';
import type { HistoryStep } from '../features/notes/notebook-history.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';
import { useText } from '../i18n/use-text.ts';

/**
 * Names what can be undone and redone, for palette and Edit menu; the menu's undo is a text field's own while one is written
 * in, and where something with a history of its own is shown (`isElsewhere`) that one's.
 */
export function useHistoryNames(
  { undoStep, redoStep }: SessionHandle,
  describeHistory: RequestCalls['describeHistory'],
  isElsewhere: boolean,
): CommandNames {
  const text = useText();
  const isTyping = useIsTyping();
  const undo = useMemo(() => nameOf(undoStep), [undoStep]);
  const redo = useMemo(() => nameOf(redoStep), [redoStep]);
  useEffect(() => {
    void describeHistory(isTyping || isElsewhere ? { undo: 'typing', redo: 'typing' } : { undo, redo });
  }, [describeHistory, isTyping, isElsewhere, undo, redo]);
  return {
    ...(undo === null ? {} : { undo: text('history.undo', { step: text(`history.step.${undo}`) }) }),
    ...(redo === null ? {} : { redo: text('history.redo', { step: text(`history.step.${redo}`) }) }),
  };
}

function nameOf(step: HistoryStep | undefined): StepName | null {
  if (step === undefined) return null;
  return nameStep(
    step.label,
    step.parts.flatMap(({ redo }) => redo),
  );
}

/** Whether a text field has the keyboard. */
function useIsTyping(): boolean {
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    const look = () => setTyping(isEditable(document.activeElement));
    // While the focus moves, `activeElement` is the body: what comes next is known in the next task.
    const handleFocusOut = (event: FocusEvent) => setTyping(isEditable(event.relatedTarget));
    look();
    window.addEventListener('focusin', look);
    window.addEventListener('focusout', handleFocusOut);
    return () => {
      window.removeEventListener('focusin', look);
      window.removeEventListener('focusout', handleFocusOut);
    };
  }, []);
  return isTyping;
}
