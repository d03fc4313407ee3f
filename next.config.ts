import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  compress: false, // the front door and the build compress
  poweredByHeader: false,
  reactMaxHeadersLength: 0, // font preloads must be in the document, because only it is cached
  generateEtags: false,
  skipTrailingSlashRedirect: true, // the front door handles redirects
  htmlLimitedBots: /.*/, // metadata in <head> for every client, because pages are sent whole
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types
  images: { unoptimized: true },
  experimental: { authInterrupts: true }, // the newsroom's 403
  serverExternalPackages: ['better-sqlite3', 'sharp'],
};

export default createNextIntlPlugin({
  requestConfig: './app/_request/messages.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config);
