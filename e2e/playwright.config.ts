import { defineConfig } from '@playwright/test';
import { base, chromiumPath, INSTANCES, instanceAt } from './instance.ts';

// Tests run on the production build. Each worker has a server on a fresh database with the demo newsroom, and
// tests create what else they need.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: INSTANCES,
  retries: 0,
  // Two browsers and two servers share the machine, at times with other programs: what a test waits for
  // comes, but may be late. The limit only ends tests that hang.
  timeout: 400_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: base,
    locale: 'ar',
    timezoneId: 'Africa/Tripoli',
    screenshot: 'only-on-failure',
    // A page that scrolls smoothly still moves between the press of a mouse button and its release.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromiumPath && { executablePath: chromiumPath }),
      // Without a UTF-8 locale Chromium cannot name a file in Arabic.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" e2e/start-instances.ts`,
    cwd: '..',
    url: `${instanceAt(INSTANCES - 1).base}/health`,
    reuseExistingServer: false,
    // The first start encodes the pictures of the demo newsroom. This takes minutes if other programs keep
    // all cores busy.
    timeout: 1_200_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
});
