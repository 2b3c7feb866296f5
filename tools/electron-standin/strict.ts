/** What JavaScript, Node and the debugger themselves look for on any object. */
const PROBED_BY_THE_RUNTIME: ReadonlySet<string> = new Set(['then', 'toJSON', 'inspect', 'nodeType']);

/**
 * Makes every member that `target` does not have throw instead of being undefined, so that nothing passes on the
 * stand-in by a silent no-op. Members that exist can be replaced, as tests do with dialogs.
 */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !PROBED_BY_THE_RUNTIME.has(key))
        throw notImplemented(name, key);
      return Reflect.get(object, key, receiver) as unknown;
    },
    set(object, key, value, receiver) {
      if (typeof key === 'string' && !(key in object)) throw notImplemented(name, key);
      return Reflect.set(object, key, value, receiver);
    },
  });
}

/** The error of a member, option or event the stand-in does not have. */
export function notImplemented(owner: string, member: string): Error {
  return new Error(`stand-in: ${owner}.${member} is not implemented`);
}

/** Refuses options the stand-in would silently ignore. */
export function refuseUnknownOptions(owner: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw notImplemented(owner, key);
  }
}
