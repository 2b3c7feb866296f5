import path from 'node:path';
import {
  planRevision,
  type RevisionOutcome,
  type RevisedAnnotation,
} from '../../../core/annotation/plan-revision.ts';
import { matchTarget } from '../../../core/annotation/match-target.ts';
import { resolveInterfaceLanguage, type InterfaceLanguage } from '../../../core/settings/settings.ts';
import { indexOutline } from '../../../core/text/outline-index.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import { describeUnitPlace, type UnitPlace } from '../../../core/text/unit-label.ts';
import { InvalidWorkError, parseWork, serializeWork } from '../../../core/text/work-file.ts';
import type { Work } from '../../../core/text/work.ts';
import type { RequestArgument, StartInfo } from '../../../ipc/contract.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import {
  MAX_REVISED_NOTES,
  type ChosenRevision,
  type LoadedText,
  type RevisedNote,
  type RevisionList,
  type RevisionPreview,
  type RevisionProblem,
  type RevisionSummary,
} from '../../../ipc/revisions.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { askForText, askForTextPlace } from '../text-files.ts';
import { readChosenFile, type ChosenFile } from '../storage/chosen-file.ts';
import { writeExportedFile } from '../storage/exported-file.ts';
import type { Library } from '../storage/library.ts';
import type { NotebookStore } from '../storage/notebook-store.ts';
import { identifyRevision, type RevisionShelf, type RevisionText } from '../storage/revision-shelf.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export interface RevisionParts {
  /** The works the program brings. */
  readonly shipped: Library;
  /** The works in the revisions that are read. */
  readonly library: Library;
  readonly shelf: RevisionShelf;
  readonly notebooks: NotebookStore;
  readonly settings: SettingsStore;
  readonly environment: Pick<StartInfo, 'systemLocale'>;
  readonly dialogs: FileDialogs;
}

/** A larger text than any book: what is larger was chosen by mistake. */
const MAX_WORK_FILE_BYTES = 64_000_000;

const EXCERPT_LENGTH = 200;

/** Whoever corrects a file does so from the top. */
const MAX_PROBLEMS = 50;

/** What is read last in a preview needs no reading: the notes that stay. */
const SHOWN_OUTCOMES: readonly RevisionOutcome[] = ['detached', 'moved', 'still-detached'];

/** The requests about revisions. */
export interface Revisions {
  readonly listRevisions: (argument: RequestArgument<'listRevisions'>) => Result<RevisionList>;
  readonly chooseRevision: (
    argument: RequestArgument<'chooseRevision'>,
  ) => Promise<Result<ChosenRevision | null>>;
  readonly previewRevision: (argument: RequestArgument<'previewRevision'>) => Result<RevisionPreview>;
  readonly keepRevision: (argument: RequestArgument<'keepRevision'>) => Result<LoadedText>;
  readonly loadRevision: (argument: RequestArgument<'loadRevision'>) => Result<LoadedText>;
  readonly exportText: (argument: RequestArgument<'exportText'>) => Promise<Result<string | null>>;
}

/** A text that can be put under notes, wherever it is. */
interface KnownRevision extends RevisionText {
  readonly summary: RevisionSummary;
}

