import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { PermanentFault } from '../permanent-fault.ts';
import { readSender } from './sender.ts';

export type Mail = {
  /** Unchanging: a mail sent twice after a crash is known as one by whoever receives it. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one POST ends all further mail (RFC 8058); a single mail has none. */
  endUrl?: string;
};

type Settings = { smtpUrl: string | undefined; mailFrom: string; outboxDir: string; siteUrl: string };

/**
 * Of a mail server's complaint only what holds no address. A «never» to this addressee or this mail is not
 * asked again.
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
    // A password, or a reader's address, never goes over the network in clear.
    requireTLS: !isLoopback(new URL(smtpUrl).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The form of a message as it lies in the outbox, when no mail server is set. */
const fileTransport = () =>
  createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true });

/** How this house sends mail: by its server, or as files that somebody can read. */
export function createMailer({ smtpUrl, mailFrom, outboxDir, siteUrl }: Settings) {
  const host = new URL(siteUrl).hostname;
  const smtp = smtpUrl ? openTransport(smtpUrl) : undefined;
  const files = fileTransport();
  const sender = readSender(mailFrom);

  const message = ({ id, to, subject, text, html, endUrl }: Mail) => ({
    from: sender,
    // As an object it is one address, whatever signs stand in it.
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
