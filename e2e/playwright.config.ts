import { defineConfig } from '@playwright/test';
import { base, chromiumPath, dataDir, port } from './house.ts';

// The production build, a fresh database with the demo newsroom, one server for all; journeys make what they need.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  reporter: [['list'], ['json']],
  use: {
    baseURL: base,
    locale: 'ar',
    timezoneId: 'Africa/Tripoli',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromiumPath && { executablePath: chromiumPath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: `"${process.execPath}" e2e/start-house.ts`,
    cwd: '..',
    url: `${base}/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
    env: { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, SITE_URL: base, TRUSTED_PROXIES: '1' },
  },
});
