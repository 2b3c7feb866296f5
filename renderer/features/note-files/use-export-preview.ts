import { useEffect, useState } from 'react';
import type { ExportPreview, NoteExport } from '../../../ipc/note-files.ts';
import type { Result } from '../../../ipc/result.ts';

/** How an export will begin; undefined until it is known. */
export function useExportPreview(
  wanted: NoteExport,
  previewNotes: (wanted: NoteExport) => Promise<Result<ExportPreview>>,
): Result<ExportPreview> | undefined {
  const [shown, setShown] = useState<Result<ExportPreview>>();
  useEffect(() => {
    let isCurrent = true;
    void previewNotes(wanted).then((preview) => {
      if (isCurrent) setShown(preview);
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, previewNotes]);
  return shown;
}
