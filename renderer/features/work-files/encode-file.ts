import { MAX_WORK_ARCHIVE_BYTES, WORK_FILE_ENDINGS } from '../../../core/formats/work-files/work-format.ts';
import { toBase64 } from '../../../core/search/base64.ts';

/** Whether a file calls itself a work archive. */
export function isWorkArchive({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith(`.${WORK_FILE_ENDINGS.archive}`);
}

/** The bytes of a file as base64, since bytes do not cross every bridge; undefined where it is too large to be a text. */
export async function encodeFile(file: File): Promise<string | undefined> {
  if (file.size > MAX_WORK_ARCHIVE_BYTES) return undefined;
  return toBase64(new Uint8Array(await file.arrayBuffer()));
}
