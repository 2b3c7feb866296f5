import { expect, test } from 'vitest';
import { formatFaults, replaceTable } from './fault-table.ts';

const ROW = {
  what: 'killed',
  times: 1200,
  unreadable: 0,
  lost: 3,
  leftOver: 0,
  untold: 0,
  detail: 'two works',
};

test('the table says what was lost, and what this machine did not allow', () => {
  const table = formatFaults([ROW, { ...ROW, what: 'full disk', times: 0, detail: 'no right to mount' }]);
  const cells = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells[2]).toEqual(['', 'killed', '1,200', '0', '3', '0', '0', 'two works', '']);
  expect(cells[3]).toEqual(['', 'full disk', 'not tried here', '–', '–', '–', '–', 'no right to mount', '']);
});

test('a new table takes the place of the old one', () => {
  const document =
    'Before\n\n<!-- what was tried: begin -->\n\nold\n\n<!-- what was tried: end -->\n\nAfter\n';
  const replaced = replaceTable(document, 'new');
  expect(replaced).toBe(document.replace('old', 'new'));
  expect(replaceTable(replaced, 'newer')).toBe(document.replace('old', 'newer'));
  expect(() => replaceTable('no place', 'new')).toThrow('no place');
});
