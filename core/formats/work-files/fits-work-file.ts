import { serializeWork } from '../../text/work-file.ts';
import type { Work } from '../../text/work.ts';
import { MAX_WORK_ARCHIVE_BYTES } from './work-format.ts';

/** Whether a work as text is short enough to be kept and given away. `most`: UTF-16 code units. */
export function fitsWorkFile(work: Work, most = MAX_WORK_ARCHIVE_BYTES): boolean {
  return JSON.stringify(serializeWork(work)).length <= most;
}
