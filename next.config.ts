import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  compress: false, // the front door and the build compress
  poweredByHeader: false,
  reactMaxHeadersLength: 0, // font preloads belong in the document, which is what is kept
  generateEtags: false,
  skipTrailingSlashRedirect: true, // the front door decides about addresses
  htmlLimitedBots: /.*/, // metadata in <head> for everybody: a page is a document
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; once is enough
  images: { unoptimized: true },
  experimental: { authInterrupts: true }, // the newsroom's 403
  serverExternalPackages: ['better-sqlite3', 'sharp'],
};

export default createNextIntlPlugin({
  requestConfig: './app/_request/messages.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})(config);
