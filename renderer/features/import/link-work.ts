import type { Unit, Work } from '../../../core/text/work.ts';
import { createImportClient } from '../../import-worker/import-client.ts';
import type { LinkedText } from '../../import-worker/protocol.ts';
import { startImportWorker } from '../../import-worker/start-import-worker.ts';

/**
 * The work with links that the program proposes, in some units (by their ids) or, where they are null, in all; undefined
 * where that fails. Done in a worker of its own, which is ended then: it holds the whole dictionary.
 */
export async function linkWork(
  work: Work,
  units: readonly Unit['id'][] | null,
): Promise<LinkedText | undefined> {
  const client = createImportClient(startImportWorker);
  const outcome = await client.link(work, units, () => {});
  client.stop();
  return outcome.status === 'linked' ? outcome : undefined;
}
