import { expect, it } from 'vitest';
import { describeUserAgent } from './user-agent.ts';

const GECKO = '(KHTML, like Gecko)';
it.each([
  [
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 ${GECKO} Chrome/141.0.0.0 Safari/537.36`,
    'Chrome',
    'Linux',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ${GECKO} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
    'Edge',
    'Windows',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0', 'Firefox', 'Android'],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 ${GECKO} Version/18.6 Mobile/15E148 Safari/604.1`,
    'Safari',
    'iPhone',
  ],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 ${GECKO} Version/18.6 Safari/605.1.15`,
    'Safari',
    'macOS',
  ],
])('describeUserAgent recognizes %s', (userAgent, browser, system) =>
  expect(describeUserAgent(userAgent)).toEqual({ browser, system }),
);

it.each([null, '', 'curl/8.5.0'])('describeUserAgent returns null for %j', (userAgent) =>
  expect(describeUserAgent(userAgent)).toBeNull(),
);
