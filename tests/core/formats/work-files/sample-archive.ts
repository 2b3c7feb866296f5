import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeWorkArchive } from '../../../../core/formats/work-files/work-archive.ts';
import { sampleWork } from '../../text/sample-work.ts';

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The sample work as an archive, with whatever stands for its notes. */
export function makeArchive(notes: string | null = null, work = sampleWork): Uint8Array {
  return writeWorkArchive(
    { work, titles: { en: 'Mine' }, notes, written: '2026-03-02T10:00:00.000Z' },
    sha256,
  );
}

/** The files of an archive as text, by name. */
export function openZip(archive: Uint8Array): Readonly<Record<string, string>> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

export function closeZip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** An archive whose work.json was exchanged, with a manifest that says so. */
export function makeArchiveOf(workJson: string): Uint8Array {
  const files = openZip(makeArchive());
  const manifest = JSON.parse(files['manifest.json'] ?? '') as { files: object[] };
  const bytes = strToU8(workJson);
  manifest.files = [{ name: 'work.json', size: bytes.length, sha256: sha256(bytes) }];
  return closeZip({ 'manifest.json': JSON.stringify(manifest), 'work.json': workJson });
}
