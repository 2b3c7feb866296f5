import { expect, test } from 'vitest';
import { readAudit } from '../../tools/check-audit.ts';

/** The shapes `npm audit --json` has answered in, with made-up names. */
const CLEAN = {
  auditReportVersion: 2,
  vulnerabilities: {},
  metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 } },
};

const ADVISORY = 'https://advisories.example/GHSA-0000-0000-0000';

const FOUND = {
  auditReportVersion: 2,
  vulnerabilities: {
    inner: {
      name: 'inner',
      severity: 'high',
      isDirect: false,
      via: [
        {
          source: 1,
          name: 'inner',
          dependency: 'inner',
          title: 'Prototype pollution in inner',
          url: ADVISORY,
          severity: 'high',
          cwe: ['CWE-1321'],
          range: '<2.0.0',
        },
      ],
      effects: ['outer'],
      range: '<2.0.0',
      nodes: ['node_modules/inner'],
      fixAvailable: true,
    },
    outer: {
      name: 'outer',
      severity: 'high',
      isDirect: true,
      via: ['inner'],
      effects: [],
      range: '*',
      nodes: ['node_modules/outer'],
      fixAvailable: false,
    },
  },
  metadata: {},
};

test('a report without advisories is clean', () => {
  expect(readAudit(JSON.stringify(CLEAN), [])).toEqual({ type: 'answered', findings: [], unused: [] });
});

test('an advisory is named once, with the package it is about', () => {
  expect(readAudit(JSON.stringify(FOUND), [])).toEqual({
    type: 'answered',
    findings: [`inner: high: Prototype pollution in inner (${ADVISORY})`],
    unused: [],
  });
});

test('an exception covers its advisory, and says when there is nothing left to cover', () => {
  const exception = { advisory: ADVISORY, reason: 'not reached from this program' };
  expect(readAudit(JSON.stringify(FOUND), [exception])).toEqual({
    type: 'answered',
    findings: [],
    unused: [],
  });
  expect(readAudit(JSON.stringify(CLEAN), [exception])).toEqual({
    type: 'answered',
    findings: [],
    unused: [ADVISORY],
  });
});

test.each([
  ['nothing at all', ''],
  ['a page', '<html>Not found</html>'],
  [
    'an error of the network',
    '{"message":"request failed","error":{"code":"ENOTFOUND","summary":"","detail":""}}',
  ],
  [
    'a refused endpoint',
    '{"error":{"code":"ENOAUDIT","summary":"audit endpoint returned an error","detail":""}}',
  ],
  ['a refusal with a body', '{"message":"404 Not Found","method":"POST","statusCode":404,"body":{}}'],
])('%s is no answer', (_name, text) => {
  expect(readAudit(text, []).type).toBe('unanswered');
});

test.each(['[]', '{}', '{"auditReportVersion":3,"vulnerabilities":{}}', '{"auditReportVersion":2}'])(
  'a form that is not known is no clean bill: %s',
  (text) => {
    expect(() => readAudit(text, [])).toThrow('form unknown');
  },
);
