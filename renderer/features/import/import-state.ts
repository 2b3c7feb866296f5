import type { AddedEdition } from '../../../core/import/add-edition.ts';
import type { ImportProblem } from '../../../core/import/import-error.ts';
import type { FileOptions, ImportProgress, ImportResult } from '../../../core/import/import-files.ts';
import type { ImportedUnit } from '../../../core/import/pairing/make-units.ts';
import type { EditionDetails } from '../../../core/import/review/edition-details.ts';
import { editEdition } from '../../../core/import/review/edit-edition.ts';
import { editUnits, type UnitEdit } from '../../../core/import/review/edit-units.ts';
import type { SetAside } from '../../../core/import/set-aside.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { RevisionId } from '../../../core/text/revision-id.ts';
import type { Work } from '../../../core/text/work.ts';
import type { ImportOutcome } from '../../import-worker/import-client.ts';
import type { ReadRequest, SourceFile } from '../../import-worker/protocol.ts';
import type { ImportPurpose } from './import-purpose.ts';
import { mergeAsides } from './merge-asides.ts';

/** The steps of an import, in their order. */
export const IMPORT_STEPS = ['found', 'alignment', 'provenance'] as const;

/** One of {@link IMPORT_STEPS}. */
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** How the reading of the files stands. */
export type Reading =
  | { readonly type: 'idle' }
  | { readonly type: 'reading'; readonly progress: ImportProgress | undefined }
  | { readonly type: 'read' }
  | { readonly type: 'stopped' }
  | { readonly type: 'refused'; readonly problem: ImportProblem; readonly file: string | null }
  | { readonly type: 'failed'; readonly detail: string };

/** What the files came to when they were last read. */
export interface Found {
  readonly result: ImportResult;
  /** The language that is added to a work; undefined where a text of several languages was read. */
  readonly added: LanguageTag | undefined;
  /** Those of the result after what the reader did to them. */
  readonly units: readonly ImportedUnit[];
  /** Ids of units a reader should look at. */
  readonly doubtful: ReadonlySet<string>;
}

/** How putting the work into the library stands. */
export type Adding =
  | { readonly type: 'idle' }
  /** `linked`: what share of it has its links, from 0 to 1. */
  | { readonly type: 'adding'; readonly linked: number }
  | { readonly type: 'failed'; readonly detail: string };

/** An import that is under way. What the reader chose is kept apart from what was found, and outlives reading anew. */
export interface ImportState {
  readonly purpose: ImportPurpose;
  readonly step: ImportStep;
  readonly sources: readonly SourceFile[];
  readonly options: Readonly<Record<string, FileOptions>>;
  /** Everything that was set aside or was brought back, in the order of the files. */
  readonly asides: readonly SetAside[];
  readonly restored: ReadonlySet<string>;
  /** The language an edition is in, by the language it was taken for. */
  readonly relabels: Readonly<Record<LanguageTag, LanguageTag>>;
  readonly edits: readonly UnitEdit[];
  /** What was typed of an edition, by the language it was found in. */
  readonly details: Readonly<Record<LanguageTag, Partial<EditionDetails>>>;
  readonly reading: Reading;
  /** How often the same files were to be read again. */
  readonly attempt: number;
  /** Undefined before the first reading has ended, and where the last one came to nothing. */
  readonly found: Found | undefined;
  /** The row of the alignment that keyboard and buttons are about. */
  readonly row: number;
  readonly adding: Adding;
  /** The import that was put away last; it can be brought back. */
  readonly putAway: ImportState | undefined;
}

export type ImportAction =
  /** Begins anew, and what is under way is put away; goes on where that is what is asked for. */
  | { readonly type: 'begun'; readonly purpose: ImportPurpose }
  /** The work that it is about has another text now. */
  | { readonly type: 'work-replaced'; readonly work: Work; readonly revision: RevisionId }
  | { readonly type: 'sources-added'; readonly sources: readonly ImportSource[] }
  | { readonly type: 'source-removed'; readonly name: string }
  /** Undefined where the program is to find it out. */
  | { readonly type: 'encoding-chosen'; readonly name: string; readonly encoding: string | undefined }
  | { readonly type: 'language-chosen'; readonly name: string; readonly language: LanguageTag | undefined }
  | { readonly type: 'relabelled'; readonly found: LanguageTag; readonly language: LanguageTag }
  | { readonly type: 'aside-restored'; readonly id: string; readonly isRestored: boolean }
  | { readonly type: 'reading-started' }
  | { readonly type: 'progressed'; readonly progress: ImportProgress }
  | { readonly type: 'reading-ended'; readonly outcome: ImportOutcome }
  | { readonly type: 'reading-repeated' }
  | { readonly type: 'step-chosen'; readonly step: ImportStep }
  | { readonly type: 'row-chosen'; readonly row: number }
  | { readonly type: 'doubtful-sought'; readonly by: 1 | -1 }
  | { readonly type: 'edited'; readonly edit: UnitEdit }
  | { readonly type: 'edit-undone' }
  | { readonly type: 'details-typed'; readonly found: LanguageTag; readonly details: Partial<EditionDetails> }
  | { readonly type: 'adding' }
  | { readonly type: 'linking'; readonly share: number }
  | { readonly type: 'adding-failed'; readonly detail: string }
  /** The reader is asked whether the work is to have it. */
  | { readonly type: 'proposed' }
  | { readonly type: 'put-away' }
  | { readonly type: 'brought-back' }
  | { readonly type: 'added' };

