import { Toast } from '../../components/Toast.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import type { RevisionsNews } from './revisions-state.ts';

interface Props {
  readonly news: RevisionsNews | undefined;
  /** Brings the text back; undefined once something else was done since. */
  readonly onUndo: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Says what became of a text, and offers to bring the earlier one back. Always mounted. */
export function RevisionsToast({ news, onUndo, onDismiss }: Props) {
  const text = useText();
  return (
    <Toast
      words={news === undefined ? undefined : describeNews(news, text)}
      action={
        news?.type === 'replaced' && onUndo !== undefined
          ? { label: text('revisions.undo'), onPress: onUndo }
          : undefined
      }
      dismissLabel={text('revisions.dismiss')}
      onDismiss={onDismiss}
    />
  );
}

function describeNews(news: RevisionsNews, text: Text): string {
  switch (news.type) {
    case 'replaced':
      return text('revisions.replaced', { count: news.detachedCount });
    case 'exported':
      return text('revisions.exported', { path: news.path });
    case 'failed':
      return text('revisions.failed', { reason: text(`errors.${news.failure.code}`) });
  }
}
