import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from '../core/schema.ts';
import exceptions from './audit-exceptions.json' with { type: 'json' };

/** An advisory the project lives with, and why. */
export interface AuditException {
  /** The advisory's own address, as npm gives it. */
  readonly advisory: string;
  readonly reason: string;
}

/** What `npm audit --json` said. */
export type AuditOutcome =
  /** No registry answered, or it does not answer this question: nothing is known. */
  | { readonly type: 'unanswered'; readonly why: string }
  | {
      readonly type: 'answered';
      /** What is in a dependency and is no exception: one line each. */
      readonly findings: readonly string[];
      /** Exceptions that nothing was found for. */
      readonly unused: readonly string[];
    };

const advisorySchema = z.object({
  url: z.string(),
  title: z.string(),
  severity: z.string(),
  range: z.string().optional(),
});

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});

const refusalSchema = z.object({
  message: z.string().optional(),
  error: z.object({ summary: z.string().optional(), code: z.string().optional() }).optional(),
});

/** Reads the JSON of `npm audit`. A report it cannot understand is an error, never a clean bill. */
export function readAudit(text: string, accepted: readonly AuditException[]): AuditOutcome {
  const json = parseJson(text);
  if (json === undefined) return { type: 'unanswered', why: 'npm gave no JSON' };
  const report = reportSchema.safeParse(json);
  if (!report.success) return explainRefusal(json);
  const known = new Map(accepted.map((exception) => [exception.advisory, exception]));
  const found = new Set<string>();
  const findings = new Set<string>();
  for (const [name, { via }] of Object.entries(report.data.vulnerabilities)) {
    for (const advisory of via) {
      // A name: the advisory itself stands with the package of that name.
      if (typeof advisory === 'string') continue;
      found.add(advisory.url);
      if (!known.has(advisory.url))
        findings.add(`${name}: ${advisory.severity}: ${advisory.title} (${advisory.url})`);
    }
  }
  return {
    type: 'answered',
    findings: [...findings],
    unused: [...known.keys()].filter((advisory) => !found.has(advisory)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function explainRefusal(json: unknown): AuditOutcome {
  const refusal = refusalSchema.safeParse(json);
  const { message, error } = refusal.success ? refusal.data : {};
  if (error === undefined && message === undefined)
    throw new Error('npm audit answered in a form unknown here');
  return { type: 'unanswered', why: [error?.code, error?.summary, message].filter(Boolean).join(': ') };
}

function checkAudit(): number {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const answer = spawnSync(npm, ['audit', '--omit=dev', '--json'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // A registry that does not answer must not hold up the check.
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  const outcome = readAudit(answer.stdout ?? '', exceptions);
  if (outcome.type === 'unanswered') {
    console.log(`Advisories not looked at: the registry did not answer (${outcome.why})`);
    return 0;
  }
  for (const advisory of outcome.unused)
    console.error(`No longer found, take it out of audit-exceptions.json: ${advisory}`);
  for (const finding of outcome.findings) console.error(finding);
  if (outcome.findings.length > 0) {
    console.error('Update what is named above, or give a written reason in tools/audit-exceptions.json.');
    return 1;
  }
  console.log(
    `No advisory for what the program is made of; exceptions: ${exceptions.length - outcome.unused.length}`,
  );
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = checkAudit();
}
