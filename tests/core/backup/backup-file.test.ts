import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { NOTEBOOK_SCHEMA_VERSION } from '../../../core/annotation/notebook-migrations.ts';
import { EMPTY_NOTEBOOK, type Notebook } from '../../../core/annotation/notebook.ts';
import type { BackupManifest } from '../../../core/backup/backup.ts';
import { parseBackupFile, serializeBackupFile } from '../../../core/backup/backup-file.ts';
import { parseNotebook, serializeNotebook } from '../../../core/backup/notebook-content.ts';
import { anyNotebook, makeUnitNote } from './notebooks.ts';

const notebook: Notebook = { ...EMPTY_NOTEBOOK, annotations: [makeUnitNote(1, '一')] };

function makeManifest(notebooks: ReadonlyMap<string, Notebook>): BackupManifest {
  return {
    formatVersion: 1,
    sequence: 3,
    created: '2026-03-02T10:00:00.000Z',
    day: '2026-03-02',
    reason: 'asked',
    works: [...notebooks].map(([workId, { annotations }]) => ({
      workId,
      noteCount: annotations.length,
      sha256: 'a'.repeat(64),
      isCarriedOver: false,
    })),
    settings: null,
  };
}

function serialize(notebooks: ReadonlyMap<string, Notebook>): string {
  const texts = new Map([...notebooks].map(([workId, each]) => [workId, serializeNotebook(each)]));
  return serializeBackupFile(makeManifest(notebooks), texts);
}

describe('a notes file in a backup', () => {
  propertyTest.prop([anyNotebook])('reads back as it was written', (any) => {
    expect(parseNotebook(serializeNotebook(any))).toEqual({ type: 'notebook', notebook: any });
  });

  test('is brought up to date when it is of an old schema', () => {
    expect(parseNotebook('{"schemaVersion":1,"annotations":[],"progress":{"u":"read"}}')).toEqual({
      type: 'notebook',
      notebook: { ...EMPTY_NOTEBOOK, progress: { u: 'read' } },
    });
  });

  test.each([
    ['nothing', '', 'damaged'],
    ['a list', '[]', 'damaged'],
    ['null', 'null', 'damaged'],
    ['no version', '{"annotations":[]}', 'damaged'],
    ['a half version', '{"schemaVersion":1.5}', 'damaged'],
    ['notes of another shape', '{"schemaVersion":2,"annotations":[1],"bin":[],"progress":{}}', 'damaged'],
    ['a newer version', `{"schemaVersion":${NOTEBOOK_SCHEMA_VERSION + 1}}`, 'newer'],
  ])('is refused with %s', (_name, text, type) => {
    expect(parseNotebook(text)).toMatchObject({ type });
  });
});

describe('a backup file', () => {
  propertyTest.prop([fc.dictionary(fc.constantFrom('a', 'b', '7', 'constructor'), anyNotebook)])(
    'reads back as it was written, with the very text of each notes file',
    (dictionary) => {
      const notebooks = new Map(Object.entries(dictionary));
      const parsed = parseBackupFile(serialize(notebooks));
      expect(parsed).toEqual({
        type: 'backup',
        backup: {
          manifest: makeManifest(notebooks),
          notebooks: new Map(
            [...notebooks].map(([workId, each]) => [
              workId,
              { notebook: each, text: serializeNotebook(each) },
            ]),
          ),
        },
      });
    },
  );

  const whole = serialize(new Map([['a', notebook]]));

  propertyTest.prop([fc.nat({ max: whole.length - 3 })])('is refused when its end is missing', (length) => {
    expect(parseBackupFile(whole.slice(0, length))).toMatchObject({ type: 'damaged' });
  });

  test.each([
    ['something else', '{"format":"notes"}', 'damaged'],
    ['a list', '[]', 'damaged'],
    ['a newer format', '{"format":"duizhao-backup","formatVersion":2}', 'newer'],
    ['a path for a work', whole.replaceAll('"a"', '"../a"'), 'damaged'],
    ['fewer notes than it says', whole.replace('"noteCount":1', '"noteCount":2'), 'damaged'],
    ['a work it does not list', whole.replace('"notebooks":{', '"notebooks":{"b":{},'), 'damaged'],
    ['a work missing', whole.replace('"notebooks":{"a"', '"notebooks":{"b"'), 'damaged'],
    ['an unknown member', whole.replace('"manifest"', '"more":1,"manifest"'), 'damaged'],
    [
      'notes of a newer version',
      whole.replace(`"schemaVersion":${NOTEBOOK_SCHEMA_VERSION}`, '"schemaVersion":9'),
      'newer',
    ],
  ])('is refused with %s', (_name, text, type) => {
    expect(text).not.toBe(whole);
    expect(parseBackupFile(text)).toMatchObject({ type });
  });
});
