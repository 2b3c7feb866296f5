import type { Runtime } from '../../tools/electron-runtime.ts';
import { summarize, type Summary } from './statistics.ts';

/** One of the budgets of the program, and how it is measured. */
export interface Bench {
  /** What `--only` takes. */
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<readonly BenchResult[]>;
}

/** What the benches are run with. */
export interface BenchContext {
  readonly runtime: Runtime;
  /** `--large`: also what takes minutes and more than a gigabyte. */
  readonly isLarge: boolean;
}

export type Unit = 'ms' | 'MB';

/** A limit, and which of the measured values must keep it. */
export interface Budget {
  readonly limit: number;
  readonly on: 'p50' | 'p95' | 'max';
}

/** What was measured of one thing. */
export interface BenchResult {
  readonly name: string;
  readonly unit: Unit;
  /** null for what is measured for comparison only. */
  readonly budget: Budget | null;
  /** null where it could not be measured; `detail` says why. */
  readonly measured: Summary | null;
  /** null without a budget or a measurement. */
  readonly isMet: boolean | null;
  readonly detail: string;
}

/** The result of samples held against a budget. */
export function judge(
  name: string,
  unit: Unit,
  budget: Budget | null,
  samples: readonly number[],
  detail: string,
): BenchResult {
  const measured = summarize(samples);
  const isMet = budget === null ? null : measured[budget.on] <= budget.limit;
  return { name, unit, budget, measured, isMet, detail };
}

/** A result that says why nothing was measured: never taken for a budget that is met. */
export function unmeasured(name: string, unit: Unit, budget: Budget | null, detail: string): BenchResult {
  return { name, unit, budget, measured: null, isMet: null, detail };
}
