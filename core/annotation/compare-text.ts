/** Orders strings by code unit: for ids, ISO 8601 times and wherever the order must not depend on a locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
