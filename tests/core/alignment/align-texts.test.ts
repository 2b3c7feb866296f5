import { fc, test as property } from '@fast-check/vitest';
import { beforeAll, describe, expect, test } from 'vitest';
import { runToEnd } from '../../../core/steps.ts';
import {
  alignEditionsInSteps,
  alignTexts,
  alignTextsInSteps,
  type AlignedBead,
  type Bead,
  type BeadLock,
} from '../../../core/alignment/align-texts.ts';
import type { BilingualLexicon } from '../../../core/alignment/bilingual-lexicon.ts';
import { readBundledLexicon } from '../../../tools/lexicon-file.ts';

let lexicon: BilingualLexicon;

beforeAll(async () => {
  lexicon = await readBundledLexicon();
});

function alignChinese(
  source: readonly string[],
  target: readonly string[],
  locks?: readonly BeadLock[],
): readonly AlignedBead[] {
  return alignTexts(source, target, {
    sourceLanguage: 'zh-Hans',
    targetLanguage: 'en',
    lexicon,
    ...(locks === undefined ? {} : { locks }),
  });
}

function placesOf(beads: readonly Bead[]): readonly (readonly [readonly number[], readonly number[]])[] {
  return beads.map(({ source, target }) => [source, target]);
}

describe('a short story is aligned as a reader would', () => {
  const chinese = [
    '老王每天早上六点起床。',
    '他先喝一杯热茶，然后到公园散步。',
    '公园里有很多老人，有的下棋，有的唱歌。',
    '“您今天来得真早！”',
    '看门人笑着说。',
    '二○一六年，老王退休了。',
    '他的女儿住在上海，每年春节才回家。',
    '老王常常想念她。',
  ];
  const english = [
    'Old Wang gets up at six every morning.',
    'First he drinks a cup of hot tea.',
    'Then he goes for a walk in the park.',
    'There are many old people in the park: some play chess, others sing.',
    '"You are very early today!" said the gatekeeper with a smile.',
    'Old Wang retired in 2016.',
    'His daughter lives in Shanghai.',
    'She only comes home once a year, at the Spring Festival.',
    'Old Wang often misses her.',
  ];

  test('with joined and divided sentences', () => {
    expect(placesOf(alignChinese(chinese, english))).toEqual([
      [[0], [0]],
      [[1], [1, 2]],
      [[2], [3]],
      [[3, 4], [4]],
      [[5], [5]],
      [[6], [6, 7]],
      [[7], [8]],
    ]);
  });

  test('the same from the other side', () => {
    const swapped = alignTexts(english, chinese, { sourceLanguage: 'en', targetLanguage: 'zh', lexicon });
    expect(swapped.map(({ source, target }) => [target, source])).toEqual(
      placesOf(alignChinese(chinese, english)),
    );
  });

  test('around what the reader has locked', () => {
    const locks = [
      { source: [6], target: [6] },
      { source: [], target: [7] },
      { source: [0, 1], target: [0, 1] },
    ];
    const beads = alignChinese(chinese, english, locks);
    for (const lock of locks)
      expect(beads).toContainEqual({ ...lock, confidence: 1, border: 1, isSupported: true });
    expect(placesOf(beads).slice(-3)).toEqual([
      [[6], [6]],
      [[], [7]],
      [[7], [8]],
    ]);
  });
});

test('a sentence that was added has no answer', () => {
  const chinese = [
    '老王每天早上六点起床。',
    '他先喝一杯热茶，然后到公园散步。',
    '老王常常想念女儿。',
    '女儿住在上海。',
  ];
  const english = [
    'Old Wang gets up at six every morning.',
    'First he drinks a cup of hot tea, then he goes for a walk in the park.',
    'The editors have left out eleven pages of the manuscript here, which was damaged by water in the cellar.',
    'Old Wang often misses his daughter.',
    'His daughter lives in Shanghai.',
  ];
  expect(placesOf(alignChinese(chinese, english))).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[], [2]],
    [[2], [3]],
    [[3], [4]],
  ]);
});

