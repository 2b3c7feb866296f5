/**
 * Values as text and back, as the structured clone algorithm of the HTML standard would copy them. This module runs in
 * Node and, bundled into the page scripts, in the page; it therefore uses nothing of either.
 *
 * Differences: sparse arrays come back dense, and views of one buffer come back with a buffer each.
 */

/** Bytes as base64 and back; Node and the page have different means. */
export interface Base64 {
  readonly encode: (bytes: Uint8Array) => string;
  readonly decode: (text: string) => Uint8Array<ArrayBuffer>;
}

/** How functions and promises cross, where they may (between preload and page); elsewhere they cannot be cloned. */
export interface Passage {
  /** Gives a description, in plain JSON, of a function or a promise that leaves. */
  readonly describe: (value: object) => unknown;
  /** Makes the counterpart of what the other side described. */
  readonly revive: (description: unknown) => unknown;
}

/** A pair of inverse functions. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/** What is written as JSON: what JSON can say stands for itself, anything else for what its first member names. */
type Wire = null | boolean | number | string | Tagged;

type Tagged =
  | readonly ['undefined']
  | readonly ['number', text: string]
  | readonly ['bigint', text: string]
  | readonly ['array', members: readonly Wire[]]
  | readonly ['object', entries: readonly (readonly [string, Wire])[]]
  | readonly ['map', entries: readonly (readonly [Wire, Wire])[]]
  | readonly ['set', members: readonly Wire[]]
  | readonly ['date', time: number | null]
  | readonly ['regexp', source: string, flags: string]
  | readonly ['buffer', base64: string]
  | readonly ['view', type: string, base64: string]
  | readonly ['boxed', value: Wire]
  | readonly ['error', name: string, message: string, stack: string, cause?: Wire]
  /** An object that came before, counted from 0. */
  | readonly ['reference', index: number]
  | readonly ['passage', description: unknown];

type ViewConstructor = new (buffer: ArrayBuffer) => ArrayBufferView;

const VIEWS: Readonly<Record<string, ViewConstructor>> = {
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

/** The only names the standard keeps; any other error arrives as an Error. */
const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  TypeError,
  RangeError,
  SyntaxError,
  ReferenceError,
  EvalError,
  URIError,
};

const UNCLONEABLE: ReadonlySet<string> = new Set([
  'WeakMap',
  'WeakSet',
  'WeakRef',
  'Promise',
  'Window',
  'Generator',
]);

/** Makes the codec of one side. */
export function createCodec(base64: Base64, passage?: Passage): Codec {
  return {
    encode: (value) => JSON.stringify(createEncoder(base64, passage)(value)),
    decode: (text) => createDecoder(base64, passage)(JSON.parse(text) as Wire),
  };
}

function typeName(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function refuse(): never {
  throw new Error('An object could not be cloned.');
}

function isPromise(value: object): boolean {
  return 'then' in value && typeof value.then === 'function';
}

function createEncoder(base64: Base64, passage: Passage | undefined): (value: unknown) => Wire {
  const seen = new Map<object, number>();

  const encode = (value: unknown): Wire => {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      case 'undefined':
        return ['undefined'];
      case 'bigint':
        return ['bigint', String(value)];
      case 'symbol':
        return refuse();
      case 'function':
        return passage === undefined ? refuse() : ['passage', passage.describe(value)];
      case 'object':
        if (value === null) return null;
        if (isPromise(value) && passage !== undefined) return ['passage', passage.describe(value)];
        return encodeObject(value);
    }
  };

  const encodeObject = (value: object): Wire => {
    const earlier = seen.get(value);
    if (earlier !== undefined) return ['reference', earlier];
    seen.set(value, seen.size);
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return ['view', typeName(value), base64.encode(bytes)];
    }
    if (Array.isArray(value)) return ['array', Array.from(value, encode)];
    switch (typeName(value)) {
      case 'ArrayBuffer':
        return ['buffer', base64.encode(new Uint8Array(value as ArrayBuffer))];
      case 'Date':
        return ['date', (value as Date).getTime()];
      case 'RegExp':
        return ['regexp', (value as RegExp).source, (value as RegExp).flags];
      case 'Map': {
        const entries = [...(value as Map<unknown, unknown>)];
        return ['map', entries.map(([key, member]) => [encode(key), encode(member)])];
      }
      case 'Set':
        return ['set', Array.from(value as Set<unknown>, encode)];
      case 'Boolean':
      case 'Number':
      case 'String':
      case 'BigInt':
        return ['boxed', encode(value.valueOf())];
      case 'Error': {
        const { name, message, stack = '' } = value as Error;
        if (!('cause' in value)) return ['error', name, message, stack];
        return ['error', name, message, stack, encode(value.cause)];
      }
      default:
        return encodePlain(value);
    }
  };

  const encodePlain = (value: object): Wire => {
    if (UNCLONEABLE.has(typeName(value)) || 'nodeType' in value) refuse();
    return ['object', Object.entries(value).map(([key, member]) => [key, encode(member)])];
  };

  return encode;
}

function createDecoder(base64: Base64, passage: Passage | undefined): (wire: Wire) => unknown {
  // Filled in the order in which the encoder met the objects: a container before its content.
  const references: object[] = [];
  const keep = <Value extends object>(value: Value): Value => {
    references.push(value);
    return value;
  };

  const decode = (wire: Wire): unknown => {
    if (wire === null || typeof wire !== 'object') return wire;
    switch (wire[0]) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(wire[1]);
      case 'bigint':
        return BigInt(wire[1]);
      case 'passage':
        return passage === undefined ? refuse() : passage.revive(wire[1]);
      case 'reference':
        return references[wire[1]];
      case 'view': {
        const View = VIEWS[wire[1]] ?? Uint8Array;
        return keep(new View(base64.decode(wire[2]).buffer));
      }
      case 'buffer':
        return keep(base64.decode(wire[1]).buffer);
      case 'date':
        return keep(new Date(wire[1] ?? NaN));
      case 'regexp':
        return keep(new RegExp(wire[1], wire[2]));
      case 'boxed':
        return keep(Object(decode(wire[1])) as object);
      case 'array':
      case 'object':
      case 'map':
      case 'set':
      case 'error':
        return decodeContainer(wire);
    }
  };

  const decodeContainer = (
    wire: Extract<Tagged, readonly ['array' | 'object' | 'map' | 'set' | 'error', ...unknown[]]>,
  ): unknown => {
    switch (wire[0]) {
      case 'array': {
        const array = keep<unknown[]>([]);
        for (const member of wire[1]) array.push(decode(member));
        return array;
      }
      case 'object': {
        const plain = keep({});
        for (const [key, member] of wire[1]) {
          const value = decode(member);
          // Defined, not set, so that a key '__proto__' is a key.
          Object.defineProperty(plain, key, { value, enumerable: true, writable: true, configurable: true });
        }
        return plain;
      }
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const [key, value] of wire[1]) map.set(decode(key), decode(value));
        return map;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const member of wire[1]) set.add(decode(member));
        return set;
      }
      case 'error': {
        const [, name, message, stack, cause] = wire;
        const ErrorClass = ERRORS[name] ?? Error;
        const error = keep(new ErrorClass(message));
        error.stack = stack;
        if (cause !== undefined) error.cause = decode(cause);
        return error;
      }
    }
  };

  return decode;
}
