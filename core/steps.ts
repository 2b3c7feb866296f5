/** A long computation in small steps: each `next` takes one, the last one gives the value. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Takes all steps that are left, one after the other, and gives the value. */
export function runToEnd<Value>(steps: Generator<unknown, Value, undefined>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
