/** A long computation in small steps: each `next` takes one, the last one gives the value. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Takes all steps that are left, one after the other, and gives the value. */
export function runToEnd<Value>(steps: Generator<unknown, Value, undefined>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same of steps that are waited for. */
export async function runAllToEnd<Value>(steps: AsyncGenerator<unknown, Value, undefined>): Promise<Value> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** Takes the same steps, and tells of each in other words: of a part of a longer computation what it is of the whole. */
export function* retellSteps<Told, Retold, Value>(
  steps: Generator<Told, Value, undefined>,
  retell: (told: Told) => Retold,
): Generator<Retold, Value, undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield retell(step.value);
  }
}
