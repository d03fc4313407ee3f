import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import type { PackedPage } from '#db/engine/page-rows.ts';
import { encodingFor, type Encoding } from './accept-encoding.ts';
import type { Captured } from './captured-response.ts';
import { readerHeaders } from './security-headers.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const fromBrotli = promisify(brotliDecompress);
/** Quality 4 needs half the time of 5 and gives 3 % more bytes (`npm run bench`). */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

/**
 * A copy in memory of its own. Node makes buffers of up to 32 kB in blocks of 64 kB, and a buffer keeps its
 * whole block.
 */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** What a page without its bytes takes in memory: objects, headers, keys. An estimate. */
const OBJECTS = 1500;

type Compressed = Exclude<Encoding, 'identity'>;
type Variant = {
  body: Buffer;
  head: string[];
  /** One for each encoding, because the bytes differ. */
  etag: string;
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

/**
 * The complete responses that were sent last, as bytes. They repeat the bytes of their pages, so only some
 * are kept.
 */
const wires = new Map<Variant, { date: string; bytes: Buffer }>();
const MOST_WIRES = 200;

/** A rendered page. Each compressed variant is made once, at its first request. */
export class CachedPage {
  readonly status: number;
  private readonly hash: string;
  /** Missing in a page that was packed: then the Brotli variant is there. */
  private body: Buffer | undefined;
  private readonly location: string | undefined;
  private readonly type: string;
  private readonly variants: { [encoding in Compressed]?: Variant | Promise<Variant> } = {};
  /** Called when the page takes more or less memory than before. */
  onResize?: () => void;

  constructor(made: Captured | PackedPage) {
    if ('brotli' in made) {
      this.status = 200;
      this.hash = made.hash;
      this.type = made.type;
      this.variants.br = this.toVariant('br', made.brotli);
      return;
    }
    const { status, headers, body } = made;
    this.status = status;
    this.body = body;
    this.hash = createHash('sha256').update(body).digest('base64url').slice(0, 20);
    this.type = String(headers['content-type'] ?? 'text/html; charset=utf-8');
    this.location = headers.location === undefined ? undefined : String(headers.location);
  }

  /** Keeps only the compressed bytes, from which the others can be made again. */
  async pack(): Promise<PackedPage> {
    const { body: brotli } = await this.variantOf('br');
    this.body = undefined;
    this.onResize?.();
    return { brotli, hash: this.hash, type: this.type };
  }

  /** What the page takes in memory. */
  get bytes(): number {
    let bytes = OBJECTS + (this.body?.length ?? 0);
    for (const variant of Object.values(this.variants))
      if (!(variant instanceof Promise)) bytes += variant.body.length;
    return bytes;
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
    const variant = this.variantOf(encodingFor(request.headers['accept-encoding']));
    if (variant instanceof Promise)
      return variant.then((made) => this.write(request, response, made, isPrivate));
    this.write(request, response, variant, isPrivate);
  }

  /** The complete response of a public page as bytes, if that encoding has been made. */
  wire(acceptEncoding: string | undefined): Buffer | undefined {
    const encoding = encodingFor(acceptEncoding);
    const variant = encoding === 'identity' ? undefined : this.variants[encoding];
    if (!variant || variant instanceof Promise || this.status !== 200) return undefined;
    const date = httpDate();
    const known = wires.get(variant);
    if (known?.date === date) return known.bytes;
    const bytes = makeWire(variant, date);
    wires.delete(variant);
    wires.set(variant, { date, bytes });
    if (wires.size > MOST_WIRES) wires.delete(wires.keys().next().value!);
    return bytes;
  }

  private variantOf(encoding: Encoding): Variant | Promise<Variant> {
    // Few clients ask for the uncompressed bytes. A variant of them would stay when the page is packed.
    if (encoding === 'identity')
      return this.body
        ? this.toVariant(encoding, this.body)
        : this.readBody().then((body) => this.toVariant(encoding, body));
    const known = this.variants[encoding];
    if (known) return known;
    const made = this.makeVariant(encoding);
    this.variants[encoding] = made;
    // A failed compression is tried again by the next request.
    made.catch(() => delete this.variants[encoding]);
    return made;
  }

  private async makeVariant(encoding: Compressed): Promise<Variant> {
    const body = await this.readBody();
    const bytes = encoding === 'br' ? await toBrotli(body, BROTLI) : await toGzip(body, { level: 7 });
    const variant = this.toVariant(encoding, ownBytes(bytes));
    this.variants[encoding] = variant;
    // `pack` reports the Brotli variant: it takes the place of the uncompressed bytes.
    if (encoding === 'gzip') this.onResize?.();
    return variant;
  }

  private async readBody(): Promise<Buffer> {
    return this.body ?? fromBrotli((await this.variants.br!).body);
  }

  private toVariant(encoding: Encoding, body: Buffer): Variant {
    const headers: Record<string, string> = {
      ...readerHeaders,
      'Content-Type': this.type,
      'Content-Length': String(body.length),
      Vary: 'Accept-Encoding',
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      ...(this.location !== undefined && { Location: this.location }),
    };
    return { body, head: Object.entries(headers).flat(), etag: this.etagOf(encoding) };
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
}

function makeWire({ head, body, etag }: Variant, date: string): Buffer {
  const fields = [...head, 'ETag', etag, 'Cache-Control', PUBLIC, 'Date', date];
  const lines = fields.map((each, n) => (n % 2 === 0 ? `${each}: ` : `${each}\r\n`)).join('');
  return ownBytes(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${lines}\r\n`, 'latin1'), body]));
}

export const toPage = (made: Captured | CachedPage): CachedPage =>
  made instanceof CachedPage ? made : new CachedPage(made);