/** Answers the requests about revisions; keeps the file that was chosen last until another is. */
export function openRevisions(parts: RevisionParts): Revisions {
  const { shipped, library, shelf, notebooks } = parts;
  let chosen: KnownRevision | undefined;

  function find(workId: string, revision: RevisionId): Result<KnownRevision> {
    if (chosen?.work.id === workId && chosen.summary.revision === revision) return succeed(chosen);
    const summary = shelf.describe(workId, revision);
    if (summary !== undefined) {
      const text = shelf.load(workId, revision);
      return text.ok ? succeed({ ...text.value, ...summary, summary }) : text;
    }
    const text = shipped.loadText(workId);
    if (!text.ok) return text;
    if (text.value.revision !== revision) return fail('not-found', `There is no revision ${revision}`);
    const brought = describeShipped(revision);
    return succeed({ ...text.value, ...brought, summary: brought });
  }

  function preview({ work, summary }: KnownRevision): Result<RevisionPreview> {
    const current = library.loadText(work.id);
    if (!current.ok) return current;
    const notebook = notebooks.load(work.id);
    if (!notebook.ok) return notebook;
    const next = { work, revision: summary.revision };
    const plan = planRevision(current.value, next, notebook.value, (revision) => {
      const earlier = find(work.id, revision);
      return earlier.ok ? earlier.value.work : undefined;
    });
    const count = (wanted: RevisionOutcome): number =>
      plan.notes.filter(({ outcome }) => outcome === wanted).length;
    const describe = createDescriber(current.value.work, work);
    return succeed({
      revision: summary,
      isCurrent: current.value.revision === summary.revision,
      units: plan.units,
      counts: {
        kept: count('kept'),
        moved: count('moved'),
        detached: count('detached'),
        'still-detached': count('still-detached'),
      },
      notes: SHOWN_OUTCOMES.flatMap((wanted) =>
        plan.notes
          .filter(({ outcome }) => outcome === wanted)
          .slice(0, MAX_REVISED_NOTES)
          .map(describe),
      ),
      changes: plan.changes,
    });
  }

  return {
    listRevisions: ({ workId }) => {
      const current = library.identify(workId);
      if (!current.ok) return current;
      const kept = shelf.list(workId);
      if (!kept.ok) return kept;
      const newest = shipped.identify(workId);
      const isNew = newest.ok && !kept.value.some(({ revision }) => revision === newest.value);
      return succeed({
        current: current.value,
        revisions: [...(isNew ? [describeShipped(newest.value)] : []), ...kept.value],
      });
    },
    chooseRevision: async ({ workId }) => {
      const filePath = await parts.dialogs.askWhatToOpen(askForText(languageOf(parts)));
      if (filePath === undefined) return succeed(null);
      const name = path.basename(filePath);
      const file = await readChosenFile(filePath, MAX_WORK_FILE_BYTES);
      if (!file.ok) return file;
      const read = readWork(file.value, workId);
      if ('problem' in read) return succeed({ type: 'refused', name, problem: read.problem });
      const summary = { revision: identifyRevision(read.work), origin: 'file', name, kept: null } as const;
      chosen = { work: read.work, origin: 'file', name, summary };
      const previewed = preview(chosen);
      return previewed.ok ? succeed({ type: 'readable', preview: previewed.value }) : previewed;
    },
    previewRevision: ({ workId, revision }) => {
      const found = find(workId, revision);
      return found.ok ? preview(found.value) : found;
    },
    keepRevision: ({ workId, revision }) => {
      const found = find(workId, revision);
      if (!found.ok) return found;
      // The text that is read now too: undoing must find it, in years as well.
      const current = library.identify(workId);
      if (!current.ok) return current;
      const present = find(workId, current.value);
      for (const text of [...(present.ok ? [present.value] : []), found.value]) {
        const kept = shelf.keep(text);
        if (!kept.ok) return kept;
      }
      return shelf.load(workId, revision);
    },
    loadRevision: ({ workId, revision }) => {
      const text = shipped.loadText(workId);
      return text.ok && text.value.revision === revision ? text : shelf.load(workId, revision);
    },
    exportText: async ({ workId }) => {
      const work = library.loadWork(workId);
      if (!work.ok) return work;
      const filePath = await parts.dialogs.askWhereToSave(askForTextPlace(work.value, languageOf(parts)));
      if (filePath === undefined) return succeed(null);
      const written = writeExportedFile(filePath, `${JSON.stringify(serializeWork(work.value), null, 2)}\n`);
      return written.ok ? succeed(filePath) : written;
    },
  };
}

function languageOf({ settings, environment }: RevisionParts): InterfaceLanguage {
  return resolveInterfaceLanguage(settings.settings().language, environment.systemLocale);
}

function describeShipped(revision: RevisionId): RevisionSummary {
  return { revision, origin: 'bundled', name: '', kept: null };
}

type ReadWork = { readonly work: Work } | { readonly problem: RevisionProblem };

function refuse(code: RevisionProblem['code'], ...details: readonly string[]): ReadWork {
  return { problem: { code, details } };
}

function readWork(file: ChosenFile, workId: string): ReadWork {
  if (file.type === 'too-large') return refuse('too-large', `${file.size} bytes`);
  if (file.type === 'not-utf-8') return refuse('not-json', 'not text in UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch (error) {
    return refuse('not-json', String(error));
  }
  try {
    const work = parseWork(value);
    return work.id === workId ? { work } : refuse('another-work', work.id);
  } catch (error) {
    // Something nested too deeply to be looked at is no work either.
    const problems = error instanceof InvalidWorkError ? error.problems : [String(error)];
    return refuse('not-a-work', ...problems.slice(0, MAX_PROBLEMS));
  }
}

/** Describes notes between two texts. */
function createDescriber(oldWork: Work, newWork: Work): (note: RevisedAnnotation) => RevisedNote {
  const before = createPlacer(oldWork);
  const after = createPlacer(newWork);
  return ({ annotation, revised, outcome }) => {
    const { id, kind, body, scope, targets } = annotation;
    const lost = revised.targets.find((target) => matchTarget(newWork, target).type === 'orphan');
    const index = lost === undefined ? 0 : revised.targets.indexOf(lost);
    const target = targets[index];
    const unitBefore = scope.type === 'unit' ? scope.unit : target?.unit;
    const unitAfter = revised.scope.type === 'unit' ? revised.scope.unit : revised.targets[index]?.unit;
    return {
      id,
      kind,
      outcome,
      quote: (target?.selector[0].exact ?? '').slice(0, EXCERPT_LENGTH),
      language: target?.language ?? null,
      body: body.slice(0, EXCERPT_LENGTH),
      before: before(unitBefore),
      after: outcome === 'moved' ? after(unitAfter) : null,
    };
  };
}

function createPlacer(work: Work): (id: string | undefined) => UnitPlace | null {
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  const outline = indexOutline(work);
  return (id) => {
    const unit = units.get(id ?? '');
    return unit === undefined ? null : describeUnitPlace(unit, outline.get(unit.id));
  };
}
