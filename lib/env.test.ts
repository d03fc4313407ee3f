import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Imports the module as a process with these variables does. */
async function readEnv(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import('./env.ts')).env;
}

describe('environment variables', () => {
  it('have defaults', async () => {
    expect(await readEnv({ DATA_DIR: '' })).toEqual({
      port: 3000,
      host: '0.0.0.0',
      siteUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      databaseFile: resolve('data/midad.sqlite'),
      mediaDir: resolve('data/media'),
      mastersDir: resolve('data/masters'),
      uploadsDir: resolve('data/uploads'),
      trustedProxies: 0,
      workers: 1,
      demo: true,
      dev: false,
      devScripts: false,
      pageCacheBytes: 256 * 1024 * 1024,
      pageStoreBytes: 1024 * 1024 * 1024,
      pagesDir: resolve('data/pages'),
      readsFile: resolve('data/reads.sqlite'),
      fastPath: true,
      countQueries: false,
      smtpUrl: undefined,
      mailFrom: 'no-reply@localhost',
      outboxDir: resolve('data/outbox'),
      webhookAllowPrivate: false,
    });
  });

  it('for mail depend on each other, and an error in them shows no password', async () => {
    const given = {
      SMTP_URL: 'smtps://user:se%40cret@mail.example:465',
      MAIL_FROM: 'مداد <news@midad.example>',
    };
    expect(await readEnv(given)).toMatchObject({ smtpUrl: given.SMTP_URL, mailFrom: given.MAIL_FROM });
    await expect(readEnv({ ...given, MAIL_FROM: '' })).rejects.toThrow(/MAIL_FROM/);
    for (const faulty of [
      'http://user:secret@mail.example',
      'smtp:secret',
      'secret',
      'smtp://user:secret@',
    ]) {
      const fault = await readEnv({ ...given, SMTP_URL: faulty }).catch(String);
      expect(fault).toMatch(/SMTP_URL/);
      expect(fault).not.toContain('secret');
    }
  });

  it('are used as given', async () => {
    const given = {
      PORT: '8080',
      SITE_URL: 'https://midad.example//',
      DATA_DIR: '/srv/midad',
      TRUSTED_PROXIES: '2',
      WEB_CONCURRENCY: '4',
      MIDAD_DEMO: '0',
      MIDAD_FAST_PATH: '0',
    };
    expect(await readEnv(given)).toMatchObject({
      port: 8080,
      siteUrl: 'https://midad.example',
      databaseFile: '/srv/midad/midad.sqlite',
      mediaDir: '/srv/midad/media',
      trustedProxies: 2,
      workers: 4,
      demo: false,
      fastPath: false,
    });
  });

  it('for development stop a start in production', async () => {
    await expect(readEnv({ MIDAD_DEV: '1', NODE_ENV: 'production' })).rejects.toThrow(/MIDAD_DEV/);
    expect(await readEnv({ MIDAD_DEV: '1', NODE_ENV: 'development' })).toMatchObject({ fastPath: false });
  });

  it('that are empty have the default', async () => {
    const empty = {
      PORT: '',
      HOST: '',
      SITE_URL: '',
      DATABASE_URL: '',
      TRUSTED_PROXIES: '',
      WEB_CONCURRENCY: '',
      MIDAD_DEMO: '',
    };
    expect(await readEnv(empty)).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      siteUrl: 'http://localhost:3000',
      trustedProxies: 0,
      workers: 1,
      demo: true,
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['SITE_URL', 'midad.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgres://user:secret@host/db'],
    ['TRUSTED_PROXIES', 'true'],
    ['WEB_CONCURRENCY', '0'],
    ['MIDAD_DEMO', 'yes'],
    ['MAIL_FROM', 'midad'],
    ['MAIL_FROM', 'x\r\nBcc: y <a@b.example>'],
    ['MAIL_FROM', 'a@b.example, c@d.example'],
  ])('%s=%s is rejected by name', async (name, value) => {
    await expect(readEnv({ [name]: value })).rejects.toThrow(new RegExp(`^Environment: [\\s\\S]*${name}`));
  });
});
