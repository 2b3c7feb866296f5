/** Why a file could not be taken in; the words for it stand with the messages of the interface. */
export type ImportProblem =
  | { readonly code: 'no-files' }
  | { readonly code: 'too-many-files'; readonly most: number }
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-text' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly most: number }
  | { readonly code: 'too-much-text'; readonly most: number }
  | { readonly code: 'not-text' }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | { readonly code: 'unsupported-format'; readonly format: string }
  | { readonly code: 'damaged-file'; readonly format: string; readonly detail: string }
  | { readonly code: 'encrypted-file'; readonly format: string }
  | { readonly code: 'archive-bomb'; readonly most: number }
  | { readonly code: 'too-complex' }
  | { readonly code: 'unsafe-markup'; readonly construct: string }
  | { readonly code: 'no-text-layer'; readonly pages: number }
  | { readonly code: 'one-language'; readonly language: string }
  | { readonly code: 'too-many-languages'; readonly languages: readonly string[]; readonly most: number }
  | { readonly code: 'no-language' }
  /** A text that is to stand beside others is in a language one of them has. */
  | { readonly code: 'edition-exists'; readonly language: string }
  | { readonly code: 'too-many-editions'; readonly most: number }
  /** A text that is to stand beside others is in several languages that none of them has. */
  | { readonly code: 'several-languages'; readonly languages: readonly string[] };

/** Says why an import ended, as plain data that can cross to another process. */
export class ImportError extends Error {
  readonly problem: ImportProblem;
  /** The name of the file it is about; null where it is about all of them. */
  readonly file: string | null;

  constructor(problem: ImportProblem, file: string | null = null) {
    super(`${file === null ? '' : `${file}: `}${problem.code}`);
    this.name = 'ImportError';
    this.problem = problem;
    this.file = file;
  }
}
