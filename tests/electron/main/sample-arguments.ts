import { z } from '../../../core/schema.ts';

/** What a string of a request may be; where a new request wants another, it is added here. */
const STRINGS: readonly string[] = [
  'joint-statement-2016',
  '2026-03-02T10-00-00.000Z-daily',
  'file-1',
  '00000000-0000-4000-8000-000000000001',
  '2026-01-02T03:04:05Z',
  '0a'.repeat(32),
  'zh-Hans',
  'text',
  '',
];

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Arguments that a schema accepts, made from the schema itself: one for every kind of value that may stand in a place.
 * Throws where none can be made, so that no request goes without.
 */
export function sampleArguments(schema: z.ZodType): readonly unknown[] {
  if (schema.safeParse(undefined).success) return [undefined];
  const described = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' });
  const good = sample(described).filter((value) => schema.safeParse(value).success);
  if (good.length === 0) throw new Error(`No argument could be made for ${JSON.stringify(described)}`);
  return good;
}

function sample(schema: JsonSchema): readonly unknown[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap(sampleOf);
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum.slice(0, 2);
  switch (schema.type) {
    case 'object':
      return sampleObjects(schema);
    case 'array':
      return sampleLists(schema);
    case 'string':
      return STRINGS.filter((text) => isSuch(text, schema)).slice(0, 1);
    case 'integer':
    case 'number':
      return [schema.minimum ?? schema.maximum ?? 1];
    case 'boolean':
      return [true];
    case 'null':
      return [null];
    case undefined:
    default:
      return [];
  }
}

function sampleOf(schema: z.core.JSONSchema._JSONSchema): readonly unknown[] {
  return typeof schema === 'boolean' ? [] : sample(schema);
}

function sampleObjects({ properties = {} }: JsonSchema): readonly unknown[] {
  const members = Object.entries(properties).map(([key, inner]) => [key, sampleOf(inner)] as const);
  const first = Object.fromEntries(members.map(([key, values]) => [key, values[0]]));
  // One member varied at a time: every combination of all would be thousands.
  const others = members.flatMap(([key, values]) =>
    values.slice(1).map((value) => ({ ...first, [key]: value })),
  );
  return [first, ...others];
}

function sampleLists({ items, prefixItems }: JsonSchema): readonly unknown[] {
  if (prefixItems !== undefined) return [prefixItems.map((inner) => sampleOf(inner)[0])];
  if (items === undefined || Array.isArray(items)) return [[]];
  return [...sampleOf(items).map((value) => [value]), []];
}

function isSuch(text: string, { minLength = 0, maxLength = Infinity, pattern }: JsonSchema): boolean {
  const isLong = text.length >= minLength && text.length <= maxLength;
  return isLong && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}
