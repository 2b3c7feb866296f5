import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { InvalidWorkError, parseWork, serializeWork, type WorkFile } from '../../../core/text/work-file.ts';
import { sampleWork } from './sample-work.ts';

function change(edit: (file: WorkFile) => unknown): unknown {
  const file: WorkFile = JSON.parse(JSON.stringify(serializeWork(sampleWork)));
  return edit(file);
}

function problemsOf(value: unknown): readonly string[] {
  try {
    parseWork(value);
    return [];
  } catch (error) {
    if (error instanceof InvalidWorkError) return error.problems;
    throw error;
  }
}

describe('reading and writing work.json', () => {
  it('gives back what was written', () => {
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(sampleWork))))).toEqual(sampleWork);
  });

  it('keeps of a link whether somebody made it or how sure the program is', () => {
    const [made, ...others] = sampleWork.links;
    const links = [...(made === undefined ? [] : [made, { ...made, confidence: 0.87 }]), ...others];
    const work = { ...sampleWork, links };
    expect(parseWork(JSON.parse(JSON.stringify(serializeWork(work))))).toEqual(work);
  });

  it.each<[string, (file: WorkFile) => unknown, RegExp]>([
    ['a schema it does not know', (file) => ({ ...file, schema: 2 }), /^schema:/],
    ['a member that is not part of the format', (file) => ({ ...file, author: 'x' }), /author/],
    ['two units of one id', (file) => ({ ...file, units: [...file.units, file.units[0]] }), /same id/],
    [
      'a segment in a language without an edition',
      (file) => ({ ...file, units: [{ ...file.units[0], segments: { ru: 'Да' } }, ...file.units.slice(1)] }),
      /no edition is in "ru"/,
    ],
    [
      'a link to a unit that is not there',
      (file) => ({ ...file, links: [{ unit: 'nowhere', spans: { en: [[0, 1]] } }] }),
      /links\.0: there is no unit "nowhere"/,
    ],
    [
      'a span that reaches out of its segment',
      (file) => ({ ...file, links: [{ unit: 'end', spans: { en: [[0, 8]] } }] }),
      /\[0, 8\] lies outside the en text of "end"/,
    ],
    [
      'spans that overlap',
      (file) => ({
        ...file,
        links: [
          {
            unit: 'end',
            spans: {
              en: [
                [0, 3],
                [2, 5],
              ],
            },
          },
        ],
      }),
      /overlap or are not in order/,
    ],
    ...[0, -0.1, 1.1, null, '0.5'].map((confidence): [string, (file: WorkFile) => unknown, RegExp] => [
      `a confidence of ${String(confidence)}`,
      (file) => ({ ...file, links: [{ unit: 'end', spans: { en: [[0, 7]] }, confidence }] }),
      /links\.0\.confidence/,
    ]),
    [
      'a contents line that leads nowhere',
      (file) => ({ ...file, outline: [{ titles: {}, unit: 'gone' }] }),
      /"gone"/,
    ],
  ])('refuses %s and says where', (_name, edit, problem) => {
    expect(problemsOf(change(edit)).join('\n')).toMatch(problem);
  });

  it('names no place where the whole of it is wrong', () => {
    expect(problemsOf([]).join('\n')).toMatch(/^[^:]/);
  });

  test.prop([fc.anything()])('never takes anything else for a work', (value) => {
    expect(() => parseWork(value)).toThrow(InvalidWorkError);
  });
});
