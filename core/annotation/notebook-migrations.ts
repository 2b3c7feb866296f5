/** Brings the content of a notes file from one schema version to the next; what it does not know it passes on. */
export interface NotebookMigration {
  readonly from: number;
  readonly migrate: (content: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** The schema version of a notes file that this program writes. */
export const NOTEBOOK_SCHEMA_VERSION = 3;

/** Every step from the first version to {@link NOTEBOOK_SCHEMA_VERSION}, in order. Never changed once released. */
export const NOTEBOOK_MIGRATIONS: readonly NotebookMigration[] = [
  {
    // 2: a bin, and annotations that stand on a unit or on the work as well as on words.
    from: 1,
    migrate: ({ annotations, ...content }) => ({
      bin: [],
      ...content,
      annotations: Array.isArray(annotations)
        ? annotations.map((annotation: unknown) =>
            typeof annotation === 'object' && annotation !== null
              ? { ...annotation, scope: { type: 'words' } }
              : annotation,
          )
        : annotations,
    }),
  },
  {
    // 3: the revision of the text. Notes of before do not know theirs; the next one that is written says it.
    from: 2,
    migrate: (content) => content,
  },
];
