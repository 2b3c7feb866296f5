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
import { readWork } from '../../../core/text/read-work.ts';
import { serializeWork } from '../../../core/text/work-file.ts';
import type { WordMove } from '../../../core/text/word-moves.ts';
import type { Work } from '../../../core/text/work.ts';
import type { RequestArgument, StartInfo } from '../../../ipc/contract.ts';
import { fail, succeed, type Result } from '../../../ipc/result.ts';
import {
  MAX_REVISED_NOTES,
  type ChosenRevision,
  type LoadedText,
  type RevisedNote,
  type RevisionList,
  type RevisionOrigin,
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
import type { WorkNames } from '../storage/work-names.ts';

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
  readonly names: Pick<WorkNames, 'name'>;
}

/** A larger text than any book: what is larger was chosen by mistake. */
const MAX_WORK_FILE_BYTES = 64_000_000;

const EXCERPT_LENGTH = 200;

/** What is read last in a preview needs no reading: the notes that stay. */
const SHOWN_OUTCOMES: readonly RevisionOutcome[] = ['detached', 'moved', 'still-detached'];

/** The requests about revisions. */
export interface Revisions {
  readonly listRevisions: (argument: RequestArgument<'listRevisions'>) => Result<RevisionList>;
  readonly chooseRevision: (
    argument: RequestArgument<'chooseRevision'>,
  ) => Promise<Result<ChosenRevision | null>>;
  readonly proposeRevision: (argument: RequestArgument<'proposeRevision'>) => Result<RevisionPreview>;
  readonly previewRevision: (argument: RequestArgument<'previewRevision'>) => Result<RevisionPreview>;
  readonly keepRevision: (argument: RequestArgument<'keepRevision'>) => Result<LoadedText>;
  readonly loadRevision: (argument: RequestArgument<'loadRevision'>) => Result<LoadedText>;
  readonly exportText: (argument: RequestArgument<'exportText'>) => Promise<Result<string | null>>;
  /** No request: makes a text known that another file brought, as if it had been chosen. */
  readonly offerRevision: (text: { readonly work: Work; readonly name: string }) => void;
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

  function preview(
    { work, summary }: KnownRevision,
    moves: readonly WordMove[] = [],
  ): Result<RevisionPreview> {
    const current = library.loadText(work.id);
    if (!current.ok) return current;
    const notebook = notebooks.load(work.id);
    if (!notebook.ok) return notebook;
    const next = { work, revision: summary.revision };
    const findText = (revision: RevisionId): Work | undefined => {
      const earlier = find(work.id, revision);
      return earlier.ok ? earlier.value.work : undefined;
    };
    const plan = planRevision(current.value, next, notebook.value, findText, moves);
    const count = (wanted: RevisionOutcome): number =>
      plan.notes.filter(({ outcome }) => outcome === wanted).length;
    const describe = createDescriber(current.value.work, work);
    return succeed({
      revision: summary,
      isCurrent: current.value.revision === summary.revision,
      units: plan.units,
      links: { before: current.value.work.links.length, after: work.links.length },
      editions: plan.editions,
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

  /** A text as it is shown: under the reader's own titles. */
  function name(text: Result<LoadedText>): Result<LoadedText> {
    return text.ok ? succeed({ ...text.value, work: parts.names.name(text.value.work) }) : text;
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
      const fileName = path.basename(filePath);
      const file = await readChosenFile(filePath, MAX_WORK_FILE_BYTES);
      if (!file.ok) return file;
      const read = readText(file.value, workId);
      if ('problem' in read) return succeed({ type: 'refused', name: fileName, problem: read.problem });
      chosen = describeNew(read.work, 'file', fileName);
      const previewed = preview(chosen);
      return previewed.ok ? succeed({ type: 'readable', preview: previewed.value }) : previewed;
    },
    proposeRevision: ({ workId, text, moves }) => {
      const present = library.loadWork(workId);
      if (!present.ok) return present;
      const read = parseText(text, workId);
      if ('problem' in read) {
        return fail('invalid-request', `${read.problem.code}: ${read.problem.details.join('; ')}`);
      }
      chosen = describeNew({ ...read.work, titles: reviseTitles(present.value, read.work) }, 'edited', '');
      return preview(chosen, moves);
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
      return name(shelf.load(workId, revision));
    },
    loadRevision: ({ workId, revision }) => {
      const text = shipped.loadText(workId);
      return name(text.ok && text.value.revision === revision ? text : shelf.load(workId, revision));
    },
    exportText: async ({ workId }) => {
      const work = library.loadWork(workId);
      if (!work.ok) return work;
      const filePath = await parts.dialogs.askWhereToSave(askForTextPlace(work.value, languageOf(parts)));
      if (filePath === undefined) return succeed(null);
      const written = writeExportedFile(filePath, `${JSON.stringify(serializeWork(work.value), null, 2)}\n`);
      return written.ok ? succeed(filePath) : written;
    },
    offerRevision: ({ work, name: fileName }) => {
      chosen = describeNew(work, 'file', fileName);
    },
  };
}

/**
 * The titles of a proposed text: those of the present one, but of editions that are new or bear another title. As the page
 * has it, the rest may be titles of the reader, which are in no text.
 */
function reviseTitles(present: Work, proposed: Work): Work['titles'] {
  const before = new Map(present.editions.map(({ language, title }) => [language, title]));
  const now = new Map(proposed.editions.map(({ language, title }) => [language, title]));
  const kept = Object.entries(present.titles).filter(
    ([language]) => !before.has(language) || now.has(language),
  );
  const changed = [...now].filter(([language, title]) => before.get(language) !== title);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(
      changed.map(([language, title]) => [language, proposed.titles[language] ?? title] as const),
    ),
  };
}

/** The language in which the program speaks to its reader. */
export function languageOf({
  settings,
  environment,
}: Pick<RevisionParts, 'settings' | 'environment'>): InterfaceLanguage {
  return resolveInterfaceLanguage(settings.settings().language, environment.systemLocale);
}

function describeNew(work: Work, origin: RevisionOrigin, name: string): KnownRevision {
  const summary = { revision: identifyRevision(work), origin, name, kept: null };
  return { work, origin, name, summary };
}

function describeShipped(revision: RevisionId): RevisionSummary {
  return { revision, origin: 'bundled', name: '', kept: null };
}

type ReadText = { readonly work: Work } | { readonly problem: RevisionProblem };

function refuse(code: RevisionProblem['code'], ...details: readonly string[]): ReadText {
  return { problem: { code, details } };
}

function readText(file: ChosenFile, workId: string): ReadText {
  if (file.type === 'too-large') return refuse('too-large', `${file.size} bytes`);
  if (file.type === 'not-utf-8') return refuse('not-json', 'not text in UTF-8');
  return parseText(file.text, workId);
}

function parseText(text: string, workId: string): ReadText {
  const reading = readWork(text);
  if (!reading.ok) return { problem: reading.problem };
  return reading.work.id === workId ? { work: reading.work } : refuse('another-work', reading.work.id);
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
