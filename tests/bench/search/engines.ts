import type { SearchEngine } from './engine.ts';
import { duizhaoEngine } from './engines/duizhao.ts';
import { flexSearchEngine } from './engines/flexsearch.ts';
import { fts5Engine } from './engines/fts5.ts';
import { lunrEngine, lunrPerWorkEngine } from './engines/lunr.ts';
import { miniSearchEngine } from './engines/minisearch.ts';
import { scanEngine } from './engines/scan.ts';

/** Everything that is measured, ours first. */
export const ENGINES: readonly SearchEngine[] = [
  duizhaoEngine,
  lunrEngine,
  lunrPerWorkEngine,
  miniSearchEngine,
  flexSearchEngine,
  fts5Engine,
  scanEngine,
];

/** @throws RangeError for a name that no engine has. */
export function engineNamed(name: string): SearchEngine {
  const engine = ENGINES.find((known) => known.name === name);
  if (engine === undefined) throw new RangeError(`There is no engine "${name}"`);
  return engine;
}
