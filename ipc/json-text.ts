/**
 * A value as JSON. What is large crosses between processes as one text: a text is copied in one go, where the bridge between
 * preload and page walks through every member of every object, twice (docs/decisions/0013-many-notes.md).
 */
export type JsonText<Value> = string & { readonly [ofValue]: Value };

/** Never there at run time: it ties a text to the type of its value. */
declare const ofValue: unique symbol;

/** Writes a value that JSON can say in full: no `undefined`, no `NaN`, no class. {@link readJson} gives an equal one. */
export function writeJson<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value) as JsonText<Value>;
}

/** The value of a text that {@link writeJson} made in another process; its type is taken on that process's word. */
export function readJson<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text) as Value;
}
