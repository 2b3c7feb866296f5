import { Toast } from '../../components/Toast.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import { explainExportFailure } from './failure-reason.ts';
import type { NoteFilesNews } from './note-files-state.ts';

interface Props {
  readonly news: NoteFilesNews | undefined;
  /** Takes back what was imported; undefined once something else was done since. */
  readonly onUndo: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Says what became of an export or import, and offers to take an import back. Always mounted. */
export function NoteFilesToast({ news, onUndo, onDismiss }: Props) {
  const text = useText();
  return (
    <Toast
      words={news === undefined ? undefined : describeNews(news, text)}
      action={
        news?.type === 'imported' && onUndo !== undefined
          ? { label: text('note-files.undo'), onPress: onUndo }
          : undefined
      }
      dismissLabel={text('note-files.dismiss')}
      onDismiss={onDismiss}
    />
  );
}

function describeNews(news: NoteFilesNews, text: Text): string {
  switch (news.type) {
    case 'exported':
      return text('note-files.exported', { count: news.count, path: news.path });
    case 'export-failed':
      return text('note-files.failed', { reason: explainExportFailure(news.failure.code, text) });
    case 'unreadable':
      return text('note-files.unreadable', { detail: news.failure.detail });
    case 'imported':
      return text('note-files.imported', { count: news.count });
  }
}