describe('without a lexicon, lengths, numbers and words of one origin do', () => {
  const english = [
    'The Presidents of Russia and China signed the declaration in Moscow in 2016.',
    'It has three parts.',
    'The first part concerns international information security.',
    'Both governments will organise a conference every 2 years.',
    'The secretariat is in Geneva, and its director is elected for 5 years.',
    'Experts of all regions take part.',
  ];

  test('for English and Russian', () => {
    const russian = [
      'Президенты России и Китая подписали декларацию в Москве в 2016 году.',
      'В ней три части.',
      'Первая часть касается международной информационной безопасности.',
      'Оба правительства будут проводить конференцию каждые 2 года.',
      'Секретариат находится в Женеве.',
      'Его директор избирается на 5 лет.',
      'Участвуют эксперты всех регионов.',
    ];
    const beads = alignTexts(english, russian, { sourceLanguage: 'en', targetLanguage: 'ru' });
    expect(placesOf(beads)).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
      [[3], [3]],
      [[4], [4, 5]],
      [[5], [6]],
    ]);
  });

  test('for English and French', () => {
    const french = [
      'Les présidents de la Russie et de la Chine ont signé la déclaration à Moscou en 2016.',
      'Elle a trois parties.',
      'La première partie concerne la sécurité internationale de l’information.',
      'Les deux gouvernements organiseront une conférence tous les 2 ans.',
      'Le secrétariat est à Genève, et son directeur est élu pour 5 ans.',
      'Des experts de toutes les régions y participent.',
    ];
    const beads = alignTexts(english, french, { sourceLanguage: 'en', targetLanguage: 'fr', lexicon });
    expect(placesOf(beads)).toEqual(english.map((_, place) => [[place], [place]]));
  });

  test('for Chinese and Russian', () => {
    const chinese = [
      '中国和俄罗斯两国元首二○一六年在北京签署了联合声明。',
      '声明共分三个部分。',
      '双方决定每两年举行一次会议。',
      '2020年，会议在莫斯科举行，共有150名专家参加。',
    ];
    const russian = [
      'Главы Китая и России подписали совместное заявление в Пекине в 2016 году.',
      'Заявление состоит из трёх частей.',
      'Стороны решили проводить совещание раз в два года.',
      'В 2020 году совещание прошло в Москве.',
      'В нём участвовали 150 экспертов.',
    ];
    const beads = alignTexts(chinese, russian, { sourceLanguage: 'zh-Hans', targetLanguage: 'ru' });
    expect(placesOf(beads)).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
      [[3], [3, 4]],
    ]);
  });
});

test('numbered paragraphs find their numbers', () => {
  const chinese = [
    '联合声明',
    '一、加强合作。',
    '二、互相尊重，不干涉他国内政。',
    '（一）原则',
    '第三条　其他事项。',
  ];
  const english = [
    'Joint Statement',
    'Preface by the editors of this volume',
    '1. To cooperate.',
    '2. To respect each other.',
    '(1) Principles',
    'Article 3 Other matters.',
  ];
  expect(placesOf(alignChinese(chinese, english))).toEqual([
    [[0], [0]],
    [[], [1]],
    [[1], [2]],
    [[2], [3]],
    [[3], [4]],
    [[4], [5]],
  ]);
});

describe('a text without the other', () => {
  test('is beads without an answer', () => {
    expect(placesOf(alignChinese(['一', '二'], []))).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect(placesOf(alignChinese([], ['one']))).toEqual([[[], [0]]]);
    expect(alignChinese([], [])).toEqual([]);
  });
});

test('progress goes up from 0 to 1', () => {
  const steps = alignTextsInSteps(['你好。', '再见。'], ['Hello.', 'Goodbye.'], {
    sourceLanguage: 'zh',
    targetLanguage: 'en',
  });
  const progress: number[] = [];
  for (const share of steps) progress.push(share);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.every((share) => share >= 0 && share <= 1)).toBe(true);
});

describe('locks that cannot be kept are refused', () => {
  test.each([
    ['behind the end', [{ source: [2], target: [0] }]],
    ['with a gap', [{ source: [0, 2], target: [0] }]],
    [
      'with one sentence twice',
      [
        { source: [0], target: [0] },
        { source: [0], target: [1] },
      ],
    ],
    [
      'across each other',
      [
        { source: [0], target: [1] },
        { source: [1], target: [0] },
      ],
    ],
  ])('%s', (_name, locks) => {
    expect(() => alignChinese(['甲。', '乙。'], ['One.', 'Two.'], locks)).toThrow(RangeError);
  });
});

const chineseSentence = fc
  .array(
    fc.constantFrom('中国', '和平', '的', '网络', '安全', '二○一六年', '“', '”', '我们', '一、', '北京'),
    { maxLength: 8 },
  )
  .map((words) => `${words.join('')}。`);
const englishSentence = fc
  .array(
    fc.constantFrom('China', 'peace', 'the', 'network', 'security', '2016', '"', 'we', '1.', 'Beijing', 'x'),
    {
      maxLength: 8,
    },
  )
  .map((words) => `${words.join(' ')}.`);
const texts = fc.tuple(
  fc.array(chineseSentence, { maxLength: 12 }),
  fc.array(englishSentence, { maxLength: 12 }),
);

