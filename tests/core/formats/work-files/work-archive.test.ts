import { fc, test } from '@fast-check/vitest';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  readWorkArchive,
  writeWorkArchive,
  type WorkArchiveProblem,
} from '../../../../core/formats/work-files/work-archive.ts';
import { serializeWork } from '../../../../core/text/work-file.ts';
import { sampleWork } from '../../text/sample-work.ts';
import { closeZip, makeArchive, makeArchiveOf, openZip, sha256 } from './sample-archive.ts';

function problemOf(bytes: Uint8Array): WorkArchiveProblem | undefined {
  const reading = readWorkArchive(bytes, sha256);
  return reading.ok ? undefined : reading.problem;
}

/** The archive with its manifest written anew. */
function withManifest(edit: (manifest: Record<string, unknown>) => object): Uint8Array {
  const files = openZip(makeArchive('{}'));
  const manifest = JSON.parse(files['manifest.json'] ?? '') as Record<string, unknown>;
  return closeZip({ ...files, 'manifest.json': JSON.stringify(edit(manifest)) });
}

describe('a work archive', () => {
  it.each([[null], ['{"notes":"笔记"}'], ['']])('gives back the work and its notes (%j)', (notes) => {
    expect(readWorkArchive(makeArchive(notes), sha256)).toEqual({
      ok: true,
      archive: { work: sampleWork, titles: { en: 'Mine' }, notes, written: '2026-03-02T10:00:00.000Z' },
    });
  });

  test.prop([fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string()])(
    'keeps every text to the letter, also what is no sound Unicode',
    (chinese, english, notes) => {
      const units = [{ id: 'u', kind: 'item' as const, segments: { 'zh-Hans': chinese, en: english } }];
      const work = { ...sampleWork, units, links: [], remarks: [], outline: [] };
      const archive = { work, titles: {}, notes: notes.toWellFormed(), written: '2026-03-02T10:00:00.000Z' };
      expect(readWorkArchive(writeWorkArchive(archive, sha256), sha256)).toEqual({ ok: true, archive });
    },
  );

  it('is a zip in which work.json hashes to the name of the revision', () => {
    const files = openZip(makeArchive());
    expect(Object.keys(files)).toEqual(['manifest.json', 'work.json']);
    const text = JSON.stringify(serializeWork(sampleWork));
    expect(files['work.json']).toBe(text);
    expect(files['manifest.json']).toContain(sha256(strToU8(text)));
  });
});

