import { expect, test } from 'vitest';
import { spanText } from '../../core/text/text-span.ts';
import { segmentText } from '../../core/text/work.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from '../../tools/library-files.ts';
import { generateWork } from './generate-work.ts';

const source = await readWorkFile(workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016'));

/** The words of every link, each language's joined, for comparing links wherever they stand. */
function linkedWords(work: typeof source): ReadonlySet<string> {
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  return new Set(
    work.links.map(({ unit, spans }) =>
      Object.entries(spans)
        .map(([language, list]) => {
          const text = segmentText(units.get(unit) ?? { id: '', kind: 'title', segments: {} }, language);
          return `${language}: ${list.map((span) => spanText(text, span)).join(' … ')}`;
        })
        .toSorted()
        .join(' = '),
    ),
  );
}

test('a generated work has as many units as asked for, and is the same every time', () => {
  const work = generateWork(source, 500);
  expect(work.units).toHaveLength(500);
  // As text, since comparing so many objects takes seconds.
  expect(JSON.stringify(generateWork(source, 500))).toBe(JSON.stringify(work));
});

test('every link of a generated work joins words that are linked in the source', () => {
  const known = linkedWords(source);
  const generated = linkedWords(generateWork(source, 200));
  expect(generated.size).toBeGreaterThan(300);
  expect([...generated].filter((words) => !known.has(words))).toEqual([]);
});

test('hardly any two units of a generated work are alike', () => {
  const { units } = generateWork(source, 1000);
  expect(new Set(units.map((unit) => segmentText(unit, 'en'))).size).toBe(1000);
});
