import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Two cores: the tests that start real processes must not starve each other.
    maxWorkers: 2,
  },
});