describe('what is no sound work archive is refused:', () => {
  it.each<[string, () => Uint8Array, WorkArchiveProblem['code'], RegExp]>([
    ['an empty file', () => new Uint8Array(), 'not-an-archive', /zip/],
    ['a file of another sort', () => strToU8('%PDF-1.7 '), 'not-an-archive', /zip/],
    ['a zip of something else', () => closeZip({ 'a.txt': 'a' }), 'not-an-archive', /manifest/],
    [
      'a zip with the manifest of something else',
      () => closeZip({ 'manifest.json': '{"name":"x"}' }),
      'not-an-archive',
      /manifest/,
    ],
    ['a manifest that is no JSON', () => closeZip({ 'manifest.json': '{' }), 'damaged', /manifest/],
    [
      'a later version, whatever files it brings',
      () => closeZip({ 'manifest.json': '{"format":"duizhao-work","formatVersion":2}', 'audio/1.opus': '' }),
      'newer',
      /format version 2/,
    ],
    ['a later version of the text', () => makeArchiveOf('{"schema":2}'), 'newer', /schema 2/],
    [
      'a manifest without its time',
      () => withManifest(({ written: _written, ...rest }) => rest),
      'damaged',
      /written/,
    ],
    ['another work than it says', () => withManifest((all) => ({ ...all, work: 'else' })), 'damaged', /else/],
    [
      'a text that was changed',
      () => {
        const files = openZip(makeArchive());
        return closeZip({ ...files, 'work.json': files['work.json']?.replace('Beijing', 'Peking!') ?? '' });
      },
      'damaged',
      /work\.json/,
    ],
    [
      'notes that are missing',
      () => {
        const { 'notes.jsonld': _, ...rest } = openZip(makeArchive('{}'));
        return closeZip(rest);
      },
      'damaged',
      /notes\.jsonld/,
    ],
    [
      'notes that nobody speaks of',
      () => closeZip({ ...openZip(makeArchive()), 'notes.jsonld': '{}' }),
      'damaged',
      /notes\.jsonld/,
    ],
    ['no text', () => withManifest((all) => ({ ...all, files: [] })), 'damaged', /files/],
    ['a text that is no JSON', () => makeArchiveOf('{'), 'not-a-work', /JSON/],
    ['a text that breaks the rules', () => makeArchiveOf('{"schema":1}'), 'not-a-work', /titles/],
    [
      'a text nested without end',
      () => makeArchiveOf(`{"schema":1,"outline":${'[{"children":'.repeat(50_000)}1${'}]'.repeat(50_000)}}`),
      'not-a-work',
      /./,
    ],
    ...['../work.json', '/etc/passwd', 'C:\\work.json', '..\\..\\work.json', 'work.json/'].map(
      (name): [string, () => Uint8Array, WorkArchiveProblem['code'], RegExp] => [
        `a file named ${name}`,
        () => zipSync({ ...binary(openZip(makeArchive())), [name]: [strToU8('x'), {}] }),
        'foreign-contents',
        /holds/,
      ],
    ),
  ])('%s', (_name, make, code, detail) => {
    const problem = problemOf(make());
    expect(problem?.code).toBe(code);
    expect(problem?.details.join('\n')).toMatch(detail);
  });

  it('the same file twice', () => {
    const archive = Buffer.from(makeArchive());
    const before = archive.subarray(0, archive.indexOf('PK\u0001\u0002'));
    expect(problemOf(Buffer.concat([before, archive]))).toMatchObject({
      code: 'foreign-contents',
      details: ['holds "manifest.json"'],
    });
  });

  it('a file named as what every object inherits from', () => {
    const name = '__other__';
    const archive = zipSync({ ...binary(openZip(makeArchive())), [name]: [strToU8('x'), {}] });
    const text = Buffer.from(archive).toString('latin1').replaceAll(name, '__proto__');
    expect(problemOf(Buffer.from(text, 'latin1'))?.code).toBe('foreign-contents');
  });

  it('a bomb, however large it says it is', () => {
    const bomb = zipSync({
      ...binary(openZip(makeArchive())),
      'notes.jsonld': [new Uint8Array(80 * 1024 * 1024), { level: 9 }],
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(problemOf(bomb)).toMatchObject({ code: 'too-large', details: [/notes\.jsonld/] });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(80 * 1024 * 1024);
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf(size); at !== -1; at = lying.indexOf(size, at + 4))
      lying.writeUInt32LE(2, at);
    expect(problemOf(lying)).toMatchObject({ code: 'too-large', details: [/notes\.jsonld/] });
  });

  it('a file larger than any text, without unpacking it', () => {
    expect(problemOf(new Uint8Array(64 * 1024 * 1024 + 1))).toMatchObject({ code: 'too-large' });
  });

  test.prop([fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'one with a changed byte never becomes another text',
    (at, mask) => {
      const archive = makeArchive('{"notes":1}');
      archive.set([(archive[at % archive.length] ?? 0) ^ mask], at % archive.length);
      const reading = readWorkArchive(archive, sha256);
      // Names and times in the zip's own tables are not the text.
      if (reading.ok) expect(reading.archive.work).toEqual(sampleWork);
    },
  );

  test.prop([fc.nat()])('one that was cut off', (length) => {
    const archive = makeArchive('{"notes":1}');
    // The zip's table of contents, at its end, says nothing that is not said before.
    const end = Buffer.from(archive).indexOf('PK\u0001\u0002');
    expect(problemOf(archive.subarray(0, length % end))).toBeDefined();
  });

  test.prop([fc.uint8Array({ maxLength: 300 })])('anything, without an exception', (bytes) => {
    expect(problemOf(Uint8Array.from([...strToU8('PK\u0003\u0004'), ...bytes]))).toBeDefined();
  });
});

function binary(files: Readonly<Record<string, string>>): Record<string, [Uint8Array, object]> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), {}]]));
}
