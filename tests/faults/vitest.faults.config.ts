import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: 'tests/faults/build-child.ts',
    maxWorkers: 2,
    // No test is about time: this only ends what hangs, also on a machine that is busy with other things.
    testTimeout: 900_000,
    hookTimeout: 60_000,
  },
});
