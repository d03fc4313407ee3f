import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,bin,components,db,lib,messages,reader,server}/**/*.test.{ts,tsx}'],
    setupFiles: ['db/testing/setup.ts'],
    pool: 'forks',
    // Test files wait for disk and processes; the default leaves one core idle.
    maxWorkers: '100%',
    // Tests wait for conditions. The limit only ends tests that hang, and must be long enough when other
    // programs use all cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
