import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,bin,components,db,lib,messages,reader,server}/**/*.test.{ts,tsx}'],
    setupFiles: ['db/testing/setup.ts'],
    pool: 'forks',
    // Each file waits for its own disk and processes; the default leaves one core idle.
    maxWorkers: '100%',
    // A test waits for facts. The limit ends what hangs, and must hold where other programs keep all cores
    // busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
