import { createRandom, type Random } from '../anchoring/random.ts';
import { UNITS_OF_A_WORK, type Pair } from './pairs.ts';

/** One word in both languages; the English one may be inflected. */
interface Concept {
  readonly zh: string;
  readonly en: string;
}

const SEED = 20_160_625;

/** Concepts that any work can speak of. New ones go on turning up at 100,000 units, as in real text (Heaps' law). */
const CONCEPT_COUNT = 40_000;

/** Concepts that a work comes back to: words come in bursts, and are not spread evenly over a library. */
const TOPIC_SIZE = 30;
const TOPIC_SHARE = 0.3;

/** Zipf–Mandelbrot, with the exponent and the shift that natural languages have. */
const ZIPF_EXPONENT = 1.05;
const ZIPF_SHIFT = 2.7;
/** Characters are spread less steeply than words. */
const CHARACTER_EXPONENT = 0.8;

// The commonest concepts are real words, so that the queries of the report can be read.
const REAL_CONCEPTS = `国家 state;发展 development;合作 cooperation;安全 security;信息 information;网络 network;国际 international;
技术 technology;社会 society;问题 question;经济 economy;主权 sovereignty;原则 principle;组织 organization;空间 space;系统 system;
和平 peace;法律 law;政府 government;公民 citizen;权利 right;利益 interest;领域 field;世界 world;文件 document;关系 relation;
互联网 internet;基础设施 infrastructure;联合国 nation;人民 people;措施 measure;能力 capacity;平等 equality;数据 data;威胁 threat;
战略 strategy;文化 culture;教育 education;服务 service;标准 standard;治理 governance;管理 management;保护 protection;研究 research;
机构 institution;声明 statement;协议 agreement;责任 responsibility;恐怖主义 terrorism;知识产权 property;数字鸿沟 divide;伙伴 partner`;

const ZH_FUNCTIONS = weigh(
  '的 40;和 10;在 9;是 8;了 6;与 5;对 4;为 4;不 4;有 4;并 3;以 3;将 3;等 3;及 2;应 2;其 2;各 2',
);
const EN_FUNCTIONS = weigh(
  'the 60;of 33;and 30;to 25;in 22;a 18;is 10;that 10;for 9;on 7;with 7;as 7;by 6;be 6;are 5;not 5;or 4;this 4;which 3;should 2',
);
const ONSETS = 'b c d f g l m n p r s t v br cr dr gr pl pr sp st str tr'.split(' ');
const VOWELS = 'a e i o u a e i o ea ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ct'];
const INFLECTIONS = ['', '', '', '', '', 's', 's', 'ed', 'ing'];

/**
 * Pairs with the vocabulary of a natural language: a few words everywhere, most of them rare, words in bursts, words
 * of Chinese of one to four characters, inflected English. A longer list begins with a shorter one. The same every time.
 */
export function generatePairs(count: number): readonly Pair[] {
  const random = createRandom(SEED);
  const concepts = makeConcepts(random);
  const pickConcept = zipfPicker(concepts, ZIPF_EXPONENT);
  let topic: readonly Concept[] = [];
  return Array.from({ length: count }, (_, index) => {
    if (index % UNITS_OF_A_WORK === 0)
      topic = Array.from({ length: TOPIC_SIZE }, () => random.pick(concepts));
    return composePair(random, () => (random.chance(TOPIC_SHARE) ? random.pick(topic) : pickConcept(random)));
  });
}

function composePair(random: Random, nextConcept: () => Concept): Pair {
  // The smaller of two is skewed towards the short, as the lengths of sentences are.
  const length = Math.min(random.between(4, 30), random.between(4, 40));
  const zh: string[] = [];
  const en: string[] = [];
  for (let index = 0; index < length; index += 1) {
    const concept = nextConcept();
    zh.push(concept.zh);
    en.push(concept.en + (/[aeiou]$/.test(concept.en) ? '' : random.pick(INFLECTIONS)));
    if (random.chance(0.45)) zh.push(ZH_FUNCTIONS(random));
    if (random.chance(0.7)) en.push(EN_FUNCTIONS(random));
    if (random.chance(0.12) && index < length - 1) {
      zh.push('，');
      en.push(`${en.pop() ?? ''},`);
    }
    if (random.chance(0.02)) {
      const year = String(random.between(1900, 2030));
      zh.push(`${year}年`);
      en.push(year);
    }
  }
  return { zh: `${zh.join('')}。`, en: `${en.join(' ')}.` };
}

function makeConcepts(random: Random): readonly Concept[] {
  const pickCharacter = zipfPicker(shuffle(listCharacters(), random), CHARACTER_EXPONENT);
  const known = REAL_CONCEPTS.split(';').map((pair): Concept => {
    const [zh = '', en = ''] = pair.trim().split(' ');
    return { zh, en };
  });
  const made = Array.from({ length: CONCEPT_COUNT - known.length }, (): Concept => {
    const size = random.pick([1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4]);
    const zh = Array.from({ length: size }, () => pickCharacter(random)).join('');
    const syllables = random.pick([1, 2, 2, 2, 3, 3, 4]);
    const en = Array.from(
      { length: syllables },
      () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS),
    ).join('');
    return { zh, en };
  });
  return [...known, ...made];
}

/** The 3,755 characters of the first level of GB 2312, which nearly all of a text is made of. */
function listCharacters(): readonly string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    // The last row ends early.
    const end = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= end; cell += 1) characters.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

function shuffle<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, key: random.between(0, 2 ** 31) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function weigh(list: string): (random: Random) => string {
  const words = list.split(';').flatMap((entry) => {
    const [word = '', weight = '1'] = entry.split(' ');
    return Array.from({ length: Number(weight) }, () => word);
  });
  return (random) => random.pick(words);
}

const STEPS = 1_000_000;

function zipfPicker<Item>(items: readonly Item[], exponent: number): (random: Random) => Item {
  let sum = 0;
  const sums = items.map((_, rank) => (sum += (rank + ZIPF_SHIFT) ** -exponent));
  return (random) => {
    const aim = (random.between(0, STEPS - 1) / STEPS) * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  };
}
