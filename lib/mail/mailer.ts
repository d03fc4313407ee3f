import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { PermanentFault } from '../permanent-fault.ts';
import { readSender } from './sender.ts';

export type Mail = {
  /** Stable: if a crash causes the mail to be sent twice, the recipient recognizes it as the same message. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The one-click unsubscribe URL for POST (RFC 8058). A mail that is sent once has none. */
  endUrl?: string;
};

type Settings = { smtpUrl: string | undefined; mailFrom: string; outboxDir: string; siteUrl: string };

/**
 * Keeps only the parts of a mail server's error that contain no address. A permanent rejection of this
 * recipient or this mail is not retried.
 */
function describe(error: unknown): Error {
  const { code, responseCode, command } = error as {
    code?: unknown;
    responseCode?: number;
    command?: unknown;
  };
  const words = ['Mail was not taken:', code, responseCode].filter(Boolean).join(' ');
  const isFinal = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return isFinal ? new PermanentFault(words) : new Error(words);
}

const isLoopback = (host: string) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

function openTransport(smtpUrl: string) {
  return createTransport({
    url: smtpUrl,
    // Passwords and readers' addresses are never sent unencrypted over the network.
    requireTLS: !isLoopback(new URL(smtpUrl).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Builds messages for the outbox, which is used if no mail server is set. */
const fileTransport = () =>
  createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true });

/** Creates the function that sends mail: through the mail server, or as files in the outbox. */
export function createMailer({ smtpUrl, mailFrom, outboxDir, siteUrl }: Settings) {
  const host = new URL(siteUrl).hostname;
  const smtp = smtpUrl ? openTransport(smtpUrl) : undefined;
  const files = fileTransport();
  const sender = readSender(mailFrom);

  const message = ({ id, to, subject, text, html, endUrl }: Mail) => ({
    from: sender,
    // As an object it is one address, whatever characters it contains.
    to: { name: '', address: to },
    subject: subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '),
    text,
    html,
    messageId: `<${id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(endUrl && {
        'List-Unsubscribe': { prepared: true, value: `<${endUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  });

  async function keepAsFile(mail: Mail) {
    const { message: bytes } = await files.sendMail(message(mail));
    await mkdir(outboxDir, { recursive: true, mode: 0o700 });
    const file = join(outboxDir, `${mail.id}.eml`);
    await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  return async function sendMail(mail: Mail): Promise<void> {
    if (!smtp) return keepAsFile(mail);
    await smtp.sendMail(message(mail)).catch((error: unknown) => {
      throw describe(error);
    });
  };
}

export type SendMail = ReturnType<typeof createMailer>;
