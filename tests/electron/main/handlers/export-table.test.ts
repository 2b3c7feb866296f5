import '../../electron-in-node.ts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { exportTable } from '../../../../electron/main/handlers/export-table.ts';
import { openSettingsStore } from '../../../../electron/main/storage/settings-store.ts';
import { makeFolder } from '../../temporary-folder.ts';

let folder: string;
let asked: object[];

const TABLE = {
  name: 'Renderings: 主权/“sovereignty”',
  rows: [
    ['Rendering', 'Count'],
    ['=HYPERLINK("x")', 2],
    ['a "b", c', -1],
  ],
};

function exportTo(chosen: string | undefined) {
  return exportTable(
    {
      settings: openSettingsStore(path.join(folder, 'settings.json'), () => new Date()),
      environment: { systemLocale: 'en-US' },
      dialogs: {
        askWhereToSave: (question) => {
          asked.push(question);
          return Promise.resolve(chosen);
        },
        askWhatToOpen: () => Promise.resolve(undefined),
      },
    },
    TABLE,
  );
}

beforeEach(() => {
  folder = makeFolder();
  asked = [];
});

describe('exporting a table', () => {
  test('writes it where the reader says, with nothing a spreadsheet would compute', async () => {
    const file = path.join(folder, 'table.csv');
    expect(await exportTo(file)).toEqual({ ok: true, value: file });
    expect(readFileSync(file, 'utf8')).toBe(
      '\uFEFFRendering,Count\r\n"\'=HYPERLINK(""x"")",2\r\n"a ""b"", c",-1\r\n',
    );
  });

  test('offers a name that every system takes', async () => {
    await exportTo(undefined);
    expect(asked).toEqual([
      {
        title: 'Export table',
        name: 'Renderings 主权 “sovereignty”.csv',
        filters: [{ name: 'Table (CSV)', extensions: ['csv'] }],
      },
    ]);
  });

  test('writes nothing where the reader has cancelled', async () => {
    expect(await exportTo(undefined)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says where it could not write', async () => {
    const result = await exportTo(path.join(folder, 'none', 'table.csv'));
    expect(result.ok).toBe(false);
  });
});
