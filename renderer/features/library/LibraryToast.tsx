import { useIntl } from 'react-intl';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import { Toast } from '../../components/Toast.tsx';
import { useText, type Text } from '../../i18n/use-text.ts';
import type { LibraryNews } from './library-state.ts';
import type { ShelfHandle } from './use-shelf.ts';

/** Says what became of a work, and offers to take it back. Always mounted. */
export function LibraryToast({ shelf }: { readonly shelf: ShelfHandle }) {
  const text = useText();
  const { locale } = useIntl();
  const { news } = shelf;
  const canUndo = news?.type === 'deleted' || news?.type === 'renamed';
  return (
    <Toast
      words={news === undefined ? undefined : describeNews(news, text, locale)}
      action={canUndo ? { label: text('library.undo'), onPress: shelf.undo } : undefined}
      dismissLabel={text('library.dismiss')}
      onDismiss={shelf.dismissNews}
    />
  );
}

function describeNews(news: LibraryNews, text: Text, locale: string): string {
  switch (news.type) {
    case 'deleted': {
      const { titles, workId } = news.binned;
      return text('library.deleted', { title: chooseTitle(titles, locale)?.title ?? workId });
    }
    case 'restored':
    case 'in-use':
      return text(`library.${news.type}`, { title: chooseTitle(news.titles, locale)?.title ?? '' });
    case 'renamed':
      return text('library.renamed');
    case 'erased':
      return text('library.erased', { count: news.count });
    case 'failed':
      return text('library.failed.action', { reason: text(`errors.${news.failure.code}`) });
  }
}
