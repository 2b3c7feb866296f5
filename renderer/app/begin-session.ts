import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { fetchJson } from '../fetch-json.ts';
import { createNotebookSession, type NotebookSession } from '../features/notes/notebook-session.ts';

/** Begins the session of notes that lasts as long as the program runs. */
export function beginSession({ requests }: StudyBridge): NotebookSession {
  return createNotebookSession({
    saveChanges: requests.changeNotebook,
    loadNotebook: async (workId) => {
      const loaded = await requests.loadNotebook(workId);
      return loaded.ok ? fetchJson(loaded.value.notebook) : loaded;
    },
    now: Date.now,
    newId: () => crypto.randomUUID(),
  });
}
