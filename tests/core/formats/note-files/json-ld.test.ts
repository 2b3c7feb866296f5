import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import * as jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../../core/annotation/notebook.ts';
import { readNoteFile, type NotesOfFile } from '../../../../core/formats/note-files/read-note-file.ts';
import { writeJsonLd } from '../../../../core/formats/note-files/write-json-ld.ts';
import { annotations, notebooks, noteOn, STAMP, WORK } from './sample-notes.ts';

const TIME = '2026-03-11T00:00:00.000Z';

function write(notebook: Notebook): string {
  return writeJsonLd([{ work: WORK, notebook }], STAMP);
}

function read(text: string): NotesOfFile {
  const reading = readNoteFile(text, [WORK], TIME);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.notes;
}

describe('reading what was written', () => {
  property.prop([notebooks])('gives the very same notebook', (notebook) => {
    const isEmpty =
      notebook.annotations.length + notebook.bin.length + Object.keys(notebook.progress).length === 0;
    const { notebooks: found, missing, foreign } = read(write(notebook));
    expect(found.get(WORK.id) ?? EMPTY_NOTEBOOK).toEqual(isEmpty ? EMPTY_NOTEBOOK : notebook);
    expect(missing).toEqual([]);
    expect(foreign).toEqual({ placed: 0, detached: 0, elsewhere: 0, wordless: 0 });
  });

  property.prop([notebooks, notebooks])('gives the notebooks of several works', (first, second) => {
    const other = { ...WORK, id: 'other' };
    const taken = new Set(
      [...first.annotations, ...first.bin.map(({ annotation }) => annotation)].map(({ id }) => id),
    );
    const ids = [...second.annotations, ...second.bin.map(({ annotation }) => annotation)];
    fc.pre(ids.every(({ id }) => !taken.has(id)));
    const text = writeJsonLd(
      [
        { work: WORK, notebook: first },
        { work: other, notebook: second },
      ],
      STAMP,
    );
    const reading = readNoteFile(text, [other, WORK], TIME);
    expect(reading.ok && (reading.notes.notebooks.get('other') ?? EMPTY_NOTEBOOK)).toEqual(second);
    const onlyOne = readNoteFile(text, [WORK], TIME);
    const count = second.annotations.length + second.bin.length;
    const missing = count === 0 ? [] : [{ workId: 'other', title: '样本 · Sample', count }];
    expect(onlyOne.ok && onlyOne.notes.missing).toEqual(missing);
  });

  test('needs no byte order mark, and minds none', () => {
    const notebook = { ...EMPTY_NOTEBOOK, annotations: [noteOn('item-1', 'en', 'sovereignty')] };
    expect(read(`\uFEFF${write(notebook)}`).notebooks.get(WORK.id)).toEqual(notebook);
  });
});

describe('an annotation in the file', () => {
  const first = (notebook: Notebook): unknown => {
    const collection = JSON.parse(write(notebook)) as { first: { items: unknown[] } };
    return collection.first.items[0];
  };

  test('has both targets with offsets in code points, body, tags and what is our own', () => {
    const chinese = noteOn('rare', 'zh-Hans', '网络𠮷主权');
    const english = noteOn('rare', 'en', 'note');
    const note = {
      ...chinese,
      kind: 'question' as const,
      isAnswered: true,
      body: '为什么？',
      tags: ['术语'],
      targets: [...chinese.targets, ...english.targets],
    };
    expect(first({ ...EMPTY_NOTEBOOK, annotations: [note] })).toEqual({
      id: `urn:uuid:${note.id}`,
      type: 'Annotation',
      motivation: 'questioning',
      created: note.created,
      modified: note.modified,
      color: 'green',
      answered: true,
      body: [
        {
          type: 'TextualBody',
          purpose: 'commenting',
          value: '为什么？',
          format: 'text/markdown',
          language: 'zh-Hans',
        },
        { type: 'TextualBody', purpose: 'tagging', value: '术语' },
      ],
      target: [
        {
          type: 'SpecificResource',
          source: 'urn:duizhao:work:sample#rare',
          language: 'zh-Hans',
          selector: [
            { type: 'TextQuoteSelector', exact: '网络𠮷主权', prefix: '𠀀𠀁', suffix: '𠀂' },
            // UTF-16 says 4 to 10: two characters before and one inside are surrogate pairs.
            { type: 'TextPositionSelector', start: 2, end: 7 },
          ],
        },
        {
          type: 'SpecificResource',
          source: 'urn:duizhao:work:sample#rare',
          language: 'en',
          selector: [
            { type: 'TextQuoteSelector', exact: 'note', prefix: '𝒜 ', suffix: ' 😀 on 𝒜 note' },
            { type: 'TextPositionSelector', start: 2, end: 6 },
          ],
        },
      ],
    });
  });

  test('says of words that were given up which revision had them', () => {
    const orphanedFrom = 'a'.repeat(64);
    const note = noteOn('item-1', 'en', 'sovereignty');
    const lost = { ...note, targets: note.targets.map((target) => ({ ...target, orphanedFrom })) };
    expect(first({ ...EMPTY_NOTEBOOK, annotations: [lost] })).toMatchObject({ target: [{ orphanedFrom }] });
    const clause = { ...note, scope: { type: 'unit' as const, unit: 'item-1', orphanedFrom }, targets: [] };
    expect(first({ ...EMPTY_NOTEBOOK, annotations: [clause] })).toMatchObject({ target: [{ orphanedFrom }] });
    const broken = write({ ...EMPTY_NOTEBOOK, annotations: [lost] }).replace(orphanedFrom, 'yesterday');
    expect(readNoteFile(broken, [WORK], TIME)).toMatchObject({ ok: false });
  });

  test.each([
    [{ type: 'unit' as const, unit: 'item-1' }, 'urn:duizhao:work:sample#item-1'],
    [{ type: 'work' as const }, 'urn:duizhao:work:sample'],
  ])('is about the bare source where it is on %j', (scope, source) => {
    const note = { ...noteOn('item-1', 'en', 'sovereignty'), scope, targets: [] };
    expect(first({ ...EMPTY_NOTEBOOK, annotations: [note] })).toMatchObject({
      target: [{ type: 'SpecificResource', source }],
    });
  });
});

