import fs from 'node:fs';
import path from 'node:path';
import { editDraftSchema, type EditDraft } from '../../../core/alignment/edit/edit-draft.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import { failForFileError, isMissing } from './file-failure.ts';
import { replaceFlushed } from './flushed-file.ts';
import { isSafeWorkId } from './work-id.ts';

/** Alignments that are being edited, one for each revision of a work. */
export interface Drafts {
  /** Puts a draft in the place of the one before. */
  readonly keep: (workId: string, draft: EditDraft) => Result<null>;
  readonly discard: (workId: string, revision: RevisionId) => Result<null>;
  /** Null where there is none. Fails with 'damaged-file'. */
  readonly load: (workId: string, revision: RevisionId) => Result<EditDraft | null>;
}

/** The drafts in a library folder: `<work-id>/alignment/<revision>.json`. */
export function openDrafts(libraryFolder: string): Drafts {
  function withFile<Value>(
    workId: string,
    revision: RevisionId,
    act: (filePath: string) => Result<Value>,
  ): Result<Value> {
    if (!isSafeWorkId(workId)) return fail('invalid-request', `"${workId}" cannot name a work`);
    const filePath = path.join(libraryFolder, workId, 'alignment', `${revision}.json`);
    try {
      return act(filePath);
    } catch (error) {
      return failForFileError(error, filePath);
    }
  }

  return {
    keep: (workId, draft) =>
      withFile(workId, draft.revision, (filePath) => {
        fs.mkdirSync(path.dirname(filePath), { recursive: true });
        replaceFlushed(filePath, `${JSON.stringify(draft)}\n`);
        return succeed(null);
      }),
    discard: (workId, revision) =>
      withFile(workId, revision, (filePath) => {
        fs.rmSync(filePath, { force: true });
        return succeed(null);
      }),
    load: (workId, revision) => withFile(workId, revision, read),
  };
}

function read(filePath: string): Result<EditDraft | null> {
  try {
    return succeed(editDraftSchema.parse(JSON.parse(fs.readFileSync(filePath, 'utf8'))));
  } catch (error) {
    return isMissing(error) ? succeed(null) : fail('damaged-file', `${filePath}: ${String(error)}`);
  }
}
