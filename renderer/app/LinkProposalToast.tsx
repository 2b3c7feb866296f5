import { Toast } from '../components/Toast.tsx';
import { useText } from '../i18n/use-text.ts';
import type { LinkProposal } from './use-link-proposal.ts';

/** Says that links are looked for in a work of the library, or that there are none. */
export function LinkProposalToast({ proposal }: { readonly proposal: LinkProposal }) {
  const text = useText();
  const { news, dismissNews } = proposal;
  return (
    <Toast
      words={news === undefined ? undefined : text(`library.${news}`)}
      dismissLabel={text('library.dismiss')}
      onDismiss={dismissNews}
    />
  );
}
