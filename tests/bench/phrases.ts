/** Words of the joint statement that the benches select, on one line and over several, in both languages. */
export const PHRASES = [
  { unit: 'item-1', language: 'zh-Hans', words: '网络主权' },
  { unit: 'item-1', language: 'en', words: 'infringements on every country' },
  { unit: 'item-2', language: 'zh-Hans', words: '各国文化传统' },
  { unit: 'item-2', language: 'en', words: 'disruption of social order, incitement of inter-ethnic' },
  { unit: 'item-4', language: 'zh-Hans', words: '弥合数字鸿沟' },
  { unit: 'item-4', language: 'en', words: 'bridge the digital divide' },
] as const;
