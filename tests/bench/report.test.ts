import { expect, test } from 'vitest';
import { judge, unmeasured } from './bench.ts';
import { describeMachine, formatReport } from './report.ts';

const report = {
  runtime: 'Chromium stand-in',
  machine: describeMachine(),
  date: '2026-01-01T00:00:00.000Z',
  results: [
    judge('a fast thing', 'ms', { limit: 50, on: 'p95' }, [1, 2, 3], 'how it was measured'),
    judge('a slow thing', 'ms', { limit: 50, on: 'p95' }, [60.123], ''),
    judge('a peer', 'ms', null, [0.5], ''),
    unmeasured('memory', 'MB', { limit: 250, on: 'p50' }, 'only on Linux'),
  ],
} as const;

test('every result is a line, and a missed budget says so', () => {
  const lines = formatReport(report).split('\n');
  expect(lines.find((line) => line.startsWith('a fast thing'))).toMatch(
    /p95 ≤ 50 ms +2\.00 +3\.00 +3\.00 +3 +met$/,
  );
  expect(lines.find((line) => line.startsWith('a slow thing'))).toMatch(/60\.1 +1 +MISSED$/);
  expect(lines.find((line) => line.startsWith('a peer'))).toMatch(/0\.50 +1$/);
  expect(lines.find((line) => line.startsWith('memory'))).toMatch(/– +– +– +0 +not measured$/);
});

test('the report names the runtime and how each number came about', () => {
  expect(formatReport(report)).toContain('Chromium stand-in');
  expect(formatReport(report)).toContain('a fast thing: how it was measured');
});
