import { describe, expect, test } from 'vitest';
import { readCedict, type BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import type { AlignmentReply } from '../../../renderer/alignment-worker/alignment-protocol.ts';
import { createAlignmentSession } from '../../../renderer/alignment-worker/alignment-session.ts';

const QUESTION = {
  source: ['双方合作。', '双方签署。'],
  target: ['The Parties cooperate.', 'The Parties sign.'],
  sourceLanguage: 'zh-Hans',
  targetLanguage: 'en',
};

const LEXICON = readCedict('合作 合作 [he2 zuo4] /to cooperate/\n簽署 签署 [qian1 shu3] /to sign/\n');

function openSession(loadLexicon: () => Promise<BilingualLexicon | undefined>) {
  const replies: AlignmentReply[] = [];
  const handle = createAlignmentSession({ loadLexicon, post: (reply) => void replies.push(reply) });
  return { replies, handle };
}

describe('the worker that aligns', () => {
  test('answers each question with its beads', async () => {
    const { replies, handle } = openSession(() => Promise.resolve(LEXICON));
    await handle({ id: 7, question: QUESTION });
    expect(replies).toMatchObject([
      {
        type: 'aligned',
        id: 7,
        beads: [
          { source: [0], target: [0] },
          { source: [1], target: [1] },
        ],
      },
    ]);
  });

  test('loads the lexicon once, and only for the languages it has', async () => {
    let fetched = 0;
    const { handle } = openSession(() => {
      fetched += 1;
      return Promise.resolve(LEXICON);
    });
    await handle({ id: 1, question: { ...QUESTION, targetLanguage: 'ru' } });
    expect(fetched).toBe(0);
    await handle({ id: 2, question: QUESTION });
    await handle({ id: 3, question: { ...QUESTION, sourceLanguage: 'en', targetLanguage: 'zh-Hant' } });
    expect(fetched).toBe(1);
  });

  test('aligns without a lexicon where there is none', async () => {
    const { replies, handle } = openSession(() => Promise.resolve(undefined));
    await handle({ id: 1, question: QUESTION });
    expect(replies).toMatchObject([{ type: 'aligned' }]);
  });

  test('says why where it cannot', async () => {
    const { replies, handle } = openSession(() => Promise.reject(new Error('no bytes')));
    await handle({ id: 1, question: QUESTION });
    expect(replies).toEqual([{ type: 'failed', id: 1, detail: 'no bytes' }]);
  });
});
