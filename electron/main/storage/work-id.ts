const WORK_ID = /^[a-z0-9][a-z0-9-]{0,199}$/;

/** Names Windows keeps for devices, whatever the extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a work id may become a file name on every system. */
export function isSafeWorkId(workId: string): boolean {
  return WORK_ID.test(workId) && !DEVICE_NAME.test(workId);
}
