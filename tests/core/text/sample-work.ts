import type { Work } from '../../../core/text/work.ts';

/** A small work with what the tests of core/text need: numbers, links on both sides, an outline with children. */
export const sampleWork: Work = {
  id: 'sample',
  titles: { 'zh-Hans': '样本', en: 'Sample' },
  editions: [
    {
      language: 'zh-Hans',
      title: '样本',
      status: 'unknown',
      source: { name: 'test', date: '2016-06-27', notes: [] },
    },
    {
      language: 'en',
      title: 'Sample',
      status: 'unknown',
      source: { name: 'test', date: '2016-06-27', notes: [] },
    },
  ],
  units: [
    { id: 'title', kind: 'title', segments: { 'zh-Hans': '样本', en: 'Sample' } },
    {
      id: 'item-1',
      kind: 'item',
      number: '1',
      segments: { 'zh-Hans': '一、尊重网络主权。', en: '1. Respect sovereignty in information space;' },
    },
    {
      id: 'item-2',
      kind: 'item',
      number: '2',
      segments: { 'zh-Hans': '二、构建新秩序。', en: '2. Build an order;' },
    },
    { id: 'end', kind: 'dateline', segments: { 'zh-Hans': '于北京', en: 'Beijing' } },
  ],
  links: [
    {
      unit: 'item-1',
      spans: { 'zh-Hans': [{ start: 2, end: 4 }], en: [{ start: 3, end: 10 }] },
    },
    {
      unit: 'item-1',
      spans: { 'zh-Hans': [{ start: 4, end: 6 }], en: [{ start: 23, end: 43 }] },
    },
    {
      unit: 'item-1',
      spans: { 'zh-Hans': [{ start: 6, end: 8 }], en: [{ start: 11, end: 22 }] },
    },
    { unit: 'item-2', spans: { 'zh-Hans': [{ start: 4, end: 5 }] } },
  ],
  remarks: [
    {
      unit: 'item-2',
      kind: 'omission',
      spans: { 'zh-Hans': [{ start: 4, end: 5 }] },
      text: { en: '“新” has no counterpart.', 'zh-Hans': '“新”没有对应译文。' },
    },
  ],
  terms: [{ chinese: '网络', english: ['information space'], pinyin: 'wǎngluò' }],
  outline: [
    {
      titles: { en: 'Items', 'zh-Hans': '条目' },
      unit: 'item-1',
      children: [
        { titles: { en: 'One', 'zh-Hans': '一' }, unit: 'item-1', children: [] },
        { titles: { en: 'Two', 'zh-Hans': '二' }, unit: 'item-2', children: [] },
      ],
    },
    { titles: { en: 'End', 'zh-Hans': '结尾' }, unit: 'end', children: [] },
  ],
};