/** A file and what is known of it beforehand. */
export interface ImportSource extends SourceFile {
  readonly options?: FileOptions;
}

/** Nothing is being imported. */
export const NO_IMPORT: ImportState = {
  purpose: { type: 'new' },
  step: 'found',
  sources: [],
  options: {},
  asides: [],
  restored: new Set(),
  relabels: {},
  edits: [],
  details: {},
  reading: { type: 'idle' },
  attempt: 0,
  found: undefined,
  row: 0,
  adding: { type: 'idle' },
  putAway: undefined,
};

/** The state after an action. */
export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.type) {
    case 'begun': {
      if (state.sources.length > 0 && isSamePurpose(state.purpose, action.purpose)) return state;
      const putAway = state.sources.length === 0 ? state.putAway : { ...state, putAway: undefined };
      return { ...NO_IMPORT, purpose: action.purpose, putAway };
    }
    case 'work-replaced': {
      const { work, revision } = action;
      return state.purpose.type === 'new'
        ? state
        : { ...state, purpose: { ...state.purpose, work, revision } };
    }
    case 'sources-added':
      return addSources(state, action.sources);
    case 'source-removed':
      return removeSource(state, action.name);
    case 'encoding-chosen':
      return correctFile(state, action.name, { encoding: action.encoding });
    case 'language-chosen':
      return correctFile(state, action.name, { language: action.language });
    case 'relabelled':
      return { ...state, relabels: { ...state.relabels, [action.found]: action.language } };
    case 'aside-restored':
      return { ...state, restored: toggle(state.restored, action.id, action.isRestored) };
    case 'reading-started':
      return { ...state, reading: { type: 'reading', progress: undefined } };
    case 'progressed':
      return { ...state, reading: { type: 'reading', progress: action.progress } };
    case 'reading-ended':
      return endReading(state, action.outcome);
    case 'reading-repeated':
      return { ...state, attempt: state.attempt + 1 };
    case 'step-chosen':
      return { ...state, step: action.step, adding: { type: 'idle' } };
    case 'row-chosen':
      return { ...state, row: action.row };
    case 'doubtful-sought':
      return seekDoubtful(state, action.by);
    case 'edited':
      return edit(state, action.edit);
    case 'edit-undone':
      return undoEdit(state);
    case 'details-typed': {
      const { found, details } = action;
      return { ...state, details: { ...state.details, [found]: { ...state.details[found], ...details } } };
    }
    case 'adding':
      return { ...state, adding: { type: 'adding', linked: 0 } };
    case 'linking':
      // What is still said of an addition that was given up is not heard.
      if (state.adding.type !== 'adding') return state;
      return { ...state, adding: { type: 'adding', linked: action.share } };
    case 'adding-failed':
      return { ...state, adding: { type: 'failed', detail: action.detail } };
    case 'proposed':
      return { ...state, adding: { type: 'idle' } };
    case 'put-away':
      return { ...NO_IMPORT, putAway: { ...state, putAway: undefined } };
    case 'brought-back':
      return state.putAway ?? state;
    case 'added':
      return NO_IMPORT;
  }
}

function isSamePurpose(one: ImportPurpose, other: ImportPurpose): boolean {
  return one.type !== 'new' && other.type === one.type && other.work.id === one.work.id;
}

/** What the files are to be read with. */
export function importOptionsOf({
  options,
  restored,
}: Pick<ImportState, 'options' | 'restored'>): ReadRequest['options'] {
  return { files: options, restore: [...restored] };
}

function addSources(state: ImportState, sources: readonly ImportSource[]): ImportState {
  let next = { ...state, step: 'found' as const, adding: NO_IMPORT.adding, putAway: undefined };
  for (const { name, blob, options } of sources) {
    const own = chooseName(name, (wanted) => next.sources.some((source) => source.name === wanted));
    next = {
      ...next,
      sources: [...next.sources, { name: own, blob }],
      options: options === undefined ? next.options : { ...next.options, [own]: options },
    };
  }
  return next;
}

