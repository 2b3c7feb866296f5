import { expect, test } from 'vitest';
import { hitsBySegment } from '../../../core/search/hits-by-segment.ts';
import { makeNote, makeUnit, makeWork } from './make-work.ts';
import { openSearch } from './search-work.ts';

test('hits in the text are sorted by unit and language; those in notes are left out', () => {
  const work = makeWork([
    makeUnit('ICT合作', 'ICTs and more ICTs'),
    makeUnit('网络', ''),
    makeUnit('', 'none'),
  ]);
  const hits = hitsBySegment(
    openSearch(work, [makeNote('n', 'u2', 'ICT'), makeNote('m', 'u1', 'ICT')])('ict'),
  );
  expect(hits).toEqual(
    new Map([
      [
        'u1',
        {
          'zh-Hans': [{ start: 0, end: 3 }],
          en: [
            { start: 0, end: 4 },
            { start: 14, end: 18 },
          ],
        },
      ],
      ['u2', {}],
    ]),
  );
});
