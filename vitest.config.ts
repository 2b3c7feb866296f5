import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // They take minutes and have a configuration of their own.
    exclude: ['tests/faults/**'],
    // Two cores: the tests that start real processes must not starve each other.
    maxWorkers: 2,
    // No test is about time: this only ends what hangs, also on a machine that is busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
