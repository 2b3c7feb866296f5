import type { JsonPath } from '../ipc/json-path.ts';
import { fail, succeed, type Result } from '../ipc/result.ts';

/** Fetches what main writes as JSON under a path of the app scheme; the type of the value is taken on main's word. */
export async function fetchJson<Value>(path: JsonPath<Value>): Promise<Result<Value>> {
  try {
    const response = await fetch(path, { cache: 'no-store' });
    if (!response.ok) return fail('unexpected', `${path}: ${response.status}`);
    return succeed((await response.json()) as Value);
  } catch (error) {
    return fail('unexpected', `${path}: ${String(error)}`);
  }
}
