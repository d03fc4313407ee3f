import type { Duplex } from 'node:stream';
import { MESSAGES } from './messages.ts';
import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { readerHeaders } from './security-headers.ts';
import { DEFAULT_LOCALE, dirOf, type Locale, localePath, LOCALES } from '#lib/locales.ts';

type Refused = Error & { code?: string; rawPacket?: Buffer };

const MAX_LINE = 8000;
/** How long remaining data is read, so that the response reaches a client that is still sending. */
const LISTEN_MS = 2000;
const REASON = {
  308: 'Permanent Redirect',
  400: 'Bad Request',
  408: 'Request Timeout',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
};

/**
 * The percent-encoded form of a path with raw letters, which some programs send and Node's parser rejects.
 * Only for a path of this site, so that it never redirects to another one.
 */
function codedPath(packet: Buffer | undefined): string | undefined {
  const line = packet?.subarray(0, MAX_LINE).toString('latin1');
  const [, path] = /^(?:GET|HEAD) (\/(?![/\\])[^ \r\n]*) HTTP\/1\.[01]\r\n/.exec(line ?? '') ?? [];
  if (!path || !/[\x80-\xFF]/.test(path)) return undefined;
  return path.replace(
    /[^!-~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function statusOf({ code, rawPacket }: Refused): 400 | 408 | 414 | 431 {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code !== 'HPE_HEADER_OVERFLOW') return 400;
  const end = rawPacket?.indexOf('\r\n') ?? -1;
  return end >= 0 && end < MAX_LINE ? 431 : 414;
}

/** In all languages, because the edition could not be read from the request. */
function pageOf(status: 400 | 408 | 414 | 431): string {
  const part = (lang: Locale) => {
    const {
      [status]: { title, text },
      home,
    } = MESSAGES[lang].refused;
    return (
      `<div lang="${lang}" dir="${dirOf(lang)}"><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(text)}</p>` +
      `<p><a href="${localePath(lang, '/')}">${escapeMarkup(home)}</a></p></div>`
    );
  };
  return (
    `<!DOCTYPE html><html lang="${DEFAULT_LOCALE}" dir="${dirOf(DEFAULT_LOCALE)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeMarkup(MESSAGES[DEFAULT_LOCALE].refused[status].title)}</title><link rel="stylesheet" href="/theme.css"></head><body><main>` +
    `${LOCALES.map(part).join('<hr>')}</main></body></html>`
  );
}

/**
 * Answers a request that Node cannot parse: with an explanation, or with a redirect to the encoded address.
 */
export function answerRefused(error: Refused, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const path = error.code === 'HPE_INVALID_URL' ? codedPath(error.rawPacket) : undefined;
  const status = path === undefined ? statusOf(error) : 308;
  const body = status === 308 ? '' : pageOf(status);
  const headers = {
    ...readerHeaders,
    Connection: 'close',
    'Cache-Control': 'private, no-store',
    'Content-Length': String(Buffer.byteLength(body)),
    ...(path === undefined ? { 'Content-Type': 'text/html; charset=utf-8' } : { Location: path }),
  };
  const head = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  socket.end(`HTTP/1.1 ${status} ${REASON[status]}\r\n${head}\r\n${body}`);
  socket.on('error', () => socket.destroy());
  socket.resume();
  setTimeout(() => socket.destroy(), LISTEN_MS).unref();
}
