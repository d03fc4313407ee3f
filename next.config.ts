import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  compress: false, // the front door and the build compress
  poweredByHeader: false,
  generateEtags: false,
  skipTrailingSlashRedirect: true, // the front door handles redirects
  htmlLimitedBots: /.*/, // metadata in <head> for every client, because pages are sent whole
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types
  images: { unoptimized: true },
  experimental: { authInterrupts: true }, // the newsroom's 403
  serverExternalPackages: ['better-sqlite3', 'sharp'],
};

const withIntl = createNextIntlPlugin({
  requestConfig: './app/_request/messages.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

export default (phase: string): NextConfig =>
  withIntl({
    ...config,
    // Font preloads must be in the document, because only it is cached. React warns of 0 at every page in
    // development.
    ...(phase !== PHASE_DEVELOPMENT_SERVER && { reactMaxHeadersLength: 0 }),
  });
