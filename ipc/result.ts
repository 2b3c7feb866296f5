/** Why a request failed, for the renderer to put into words (`errors.<code>` in the catalogues). */
export type FailureCode =
  | 'invalid-request'
  | 'not-found'
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'no-folder'
  | 'damaged-file'
  | 'newer-file'
  /** Another program is writing the same files; it was tried for a while and can be tried again. */
  | 'in-use'
  | 'unexpected';

/** A failure as a value. `detail` is for the log and the curious: a path or the system's own words, in English. */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

/** What every request answers: a value or why there is none. Requests never reject for reasons a user could meet. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** A successful {@link Result}. */
export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A failed {@link Result}. */
export function fail(code: FailureCode, detail: string): Result<never> {
  return { ok: false, failure: { code, detail } };
}