/** Files of different folders may have one name; everything that is said of a file goes by its name. */
function chooseName(name: string, isTaken: (name: string) => boolean): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? [];
  let own = name;
  for (let number = 2; isTaken(own); number += 1) own = `${stem} (${number})${ending}`;
  return own;
}

function removeSource(state: ImportState, name: string): ImportState {
  const sources = state.sources.filter((source) => source.name !== name);
  if (sources.length === 0) return { ...reduceImport(state, { type: 'put-away' }), purpose: state.purpose };
  const { [name]: _removed, ...options } = state.options;
  return { ...state, sources, options };
}

function correctFile(
  state: ImportState,
  name: string,
  correction: Partial<Record<keyof FileOptions, string | undefined>>,
): ImportState {
  const chosen = { ...state.options[name], ...correction };
  const options = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  return { ...state, options: { ...state.options, [name]: options } };
}

function endReading(state: ImportState, outcome: ImportOutcome): ImportState {
  switch (outcome.status) {
    case 'read': {
      const { result } = outcome;
      return {
        ...withEdits({ ...state, reading: { type: 'read' } }, result, state.edits),
        asides: mergeAsides(state.asides, result.setAside, state.restored),
      };
    }
    case 'refused':
      return {
        ...state,
        reading: { type: 'refused', problem: outcome.problem, file: outcome.file },
        found: undefined,
        step: 'found',
      };
    case 'failed':
      return {
        ...state,
        reading: { type: 'failed', detail: outcome.detail },
        found: undefined,
        step: 'found',
      };
    case 'stopped':
      return { ...state, reading: { type: 'stopped' }, found: undefined, step: 'found' };
  }
}

function edit(state: ImportState, wanted: UnitEdit): ImportState {
  const { found } = state;
  if (found === undefined) return state;
  const units = editFound(found.units, wanted, found.added, state.purpose);
  if (units === found.units) return state;
  const edits = [...state.edits, wanted];
  return keepRow({ ...state, edits, found: describeFound(found.result, units) });
}

function undoEdit(state: ImportState): ImportState {
  const undone = state.edits.at(-1);
  if (state.found === undefined || undone === undefined) return state;
  const next = withEdits(state, state.found.result, state.edits.slice(0, -1));
  const row = next.found?.units.findIndex(({ id }) => id === undone.unit) ?? -1;
  return row === -1 ? next : { ...next, row };
}

/** Does edits to what was read. Those that find nothing to do any more are kept: their units may come back. */
function withEdits(state: ImportState, result: ImportResult, edits: readonly UnitEdit[]): ImportState {
  const added = addedIn(result);
  const units = edits.reduce<readonly ImportedUnit[]>(
    (before, edit) => editFound(before, edit, added, state.purpose),
    result.units,
  );
  return keepRow({ ...state, edits, found: describeFound(result, units) });
}

function addedIn(result: ImportResult | AddedEdition): LanguageTag | undefined {
  return 'added' in result ? result.added : undefined;
}

/** Where a text is added to a work, only that text is moved. */
function editFound(
  units: readonly ImportedUnit[],
  wanted: UnitEdit,
  added: LanguageTag | undefined,
  purpose: ImportPurpose,
): readonly ImportedUnit[] {
  if (added === undefined || purpose.type === 'new') return editUnits(units, wanted);
  const own = new Set(purpose.work.units.map(({ id }) => id));
  return editEdition(units, wanted, { language: added, isOfWork: (id) => own.has(id) });
}

function describeFound(result: ImportResult, units: readonly ImportedUnit[]): Found {
  const marked = new Set(result.doubtful);
  const doubtful = units.filter(({ id, confidence }) => marked.has(id) && confidence < 1).map(({ id }) => id);
  return { result, added: addedIn(result), units, doubtful: new Set(doubtful) };
}

function keepRow(state: ImportState): ImportState {
  const last = Math.max(0, (state.found?.units.length ?? 0) - 1);
  return state.row <= last ? state : { ...state, row: last };
}

/** From the last doubtful unit to the first again, and the other way round. */
function seekDoubtful(state: ImportState, by: 1 | -1): ImportState {
  const { found, row } = state;
  if (found === undefined) return state;
  const rows = found.units.flatMap(({ id }, at) => (found.doubtful.has(id) ? [at] : []));
  const next =
    by === 1 ? (rows.find((at) => at > row) ?? rows[0]) : (rows.findLast((at) => at < row) ?? rows.at(-1));
  return next === undefined ? state : { ...state, row: next };
}

function toggle(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
