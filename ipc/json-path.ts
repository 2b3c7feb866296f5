/**
 * Where under `app://` a value is fetched from as JSON. What is large does not cross the bridge between preload and page, which
 * copies it several times over (docs/decisions/0013-many-notes.md).
 */
export type JsonPath<Value> = string & { readonly [ofValue]: Value };

/** Never there at run time: it ties a path to the type of what is fetched from it. */
declare const ofValue: unique symbol;
