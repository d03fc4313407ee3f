import { resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Error messages never repeat the value, because it contains a password. */
const smtpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '',
    {
      error: 'must be smtp://user:password@host:port or smtps://…',
    },
  );

const mailFrom = z
  .string()
  .refine((text) => z.email().safeParse(/^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text)?.[1] ?? text).success, {
    error: 'must be an address, or «name <address>»',
  });

const schema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    /** The public address, without a slash at the end; links in feeds, mail and JSON-LD begin with it. */
    SITE_URL: z.url().optional(),
    DATA_DIR: z.string().default('data'),
    /** Many hosting platforms set it automatically. */
    DATABASE_URL: z.undefined({ error: 'is set, but Midad keeps its data in DATA_DIR; unset it' }).optional(),
    /**
     * The number of our own proxies in front that append to X-Forwarded-For. With 0 the header is ignored.
     */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
    MIDAD_DEMO: z.enum(['0', '1']).default('1'),
    NODE_ENV: z.string().optional(),
    /** Next compiles pages on request and nothing is cached: `npm run dev`. */
    MIDAD_DEV: z.enum(['0', '1']).default('0'),
    /** With MIDAD_DEV: readers' pages keep Next's script, so they reload themselves. */
    MIDAD_DEV_SCRIPTS: z.enum(['0', '1']).default('0'),
    /**
     * Whether cached pages are answered on the raw socket (server/fast-path.ts). 0: Node's HTTP server does
     * it.
     */
    MIDAD_FAST_PATH: z.enum(['0', '1']).default('1'),
    /**
     * For measurements: responses contain the number of their SQL statements (server/count-queries.ts).
     */
    MIDAD_COUNT_QUERIES: z.enum(['0', '1']).default('0'),
    /** Memory for cached pages in each worker, and room for them on disk, in megabytes. 0 turns one off. */
    PAGE_CACHE_MB: z.coerce.number().int().min(0).max(65_536).default(256),
    PAGE_STORE_MB: z.coerce.number().int().min(0).max(1_048_576).default(1024),
    /** The mail server. Without it messages are written as files to `outbox` in the data directory. */
    SMTP_URL: smtpUrl.optional(),
    /** The sender of mail to readers; the mail server must allow this address. */
    MAIL_FROM: mailFrom.optional(),
    /** Whether webhooks may call this machine and private networks. */
    WEBHOOK_ALLOW_PRIVATE: z.enum(['0', '1']).default('0'),
  })
  .refine((e) => e.MIDAD_DEV === '0' || e.NODE_ENV !== 'production', {
    path: ['MIDAD_DEV'],
    error: 'is for development; unset it',
  })
  .refine((e) => !e.SMTP_URL || e.MAIL_FROM, { path: ['MAIL_FROM'], error: 'is needed with SMTP_URL' });

function readEnv() {
  // An empty line in an env file (`PORT=`) means the default, not port 0 or the current directory.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Refusal(`Environment: ${faults.join('; ')}`);
  }
  const e = parsed.data;
  const dataDir = resolve(/* turbopackIgnore: true */ process.cwd(), e.DATA_DIR);
  const siteUrl = (e.SITE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, '');
  return {
    port: e.PORT,
    host: e.HOST,
    siteUrl,
    dataDir,
    databaseFile: resolve(dataDir, 'midad.sqlite'),
    readsFile: resolve(dataDir, 'reads.sqlite'),
    mediaDir: resolve(dataDir, 'media'),
    mastersDir: resolve(dataDir, 'masters'),
    uploadsDir: resolve(dataDir, 'uploads'),
    trustedProxies: e.TRUSTED_PROXIES,
    workers: e.WEB_CONCURRENCY,
    demo: e.MIDAD_DEMO === '1',
    dev: e.MIDAD_DEV === '1',
    devScripts: e.MIDAD_DEV === '1' && e.MIDAD_DEV_SCRIPTS === '1',
    fastPath: e.MIDAD_DEV === '0' && e.MIDAD_FAST_PATH === '1',
    countQueries: e.MIDAD_COUNT_QUERIES === '1',
    /** In development no page is cached. */
    pageCacheBytes: e.MIDAD_DEV === '1' ? 0 : e.PAGE_CACHE_MB * 1024 * 1024,
    pageStoreBytes: e.PAGE_STORE_MB * 1024 * 1024,
    pagesDir: resolve(dataDir, 'pages'),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM ?? `no-reply@${new URL(siteUrl).hostname}`,
    outboxDir: resolve(dataDir, 'outbox'),
    webhookAllowPrivate: e.WEBHOOK_ALLOW_PRIVATE === '1',
  };
}

/** The settings of the process, read once. No other module reads `process.env`. */
export const env = readEnv();
