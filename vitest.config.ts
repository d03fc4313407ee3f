import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,bin,components,db,lib,messages,reader,server}/**/*.test.{ts,tsx}'],
    setupFiles: ['db/test-setup.ts'],
    pool: 'forks',
    testTimeout: 20_000,
  },
});
