import type { Work } from '../../core/text/work.ts';
import { makeOwnText } from './own-texts.ts';

/** Sentences and their translations, one a line, as a treaty has them. */
export const SENTENCES: readonly (readonly [chinese: string, english: string])[] = [
  [
    '双方建立睦邻友好合作关系。',
    'The parties establish a relationship of good-neighbourly friendship and cooperation.',
  ],
  [
    '双方尊重对方的主权和领土完整。',
    'The parties respect the sovereignty and territorial integrity of each other.',
  ],
  [
    '铁路和公路的建设由交通部负责。',
    'The construction of railways and roads is the responsibility of the Ministry of Transport.',
  ],
  ['渔民可以在边境的河流中捕鱼。', 'Fishermen may catch fish in the rivers of the border.'],
  ['大学每年交换一百名学生。', 'The universities exchange one hundred students every year.'],
  ['医生和护士应当接受培训。', 'Doctors and nurses shall receive training.'],
  ['本条约用中文和英文写成。', 'This treaty is written in Chinese and English.'],
  ['博物馆展出古代的瓷器和丝绸。', 'Museums exhibit ancient porcelain and silk.'],
  ['农民种植小麦和水稻。', 'Farmers grow wheat and rice.'],
  ['银行向小企业提供贷款。', 'Banks provide loans to small enterprises.'],
];

/** A text of these sentences, one a unit, whose English slipped: the fourth unit has what belongs to the fifth, too. */
export function makeSlippedText(id = 'border-treaty'): Work {
  const english = SENTENCES.map(([, sentence]) => sentence);
  const slipped = [
    ...english.slice(0, 3),
    english.slice(3, 5).join(' '),
    ...english.slice(5, 7),
    '',
    ...english.slice(7),
  ];
  return makeText(
    id,
    SENTENCES.map(([chinese], index) => [chinese, slipped[index] ?? '']),
  );
}

/** A text of units in Chinese and English. */
export function makeText(id: string, units: readonly (readonly [chinese: string, english: string])[]): Work {
  return makeOwnText(
    id,
    { 'zh-Hans': '边境条约', en: 'Border treaty' },
    units.map(([chinese, english], index) => ({
      id: `s-${index + 1}`,
      kind: 'paragraph',
      segments: { 'zh-Hans': chinese, en: english },
    })),
  );
}
