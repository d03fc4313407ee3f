import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { encodingFor, type Encoding } from './accept-encoding.ts';
import { readRange, type ByteRange } from './byte-range.ts';
import { holdsEtag } from './cached-page.ts';

/** The types of all files in our folders. */
const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const SUFFIXES: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' };
const NO_SUCH_FILE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];

export type Folder = {
  root: string;
  /** Whether the build has written compressed variants beside the text files. */
  isCompressed?: boolean;
  /** By the file, because an address has several spellings. */
  headers: (file: string) => OutgoingHttpHeaders;
};

/** The file for an address below a folder; undefined for one outside the folder, and for hidden files. */
function fileBelow(root: string, path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /\0|(?:^|[/\\])\.(?!well-known\/)/.test(decoded) ? undefined : join(root, decoded);
  } catch {
    return undefined;
  }
}

/**
 * The file is opened before the headers are sent, so that one that is replaced or deleted later is still sent
 * as it was.
 */
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

/** `If-None-Match` takes precedence; the date counts only without it. */
function isKnown({ headers }: IncomingMessage, etag: string, modified: string): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return holdsEtag(tags, etag);
  return since !== undefined && Date.parse(modified) <= Date.parse(since);
}

/** The requested range, if `If-Range` matches the current file or is missing. */
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
    // A client that disconnects is no fault; a read error of the disk is one.
    if (error.syscall === 'read') throw error;
  });
  // The file got shorter: closing the connection is the only way to signal the missing rest.
  if (stream.bytesRead <= end - start) request.socket.destroy();
}

/** Sends the file at an address below a folder. Returns false, with nothing sent, when there is none. */
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
