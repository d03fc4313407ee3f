import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { openMailbox, readMail } from './test-mailbox.ts';

const SITE = 'https://midad.example';
let box: Awaited<ReturnType<typeof openMailbox>>;

beforeAll(async () => {
  box = await openMailbox();
});
afterAll(() => box.close());
afterEach(() => {
  box.received.length = 0;
});

describe('a mail', () => {
  const mail = {
    id: 'abc',
    to: 'amal@birds.example',
    subject: 'س',
    text: 'نص',
    html: '<p>نص</p>',
    endUrl: `${SITE}/comments/notices/t/choice`,
  };
  const settings = () => ({
    smtpUrl: box.url,
    mailFrom: 'news@midad.example',
    outboxDir: join(env.dataDir, 'outbox-test'),
    siteUrl: SITE,
  });

  it('has no header and no recipient that was injected through a name', async () => {
    const subject = 'رد من x\r\nBcc: bcc@evil.example\r\n\r\nbody\u2028X-Evil: 1';
    await createMailer(settings())({ ...mail, subject });
    await createMailer(settings())({ ...mail, to: 'a@birds.example\r\nBcc: bcc@evil.example' }).catch(
      () => undefined,
    );
    await createMailer(settings())({ ...mail, to: 'a@birds.example, b@evil.example' }).catch(() => undefined);
    expect(box.received[0]!.headers.subject).toBe('رد من x Bcc: bcc@evil.example body X-Evil: 1');
    for (const each of box.received) {
      expect(Object.keys(each.headers)).not.toEqual(expect.arrayContaining(['bcc']));
      expect(Object.keys(each.headers)).not.toEqual(expect.arrayContaining(['x-evil']));
      expect(each.to).not.toContain('bcc@evil.example');
      expect(each.to).not.toContain('b@evil.example');
    }
  });

  it('is written to a file that only its owner can read, if no mail server is set', async () => {
    const { smtpUrl: _, ...files } = settings();
    await createMailer({ ...files, smtpUrl: undefined })(mail);
    const [name, ...more] = readdirSync(files.outboxDir);
    expect([name, more]).toEqual(['abc.eml', []]);
    const file = join(files.outboxDir, name!);
    expect([statSync(file).mode & 0o777, statSync(files.outboxDir).mode & 0o777]).toEqual([0o600, 0o700]);
    const read = readMail(readFileSync(file, 'latin1').replace(/\r?\n/g, '\r\n'));
    expect(read).toMatchObject({
      text: 'نص',
      html: '<p>نص</p>',
      headers: { to: 'amal@birds.example', 'message-id': '<abc@midad.example>' },
    });
  });

  it('is never sent unencrypted to a server on another machine', async () => {
    const away = box.url.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    await expect(createMailer({ ...settings(), smtpUrl: away })(mail)).rejects.toThrow(
      /^Mail was not taken: E/,
    );
    expect(box.received).toEqual([]);
  });
});
