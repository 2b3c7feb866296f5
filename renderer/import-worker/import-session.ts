import type { BilingualLexicon } from '../../core/alignment/bilingual-lexicon.ts';
import { proposeWorkLinks } from '../../core/alignment/propose-work-links.ts';
import { MAX_WORK_ARCHIVE_BYTES } from '../../core/formats/work-files/work-format.ts';
import { addEditionInSteps } from '../../core/import/add-edition.ts';
import { ImportError } from '../../core/import/import-error.ts';
import { importFilesInSteps, MOST_BYTES, type ImportFile } from '../../core/import/import-files.ts';
import { isOfLanguage } from '../../core/text/language.ts';
import { serializeWork } from '../../core/text/work-file.ts';
import { isProposedLink, type Work } from '../../core/text/work.ts';
import type {
  ImportReply,
  ImportRequest,
  LinkedText,
  LinkRequest,
  ReadRequest,
  SourceFile,
} from './protocol.ts';

/** What a session needs of the worker it runs in. */
export interface ImportPort {
  readonly post: (reply: ImportReply) => void;
  /** The lexicon of the program; undefined where it cannot be had, and alignment goes without. */
  readonly loadLexicon: () => Promise<BilingualLexicon | undefined>;
}

/** The worker without its message port: does what is asked for and says how far it has come. Never rejects. */
export function createImportSession({
  post,
  loadLexicon,
}: ImportPort): (request: ImportRequest) => Promise<void> {
  let lexicon: Promise<BilingualLexicon | undefined> | undefined;
  const knowLexicon = async (): Promise<{ readonly lexicon?: BilingualLexicon }> => {
    const known = await (lexicon ??= loadLexicon());
    return known === undefined ? {} : { lexicon: known };
  };
  return async (request) => {
    try {
      if (request.type === 'import') await readFiles(request, knowLexicon, post);
      else await linkWork(request, knowLexicon, post);
    } catch (error) {
      post(
        error instanceof ImportError
          ? { type: 'refused', problem: error.problem, file: error.file }
          : { type: 'failed', detail: error instanceof Error ? error.message : String(error) },
      );
    }
  };
}

type LexiconKeeper = () => Promise<{ readonly lexicon?: BilingualLexicon }>;

async function readFiles(
  { files, options, beside }: ReadRequest,
  knowLexicon: LexiconKeeper,
  post: ImportPort['post'],
): Promise<void> {
  const read = await readBytes(files, post);
  const known = { ...options, ...(await knowLexicon()) };
  const steps = beside === null ? importFilesInSteps(read, known) : addEditionInSteps(beside, read, known);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) {
      post({ type: 'imported', result: step.value });
      return;
    }
    post({ type: 'progressed', progress: step.value });
  }
}

async function linkWork(
  { work, units }: LinkRequest,
  knowLexicon: LexiconKeeper,
  post: ImportPort['post'],
): Promise<void> {
  // It takes a second to read, and says nothing about other languages.
  const isChinese = work.editions.some(({ language }) => isOfLanguage(language, 'zh'));
  const wanted = units === null ? undefined : new Set(units);
  const steps = proposeWorkLinks(work, {
    ...(isChinese ? await knowLexicon() : {}),
    ...(wanted === undefined ? {} : { isWanted: ({ id }) => wanted.has(id) }),
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      post({ type: 'linked', ...writeLinked(step.value, work) });
      return;
    }
    post({ type: 'linking', share: step.value });
  }
}

/** The linked work as text; without its links where it would be too long to be kept: better than no text. */
function writeLinked(linked: Work, work: Work): LinkedText {
  const text = JSON.stringify(serializeWork(linked));
  if (text.length <= MAX_WORK_ARCHIVE_BYTES) {
    return { text, proposedCount: linked.links.filter(isProposedLink).length };
  }
  return { text: JSON.stringify(serializeWork(work)), proposedCount: 0 };
}

async function readBytes(
  files: readonly SourceFile[],
  post: (reply: ImportReply) => void,
): Promise<readonly ImportFile[]> {
  const read: ImportFile[] = [];
  for (const [done, { name, blob }] of files.entries()) {
    // Before its bytes are taken into memory.
    if (blob.size > MOST_BYTES) {
      throw new ImportError({ code: 'too-large', bytes: blob.size, most: MOST_BYTES }, name);
    }
    post({ type: 'progressed', progress: { phase: 'reading', file: name, done, total: files.length } });
    read.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  return read;
}
