import { alignTexts } from '../../core/alignment/align-texts.ts';
import type { BilingualLexicon } from '../../core/alignment/bilingual-lexicon.ts';
import { isOfLanguage } from '../../core/text/language.ts';
import type { AlignmentQuestion, AlignmentReply, AlignmentRequest } from './alignment-protocol.ts';

/** What a session needs of the worker it runs in. */
export interface AlignmentPort {
  readonly post: (reply: AlignmentReply) => void;
  /** The Chinese–English lexicon that ships; undefined where it cannot be had, and alignment goes without. */
  readonly loadLexicon: () => Promise<BilingualLexicon | undefined>;
}

/** The worker without its message port: answers a request, and is resolved then. The lexicon is loaded when it is first of use. */
export function createAlignmentSession({
  post,
  loadLexicon,
}: AlignmentPort): (request: AlignmentRequest) => Promise<void> {
  let lexicon: Promise<BilingualLexicon | undefined> | undefined;
  return async ({ id, question }) => {
    try {
      if (isChineseAndEnglish(question)) lexicon ??= loadLexicon();
      const known = await lexicon;
      const { source, target, sourceLanguage, targetLanguage } = question;
      const options = { sourceLanguage, targetLanguage, ...(known === undefined ? {} : { lexicon: known }) };
      post({ type: 'aligned', id, beads: alignTexts(source, target, options) });
    } catch (error) {
      post({ type: 'failed', id, detail: error instanceof Error ? error.message : String(error) });
    }
  };
}

function isChineseAndEnglish({ sourceLanguage, targetLanguage }: AlignmentQuestion): boolean {
  const languages = [sourceLanguage, targetLanguage];
  return ['zh', 'en'].every((range) => languages.some((language) => isOfLanguage(language, range)));
}