function expectCover(beads: readonly AlignedBead[], sourceLength: number, targetLength: number): void {
  expect(beads.flatMap(({ source }) => source)).toEqual(
    Array.from({ length: sourceLength }, (_, place) => place),
  );
  expect(beads.flatMap(({ target }) => target)).toEqual(
    Array.from({ length: targetLength }, (_, place) => place),
  );
  for (const { source, target, confidence, border } of beads) {
    expect(source.length + target.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    // No alignment has the bead without its end; but for rounding.
    expect(border).toBeGreaterThan(confidence - 1e-5);
    expect(border).toBeLessThanOrEqual(1);
  }
}

property.prop([texts])('beads hold every sentence once and in order', ([source, target]) => {
  expectCover(alignChinese(source, target), source.length, target.length);
});

/** Divides both texts at the same random places and takes some of the stretches for locks. */
const lockedTexts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean()), {
    maxLength: 8,
  })
  .map((sizes) => {
    const locks: BeadLock[] = [];
    let source = 0;
    let target = 0;
    for (const [sourceSize, targetSize, isLocked] of sizes) {
      const from = Array.from({ length: sourceSize }, (_, at) => source + at);
      const to = Array.from({ length: targetSize }, (_, at) => target + at);
      if (isLocked && sourceSize + targetSize > 0) locks.push({ source: from, target: to });
      source += sourceSize;
      target += targetSize;
    }
    return { source, target, locks };
  });

property.prop([lockedTexts])(
  'what is locked stays, and the rest is still held once and in order',
  ({ source, target, locks }) => {
    const beads = alignChinese(
      Array.from({ length: source }, (_, at) => `第${at}句话。`),
      Array.from({ length: target }, (_, at) => `Sentence ${at}.`),
      locks,
    );
    expectCover(beads, source, target);
    for (const lock of locks)
      expect(beads).toContainEqual({ ...lock, confidence: 1, border: 1, isSupported: true });
  },
);

test('what stands at the same place but says something else is doubtful, however well the rest fits', () => {
  const chinese = [
    '双方将加强信息安全领域的合作，共同维护国家主权和社会稳定。',
    '国家倡导诚实守信、健康文明的网络行为，推动传播社会主义核心价值观。',
    '任何个人和组织使用网络应当遵守宪法法律，遵守公共秩序，尊重社会公德。',
  ];
  const english = [
    'Both sides will strengthen cooperation in information security and jointly safeguard national sovereignty and social stability.',
    'Bananas ripen in the sun during the month of July, and then ships carry them from the harbour to cold islands.',
    'Any person and organization using networks shall abide by the constitution and laws, observe public order and respect social morality.',
  ];
  const beads = alignTexts(chinese, english, { sourceLanguage: 'zh-Hans', targetLanguage: 'en', lexicon });
  expect(beads.map(({ source, target }) => [source, target])).toEqual([
    [[0], [0]],
    [[1], [1]],
    [[2], [2]],
  ]);
  expect(beads.map(({ confidence }) => confidence > 0.6)).toEqual([true, false, true]);
});

describe('a text beside several editions of another', () => {
  const chinese = ['双方加强科技合作。', '', '双方打击网络犯罪和恐怖主义。', '二○一六年于北京'];
  const russian = [
    'Стороны углубляют научное сотрудничество.',
    'Примечание переводчика.',
    '',
    '2016 год, Пекин',
  ];
  const english = [
    'The parties strengthen scientific and technological cooperation.',
    'The parties fight cybercrime and terrorism.',
    'Beijing, 2016',
  ];

  function alignWith(editions: readonly (readonly [string, readonly string[]])[]): readonly Bead[] {
    return runToEnd(
      alignEditionsInSteps(
        editions.map(([language, texts]) => ({ language, texts })),
        english,
        { targetLanguage: 'en', lexicon },
      ),
    );
  }

  test('is aligned where any of them has something to say', () => {
    const beads = alignWith([
      ['ru', russian],
      ['zh-Hans', chinese],
    ]);
    expect(placesOf(beads)).toEqual([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[3], [2]],
    ]);
  });

  test('is aligned with one edition as with a text', () => {
    expect(alignWith([['zh-Hans', chinese]])).toEqual(alignChinese(chinese, english));
  });

  const texts = fc.array(fc.constantFrom('', 'Мир.', 'Стороны согласны.', '2016 год', '和平。'), {
    maxLength: 12,
  });
  property.prop([
    texts,
    texts,
    fc.array(fc.constantFrom('Peace.', 'In 2016', 'They agree.'), { maxLength: 12 }),
  ])('every place of both is in one bead, in order, whatever is missing where', (one, other, target) => {
    const length = Math.min(one.length, other.length);
    const editions = [one, other].map((list, at) => ({
      language: at === 0 ? 'ru' : 'zh-Hans',
      texts: list.slice(0, length),
    }));
    const beads = runToEnd(alignEditionsInSteps(editions, target, { targetLanguage: 'en', lexicon }));
    expect(beads.flatMap(({ source }) => source)).toEqual(Array.from({ length }, (_, at) => at));
    expect(beads.flatMap((bead) => bead.target)).toEqual(target.map((_, at) => at));
  });
});
