import { Toast } from '../../components/Toast.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import type { WorkFilesNews } from './work-files-state.ts';

interface Props {
  readonly news: WorkFilesNews | undefined;
  /** Takes back what was added: it goes into the bin. */
  readonly onUndo: (workId: string) => void;
  readonly onDismiss: () => void;
}

/** Says what became of a file of a work, and offers to take an addition back. Always mounted. */
export function WorkFilesToast({ news, onUndo, onDismiss }: Props) {
  const text = useText();
  return (
    <Toast
      words={news === undefined ? undefined : describeNews(news, text)}
      action={
        news?.type === 'added'
          ? { label: text('library.undo'), onPress: () => onUndo(news.workId) }
          : undefined
      }
      dismissLabel={text('library.dismiss')}
      onDismiss={onDismiss}
    />
  );
}

function describeNews(news: WorkFilesNews, text: Text): string {
  switch (news.type) {
    case 'added':
      return text('work-files.added', { title: news.title });
    case 'exported':
      return text('work-files.exported', { path: news.path });
    case 'failed':
      return text('work-files.failed', { reason: text(`errors.${news.failure.code}`) });
  }
}
