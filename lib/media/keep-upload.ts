import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { keepDocument, makeVariants, type Folders } from './make-variants.ts';
import { readUpload, type Upload } from './read-upload.ts';
import type { UploadFault } from './upload-rules.ts';
import { documentPath } from './variants.ts';

/** What became of an uploaded file: its dimensions are 0 when it is a document. */
export type Kept = Upload & { width: number; height: number };

/** Looks at a file and makes all that is served of it. A refused one leaves nothing behind. */
export async function keepUpload(file: string, folders: Folders): Promise<Kept | { fault: UploadFault }> {
  const bytes = await readFile(file);
  const upload = await readUpload(bytes);
  if ('fault' in upload) return upload;
  if (upload.type === 'document') {
    await keepDocument(bytes, join(folders.media, basename(documentPath(upload.hash))));
    return { ...upload, width: 0, height: 0 };
  }
  try {
    return {
      ...upload,
      ...(await makeVariants(bytes, { hash: upload.hash, focalX: 500, focalY: 500 }, folders)),
    };
  } catch (error) {
    // The disk's faults carry a code; what is left is that the picture ends or breaks in its middle.
    if (error instanceof Error && 'code' in error) throw error;
    return { fault: 'truncated' };
  }
}