const CONTEXT: unknown = JSON.parse(
  readFileSync(new URL('../../../fixtures/annotation-context/anno.json', import.meta.url), 'utf8'),
);

/** Expands a file with the W3C's context and no network. */
async function expand(text: string): Promise<string> {
  const expanded = await jsonld.expand(JSON.parse(text), {
    documentLoader: (url) =>
      url === 'http://www.w3.org/ns/anno.jsonld'
        ? Promise.resolve({ document: CONTEXT, documentUrl: url })
        : Promise.reject(new Error(`asked for ${url}`)),
  });
  return JSON.stringify(expanded);
}

describe('expanding with the context of the W3C', () => {
  const OA = 'http://www.w3.org/ns/oa#';

  test('keeps every term, those of the W3C and our own', async () => {
    const note = noteOn('rare', 'zh-Hans', '网络𠮷主权', { body: 'why?', tags: ['t'], kind: 'question' });
    const stale = noteOn('item-1', 'en', 'sovereignty');
    const text = write({
      annotations: [note],
      bin: [{ annotation: { ...stale, id: '00000000-0000-4000-8000-000000000002' }, deleted: TIME }],
      progress: { 'item-1': 'read' },
    });
    const expanded = await expand(text);
    for (const iri of [
      'http://www.w3.org/ns/activitystreams#OrderedCollection"',
      'http://www.w3.org/ns/activitystreams#OrderedCollectionPage"',
      'http://www.w3.org/ns/activitystreams#totalItems"',
      `${OA}Annotation"`,
      `${OA}questioning"`,
      `${OA}hasBody"`,
      `${OA}commenting"`,
      `${OA}tagging"`,
      `${OA}hasTarget"`,
      `${OA}SpecificResource"`,
      `${OA}hasSource"`,
      `${OA}hasSelector"`,
      `${OA}TextQuoteSelector"`,
      `${OA}exact"`,
      `${OA}prefix"`,
      `${OA}suffix"`,
      `${OA}TextPositionSelector"`,
      `${OA}start"`,
      `${OA}end"`,
      'http://purl.org/dc/terms/created"',
      'http://purl.org/dc/terms/modified"',
      'http://purl.org/dc/elements/1.1/language"',
      'http://purl.org/dc/elements/1.1/format"',
      ...['color', 'answered', 'deleted', 'progress', 'units', 'works', 'bin'].map(
        (term) => `urn:duizhao:vocabulary:${term}"`,
      ),
    ]) {
      expect(expanded).toContain(`"${iri}`);
    }
  });

  property.prop([fc.array(annotations, { maxLength: 3 })], { numRuns: 20 })(
    'loses no key of any annotation, not even offsets that only code units tell',
    async (all) => {
      const text = write({ ...EMPTY_NOTEBOOK, annotations: all });
      const expanded = await expand(text);
      const count = (pattern: RegExp, within: string): number => within.match(pattern)?.length ?? 0;
      expect(count(/duizhao:vocabulary:(utf16(Start|End)|orphanedFrom)"/g, expanded)).toBe(
        // Three times more for the context itself.
        count(/"(utf16(Start|End)|orphanedFrom)":/g, text) - 3,
      );
      expect(count(/oa#hasSelector"/g, expanded)).toBe(count(/"selector":/g, text));
      expect(count(/dc\/terms\/modified"/g, expanded)).toBe(all.length);
    },
  );
});
