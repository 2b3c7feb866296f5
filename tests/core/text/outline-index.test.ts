import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexOutline } from '../../../core/text/outline-index.ts';
import { findOutlinePlace } from '../../../core/text/outline-place.ts';
import { parseWork } from '../../../core/text/work-file.ts';

const path = new URL('../../../resources/library/joint-statement-2016/work.json', import.meta.url);
const statement = parseWork(JSON.parse(readFileSync(path, 'utf8')));

describe('the index of the contents', () => {
  it('agrees with looking up each unit of the statement by itself', () => {
    const index = indexOutline(statement);
    for (const { id } of statement.units) expect(index.get(id)).toEqual(findOutlinePlace(statement, id));
  });

  it('leaves out the units before the first entry, as looking them up does', () => {
    const later = { ...statement, outline: statement.outline.slice(1) };
    const index = indexOutline(later);
    expect(index.has('opening')).toBe(false);
    for (const { id } of later.units) expect(index.get(id)).toEqual(findOutlinePlace(later, id));
  });
});
