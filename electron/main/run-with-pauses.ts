import type { Steps } from '../../core/steps.ts';

/** Takes all steps and gives the value; between two of them input and timers have their turn. */
export async function runWithPauses<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
