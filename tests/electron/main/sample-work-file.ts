import type { WorkFile } from '../../../core/text/work-file.ts';

/** The smallest work there can be. */
export function makeWorkFile(id: string): WorkFile {
  const source = { name: 'A book', date: '2016-06-27', notes: [] };
  return {
    schema: 1,
    id,
    titles: { en: 'A poem', 'zh-Hans': '诗一首' },
    editions: [
      { language: 'zh-Hans', title: '诗一首', status: 'unknown', source },
      { language: 'en', title: 'A poem', status: 'unknown', source },
    ],
    units: [
      { id: 'u1', kind: 'paragraph', segments: { 'zh-Hans': '床前明月光', en: 'Moonlight before my bed' } },
    ],
    links: [],
    remarks: [],
    terms: [],
    outline: [],
  };
}
