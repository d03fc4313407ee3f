import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { attachmentOf, documentName } from '#lib/media/document-name.ts';
import { mediaAccess } from './media-gate.ts';
import { publicFolder } from './public-files.ts';
import { readerHeaders } from './security-headers.ts';
import { sendFile, type Folder } from './send-file.ts';

const root = join(import.meta.dirname, '..');
const FOR_EVER = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
};

// File names contain a hash of the content, so a file may be cached for ever. The build has written .br and
// .gz files beside the text files.
const built: Folder = { root: join(root, '.next/static'), isCompressed: true, headers: () => FOR_EVER };
const assets: Folder = { root: join(root, 'public/assets'), isCompressed: true, headers: () => FOR_EVER };
/** Files that a browser would run scripts of, on the origin of the newsroom. */
const IS_DOCUMENT = /\.(?:html|svg|xml)$/i;
const publicFiles: Folder = {
  root: publicFolder,
  headers: (file) => ({
    ...(IS_DOCUMENT.test(file) && readerHeaders),
    ...FOR_EVER,
    'Cache-Control': 'public, max-age=86400',
  }),
};
const pictures: Folder = {
  root: env.mediaDir,
  headers: (file) => ({
    ...FOR_EVER,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    // Documents from outside are never shown as a page of this site. The link with a file name sets the name
    // to save under.
    ...(file.endsWith('.pdf') && { 'Content-Disposition': 'attachment' }),
  }),
};

/** For staff only: cached by the browser alone, and revalidated at every use. */
const unpublished = (folder: Folder): Folder => ({
  ...folder,
  headers: (file) => ({ ...folder.headers(file), 'Cache-Control': 'private, no-cache' }),
});

const FOLDERS: [prefix: string, folder: Folder][] = [
  ['/_next/static/', built],
  ['/media/', pictures],
  ['/assets/', assets],
  ['/', publicFiles],
];

/** `/media/HASH/NAME.pdf`: the document under a readable name, which is only in the address. */
function namedDocument(path: string): { path: string; folder: Folder } | undefined {
  const [, hash, written] = /^([0-9a-f]{16,64})\/([^/]+\.pdf)$/i.exec(path) ?? [];
  if (!hash || !written) return undefined;
  try {
    const disposition = attachmentOf(documentName(decodeURIComponent(written)));
    return {
      path: `${hash}.pdf`,
      folder: {
        ...pictures,
        headers: (file) => ({ ...pictures.headers(file), 'Content-Disposition': disposition }),
      },
    };
  } catch {
    return undefined;
  }
}

/** Serves built files, pictures and icons; calls `missing` when there is no such file. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  missing: () => unknown,
  accessOf = mediaAccess,
): Promise<void> {
  const path = request.url!.split('?', 1)[0]!;
  const [prefix, folder] = FOLDERS.find(([prefix]) => path.startsWith(prefix))!;
  const rest = path.slice(prefix.length);
  if (folder !== pictures) {
    if (!(await sendFile(request, response, rest, folder))) await missing();
    return;
  }
  const named = namedDocument(rest);
  const access = await accessOf(request, named?.path ?? rest);
  const open = named?.folder ?? pictures;
  if (
    !access ||
    !(await sendFile(request, response, named?.path ?? rest, access === 'public' ? open : unpublished(open)))
  )
    await missing();
}
