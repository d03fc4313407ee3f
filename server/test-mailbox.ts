import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as it was received, and its parsed parts. */
export type Received = {
  from: string;
  to: string[];
  raw: string;
  headers: Record<string, string>;
  text: string;
  html: string;
};

const bytesOf = (body: string, encoding: string) => {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  return Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
};

/** Decodes words of a header with non-ASCII characters (RFC 2047). */
const decodeWords = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : bytesOf(word.replaceAll('_', ' '), 'quoted-printable')
      ).toString('latin1'),
    );

function readPart(raw: string) {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { headers, body: raw.slice(end + 4) };
}

/** Parses a message with two parts, text and HTML. */
export function readMail(raw: string): Pick<Received, 'headers' | 'text' | 'html'> {
  const { headers, body } = readPart(raw);
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '') ?? [];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  const find = (type: string) => {
    const part = parts.find((each) => each.headers['content-type']?.startsWith(type));
    return part ? bytesOf(part.body, part.headers['content-transfer-encoding'] ?? '').toString('utf8') : '';
  };
  const decoded = Object.entries(headers).map(([name, value]) => [
    name,
    Buffer.from(decodeWords(value), 'latin1').toString('utf8'),
  ]);
  return {
    headers: Object.fromEntries(decoded) as Record<string, string>,
    text: find('text/plain').replaceAll('\r\n', '\n'),
    html: find('text/html'),
  };
}

/**
 * A local mail server that keeps the received mail and passes it to `handOn`. It refuses every recipient with
 * the code in `refuses`, if set.
 */
export async function openMailbox(handOn: (mail: Received) => void = () => undefined) {
  const received: Received[] = [];
  const state: { refuses: 0 | 450 | 550 } = { refuses: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(
        state.refuses
          ? Object.assign(new Error(`no such user ${address}`), { responseCode: state.refuses })
          : null,
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          ...readMail(raw),
        };
        received.push(mail);
        handOn(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    state,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
