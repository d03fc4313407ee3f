import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingFor, type Encoding } from './accept-encoding.ts';
import type { Captured } from './captured-response.ts';
import { readerHeaders } from './security-headers.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

type Variant = {
  body: Buffer;
  head: string[];
  /** One for each encoding, because the bytes differ. */
  etag: string;
  wire?: { date: string; bytes: Buffer };
};

const PUBLIC = 'public, max-age=0, s-maxage=5, stale-while-revalidate=30';
const PRIVATE = 'private, no-store';

/** A proxy that compresses a page again marks our ETag as weak; the page is the same. */
export const holdsEtag = (header: string | undefined, etag: string) =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag));

let second = 0;
let date = '';

/** The `Date` header, formatted once a second. */
export function httpDate(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  return date;
}

/** A rendered page and its compressed variants. Each variant is made once, at its first request. */
export class CachedPage {
  readonly status: number;
  readonly bytes: number;
  private readonly hash: string;
  private readonly body: Buffer;
  private readonly location: string | undefined;
  private readonly type: string;
  private readonly variants: { [encoding in Encoding]?: Variant | Promise<Variant> } = {};

  constructor({ status, headers, body }: Captured) {
    this.status = status;
    this.body = body;
    // An estimate for all three encodings together, two of them also as complete responses.
    this.bytes = body.length * 2;
    this.hash = createHash('sha256').update(body).digest('base64url').slice(0, 20);
    this.type = String(headers['content-type'] ?? 'text/html; charset=utf-8');
    this.location = headers.location === undefined ? undefined : String(headers.location);
  }

  etagOf(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.hash}"` : `"${this.hash}-${encoding}"`;
  }

  /** The same page and compressed variants with another status. */
  under(status: number): CachedPage {
    return Object.assign(Object.create(CachedPage.prototype) as CachedPage, this, { status });
  }

  /** Sends the page; `isPrivate` keeps it out of every cache on the way. */
  send(request: IncomingMessage, response: ServerResponse, isPrivate = false): void | Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const variant = (this.variants[encoding] ??= this.makeVariant(encoding));
    if (variant instanceof Promise)
      return variant.then((made) => this.write(request, response, made, isPrivate));
    this.write(request, response, variant, isPrivate);
  }

  /** The complete response of a public page as bytes, if that encoding has been made. */
  wire(acceptEncoding: string | undefined): Buffer | undefined {
    const variant = this.variants[encodingFor(acceptEncoding)];
    if (!variant || variant instanceof Promise || this.status !== 200) return undefined;
    const date = httpDate();
    if (variant.wire?.date !== date) variant.wire = { date, bytes: this.makeWire(variant, date) };
    return variant.wire.bytes;
  }

  private makeWire({ head, body, etag }: Variant, date: string): Buffer {
    const fields = [...head, 'ETag', etag, 'Cache-Control', PUBLIC, 'Date', date];
    const lines = fields.map((each, n) => (n % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join('');
    return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${lines}\r\n`, 'latin1'), body]);
  }

  private write(
    request: IncomingMessage,
    response: ServerResponse,
    { body, head, etag }: Variant,
    isPrivate: boolean,
  ) {
    const cacheable = this.status === 200 && !isPrivate;
    if (cacheable && holdsEtag(request.headers['if-none-match'], etag)) {
      response.writeHead(304, ['ETag', etag, 'Cache-Control', PUBLIC, 'Vary', 'Accept-Encoding']);
      response.end();
      return;
    }
    const own = cacheable ? ['ETag', etag, 'Cache-Control', PUBLIC] : ['Cache-Control', PRIVATE];
    response.writeHead(this.status, [...head, ...own]);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private async makeVariant(encoding: Encoding): Promise<Variant> {
    const body =
      encoding === 'br'
        ? await toBrotli(this.body, BROTLI)
        : encoding === 'gzip'
          ? await toGzip(this.body, { level: 7 })
          : this.body;
    const headers: Record<string, string> = {
      ...readerHeaders,
      'Content-Type': this.type,
      'Content-Length': String(body.length),
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      ...(this.location !== undefined && { Location: this.location }),
    };
    const variant = { body, head: Object.entries(headers).flat(), etag: this.etagOf(encoding) };
    this.variants[encoding] = variant;
    return variant;
  }
}

export const toPage = (made: Captured | CachedPage): CachedPage =>
  made instanceof CachedPage ? made : new CachedPage(made);
