import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { EditDraft } from '../../../../core/alignment/edit/edit-draft.ts';
import { openDrafts } from '../../../../electron/main/storage/drafts.ts';
import { makeFolder } from '../../temporary-folder.ts';

const DRAFT: EditDraft = {
  schema: 1,
  revision: '0a'.repeat(32),
  rows: [
    {
      id: 'item-1',
      kind: 'item',
      sides: { en: [{ text: 'Teh.', correction: 'The.', gap: null, origin: { unit: 'item-1', start: 0 } }] },
      confidence: null,
      status: 'accepted',
    },
    {
      id: 'item-2',
      kind: 'item',
      sides: { en: [] },
      confidence: 0.5,
      given: { above: 0.7, below: 0.5 },
      status: 'open',
    },
  ],
};

let folder: string;

beforeEach(() => {
  folder = makeFolder();
});

const { revision: REVISION } = DRAFT;

describe('the draft of an alignment', () => {
  test('is found again by another start', () => {
    expect(openDrafts(folder).keep('poem', DRAFT)).toMatchObject({ ok: true });
    expect(openDrafts(folder).load('poem', REVISION)).toEqual({ ok: true, value: DRAFT });
  });

  test('takes the place of the one before, and leaves nothing else lying', () => {
    const drafts = openDrafts(folder);
    drafts.keep('poem', DRAFT);
    const next: EditDraft = { ...DRAFT, rows: DRAFT.rows.map((row) => ({ ...row, status: 'locked' })) };
    drafts.keep('poem', next);
    expect(drafts.load('poem', REVISION)).toEqual({ ok: true, value: next });
    expect(readdirSync(path.join(folder, 'poem', 'alignment'))).toEqual([`${REVISION}.json`]);
  });

  test('is of one revision', () => {
    const drafts = openDrafts(folder);
    const other = '0b'.repeat(32);
    drafts.keep('poem', DRAFT);
    expect(drafts.load('poem', other)).toEqual({ ok: true, value: null });
    drafts.keep('poem', { ...DRAFT, revision: other });
    drafts.discard('poem', other);
    expect(drafts.load('poem', REVISION)).toEqual({ ok: true, value: DRAFT });
  });

  test('is gone when it was discarded; there may have been none', () => {
    const drafts = openDrafts(folder);
    drafts.keep('poem', DRAFT);
    drafts.discard('poem', REVISION);
    expect(drafts.discard('song', REVISION)).toMatchObject({ ok: true });
    expect(drafts.load('poem', REVISION)).toEqual({ ok: true, value: null });
    expect(existsSync(path.join(folder, 'song'))).toBe(false);
  });

  test.each(['{', '{}', JSON.stringify({ ...DRAFT, schema: 2 })])(
    'that is damaged is left as it is: %s',
    (content) => {
      const filePath = path.join(folder, 'poem', 'alignment', `${REVISION}.json`);
      mkdirSync(path.dirname(filePath), { recursive: true });
      writeFileSync(filePath, content);
      expect(openDrafts(folder).load('poem', REVISION)).toMatchObject({
        ok: false,
        failure: { code: 'damaged-file' },
      });
      expect(readFileSync(filePath, 'utf8')).toBe(content);
    },
  );

  test.each(['..', '../notes', ''])('of "%s" is refused', (workId) => {
    const drafts = openDrafts(folder);
    expect(drafts.keep(workId, DRAFT)).toMatchObject({ ok: false });
    expect(drafts.discard(workId, REVISION)).toMatchObject({ ok: false });
    expect(drafts.load(workId, REVISION)).toMatchObject({ ok: false });
  });
});
