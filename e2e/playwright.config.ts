import { defineConfig } from '@playwright/test';
import { base, chromiumPath, INSTANCES, instanceAt } from './instance.ts';

// The production build, and for each worker a server on a fresh database with the demo newsroom; journeys
// make what they need.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: INSTANCES,
  retries: 0,
  // Two browsers and two servers share the machine, at times with other programs: what is waited for is a
  // fact, and may be late.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: base,
    locale: 'ar',
    timezoneId: 'Africa/Tripoli',
    screenshot: 'only-on-failure',
    // A page that scrolls gently moves on between the press of a mouse button and its release.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(chromiumPath && { executablePath: chromiumPath }),
      // Without a language of the machine Chromium can name no file in Arabic.
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
    // The first start encodes the demo newsroom's pictures, which takes minutes where other programs keep all
    // cores busy.
    timeout: 1_200_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
});
