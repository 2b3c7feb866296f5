import { writeCsvTable } from '../../../core/formats/csv-table.ts';
import { resolveInterfaceLanguage, type InterfaceLanguage } from '../../../core/settings/settings.ts';
import type { StartInfo } from '../../../ipc/contract.ts';
import { succeed, type Result } from '../../../ipc/result.ts';
import type { ExportedTable } from '../../../ipc/tables.ts';
import englishTables from '../../../resources/messages/en/tables.json';
import chineseTables from '../../../resources/messages/zh-Hans/tables.json';
import type { FileDialogs } from '../file-dialogs.ts';
import { composeFileName } from '../file-name.ts';
import { writeExportedFile } from '../storage/exported-file.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface TableParts {
  readonly settings: SettingsStore;
  readonly environment: Pick<StartInfo, 'systemLocale'>;
  readonly dialogs: FileDialogs;
}

const MESSAGES: Readonly<Record<InterfaceLanguage, typeof englishTables>> = {
  en: englishTables,
  'zh-Hans': chineseTables,
};

/** Main writes the file, not only saves it, so that no cell is taken for a formula whatever the page sends. */
export async function exportTable(
  { settings, environment, dialogs }: TableParts,
  { name, rows }: ExportedTable,
): Promise<Result<string | null>> {
  const words = MESSAGES[resolveInterfaceLanguage(settings.settings().language, environment.systemLocale)];
  const filePath = await dialogs.askWhereToSave({
    title: words['tables.export.title'],
    name: `${composeFileName(name)}.csv`,
    filters: [{ name: words['tables.export.filter'], extensions: ['csv'] }],
  });
  if (filePath === undefined) return succeed(null);
  const written = writeExportedFile(filePath, writeCsvTable(rows, { hasByteOrderMark: true }));
  return written.ok ? succeed(filePath) : written;
}
