import { Toast } from '../components/Toast.tsx';
import { useText, type Text } from '../i18n/use-text.ts';
import type { ImportingHandle, ImportNews } from './use-importing.ts';

/** Says what became of an import, and offers to take that back. Always mounted. */
export function ImportToast({ importing }: { readonly importing: ImportingHandle }) {
  const text = useText();
  const { news } = importing;
  return (
    <Toast
      words={news === undefined ? undefined : describeNews(news, text)}
      action={
        news?.type === 'added'
          ? { label: text('import.undo'), onPress: () => importing.undo(news) }
          : news?.type === 'put-away'
            ? { label: text('import.bring-back'), onPress: importing.bringBack }
            : undefined
      }
      dismissLabel={text('import.dismiss')}
      onDismiss={importing.dismissNews}
    />
  );
}

function describeNews(news: ImportNews, text: Text): string {
  switch (news.type) {
    case 'added':
      return text('import.added', { title: news.title });
    case 'undone':
      return text('import.undone', { title: news.title });
    case 'not-undone':
      return text('import.not-undone', { title: news.title, reason: news.reason });
    case 'known':
      return text('import.known');
    case 'put-away':
      return text('import.put-away.said');
  }
}
