import { useMemo } from 'react';
import { countAnnotations } from '../../core/annotation/count-annotations.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { findOutlinePlace } from '../../core/text/outline-place.ts';
import type { Work } from '../../core/text/work.ts';
import { useText } from '../i18n/use-text.ts';
import { combineSaveStates } from './combine-save-states.ts';
import { StatusLine } from './StatusLine.tsx';
import type { DeskHandle } from './use-desk.ts';
import type { SettingsHandle } from './use-settings.ts';

interface Props {
  readonly work: Work;
  readonly desk: DeskHandle;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
}

/** The status line of an opened work. */
export function DeskStatus({ work, desk, settings, interfaceLanguage }: Props) {
  const text = useText();
  const { session, notebook, annotating, reader } = desk;
  const { unit } = reader.state;
  const { annotations } = notebook;
  // The desk is drawn with every key in the search box; a text may have 50,000 units and as many notes.
  const place = useMemo(() => findOutlinePlace(work, unit), [work, unit]);
  const counts = useMemo(() => countAnnotations(annotations), [annotations]);
  return (
    <StatusLine
      place={
        place === undefined
          ? ''
          : text('shell.status.place', {
              part: place.entry.titles[interfaceLanguage] ?? place.entry.titles['en'] ?? '',
              position: place.position,
              count: place.count,
            })
      }
      summary={text('shell.status.notes', { count: counts.all, open: counts.openQuestions })}
      prompt={
        annotating.waitingId === undefined
          ? undefined
          : text(annotating.isAttaching ? 'notes-reading.attach.prompt' : 'shell.status.pending')
      }
      saveState={combineSaveStates(session.saveState, settings.saveState)}
      onRetry={() => {
        session.session.retry();
        settings.change((value) => ({ ...value }));
      }}
    />
  );
}
