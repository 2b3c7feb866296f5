import type { AnnotationKind, HighlightColor } from '../../core/annotation/annotation.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';

/** Words of a unit that a note stands on, by language. */
type Words = Partial<Record<'zh-Hans' | 'en', string>>;

/** A note as a student of interpreting could have written it. */
export interface SampleNote {
  readonly kind: AnnotationKind;
  readonly color: HighlightColor;
  readonly unit: string;
  readonly words: Words;
  readonly isAnswered?: boolean;
  /** In the language of the interface; none for a bare highlight. */
  readonly body?: Readonly<Record<InterfaceLanguage, string>>;
  readonly tags?: Readonly<Record<InterfaceLanguage, readonly string[]>>;
}

const TERM = { en: ['term'], 'zh-Hans': ['术语'] } as const;
const CLASS = { en: ['ask in class'], 'zh-Hans': ['课上讨论'] } as const;
const ESSAY = { en: ['essay'], 'zh-Hans': ['论文'] } as const;

/** The oldest first. */
export const SAMPLE_NOTES: readonly SampleNote[] = [
  {
    kind: 'note',
    color: 'yellow',
    unit: 'opening',
    words: { 'zh-Hans': '信息网络空间深刻改变', en: 'information space has profoundly changed' },
    body: {
      en: '“Information space” all through, never “cyberspace”: keep it so when interpreting.',
      'zh-Hans': '全文都译作 information space，从不用 cyberspace，口译时也要保持一致。',
    },
    tags: TERM,
  },
  {
    kind: 'highlight',
    color: 'green',
    unit: 'recital-recognize',
    words: { 'zh-Hans': '相互尊重和相互信任', en: 'mutual respect and trust' },
  },
  {
    kind: 'note',
    color: 'green',
    unit: 'recital-uphold',
    words: { 'zh-Hans': '一贯恪守', en: 'Uphold as always' },
    body: {
      en: '恪守 in one verb, 一贯 as *as always*. Short, and nothing is lost.',
      'zh-Hans': '“恪守”一个动词，“一贯”译作 *as always*，简洁而无遗漏。',
    },
  },
  {
    kind: 'highlight',
    color: 'yellow',
    unit: 'recital-advocate',
    words: { 'zh-Hans': '互联网治理体系', en: 'Internet governance system' },
  },
  {
    kind: 'note',
    color: 'yellow',
    unit: 'item-1',
    words: { 'zh-Hans': '网络主权', en: 'sovereignty in information space' },
    body: {
      en: '**网络主权** is “cyber sovereignty” in the press. Here the English follows the title.',
      'zh-Hans': '**网络主权**，媒体多译 cyber sovereignty；此处英文与标题的措辞一致。',
    },
    tags: TERM,
  },
  {
    kind: 'highlight',
    color: 'blue',
    unit: 'item-2',
    words: {
      'zh-Hans': '煽动民族间、种族间、教派间敌对情绪',
      en: 'incitement of inter-ethnic, inter-racial and inter-religious antagonism',
    },
  },
  {
    kind: 'question',
    color: 'red',
    unit: 'item-4',
    words: { 'zh-Hans': '产业间交往', en: 'communication between enterprises' },
    body: {
      en: '产业 is a branch of the economy. Why “enterprises” and not “industries”?',
      'zh-Hans': '“产业”指行业，为什么译作 enterprises，而不是 industries？',
    },
    tags: CLASS,
  },
  {
    kind: 'highlight',
    color: 'green',
    unit: 'item-4',
    words: { 'zh-Hans': '弥合数字鸿沟', en: 'bridge the digital divide' },
  },
  {
    kind: 'note',
    color: 'red',
    unit: 'item-5',
    words: { 'zh-Hans': '新秩序' },
    body: {
      en: 'Nothing answers 新秩序. Compare:\n\n- the recital “Uphold…”, where it is left out too\n- the declarations before 2016',
      'zh-Hans': '“新秩序”没有对应的译文。可比较：\n\n- “我们一贯恪守……”一段，同样略去\n- 2016 年以前的声明',
    },
    tags: ESSAY,
  },
  {
    kind: 'bookmark',
    color: 'yellow',
    unit: 'item-6',
    words: { 'zh-Hans': '预防和打击' },
  },
  {
    kind: 'question',
    color: 'violet',
    unit: 'implementation-representatives',
    words: { 'zh-Hans': '主任', en: 'Minister' },
    isAnswered: true,
    body: {
      en: '主任 heads an office. Settled in class: “Director” in our own version.',
      'zh-Hans': '“主任”是办公室的负责人。课上已定：我们的译文用 Director。',
    },
    tags: CLASS,
  },
];

/** How far the reader has come. */
export const SAMPLE_PROGRESS = {
  title: 'read',
  opening: 'understood',
  'recital-recognize': 'understood',
  'recital-uphold': 'understood',
  'recital-advocate': 'read',
  'recital-believe': 'read',
  'item-1': 'understood',
  'item-2': 'read',
  'item-3': 'read',
  'item-4': 'in-work',
} as const;
