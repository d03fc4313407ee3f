import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { encodingFor, type Encoding } from './accept-encoding.ts';
import { readRange, type ByteRange } from './byte-range.ts';
import { holdsEtag } from './cached-page.ts';

/** Of everything that lies in our folders. */
const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const SUFFIXES: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' };
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];

export type Folder = {
  root: string;
  /** Whether the build has put compressed forms beside the texts. */
  isCompressed?: boolean;
  /** By the file itself: an address has many spellings. */
  headers: (file: string) => OutgoingHttpHeaders;
};

/**
 * The file that an address names below a folder; undefined for what would lead out of it, and for what is
 * hidden.
 */
function fileBelow(root: string, path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /\0|(?:^|[/\\])\./.test(decoded) ? undefined : join(root, decoded);
  } catch {
    return undefined;
  }
}

/** Opened before anything is said of it: what is replaced or deleted from then on is still sent as it was. */
async function openFile(file: string) {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (NO_SUCH_FILE.includes(error.code!)) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, stats };
  await handle.close();
  return undefined;
}

async function openForm(file: string, encoding: Encoding) {
  const found = await openFile(file + SUFFIXES[encoding]);
  return found ? { ...found, encoding } : undefined;
}

/** `If-None-Match` is the better question; only without it does the date count. */
function isKnown({ headers }: IncomingMessage, etag: string, modified: string): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return holdsEtag(tags, etag);
  return since !== undefined && Date.parse(modified) <= Date.parse(since);
}

/** The part that is asked for, if the reader means the file as it is now. */
function rangeOf(
  { method, headers }: IncomingMessage,
  etag: string,
  modified: string,
  size: number,
): ByteRange | null | undefined {
  const { range, 'if-range': begun = etag } = headers;
  return method === 'GET' && range !== undefined && (begun === etag || begun === modified)
    ? readRange(range, size)
    : undefined;
}

async function writePart(
  handle: FileHandle,
  { start, end }: ByteRange,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const stream = handle.createReadStream({ start, end });
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    // That a reader leaves is no fault; that a disk can't be read is one.
    if (error.syscall === 'read') throw error;
  });
  // The file got shorter: only the end of the connection tells that the rest will not come.
  if (stream.bytesRead <= end - start) request.socket.destroy();
}

/** Answers with the file at an address below a folder; false, with nothing said, when there is none. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { root, isCompressed, headers }: Folder,
): Promise<boolean> {
  const file = fileBelow(root, path);
  if (!file) return false;
  const wanted = isCompressed ? encodingFor(request.headers['accept-encoding']) : 'identity';
  const form =
    (await openForm(file, wanted)) ?? (wanted === 'identity' ? undefined : await openForm(file, 'identity'));
  if (!form) return false;
  const {
    handle,
    encoding,
    stats: { size, mtime },
  } = form;
  try {
    const etag = `"${size}-${mtime.getTime()}"`;
    const modified = mtime.toUTCString();
    const common = { ...headers(file), ETag: etag, 'Last-Modified': modified, Vary: 'Accept-Encoding' };
    const range = rangeOf(request, etag, modified, size);
    const part = range ?? { start: 0, end: size - 1 };
    if (isKnown(request, etag, modified)) {
      response.writeHead(304, common).end();
    } else if (range === null) {
      response.writeHead(416, { ...common, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
    } else {
      response.writeHead(range ? 206 : 200, {
        ...common,
        'Accept-Ranges': 'bytes',
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Length': part.end - part.start + 1,
        ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
        ...(range && { 'Content-Range': `bytes ${part.start}-${part.end}/${size}` }),
      });
      if (request.method === 'HEAD' || size === 0) response.end();
      else await writePart(handle, part, request, response);
    }
  } finally {
    await handle.close();
  }
  return true;
}
