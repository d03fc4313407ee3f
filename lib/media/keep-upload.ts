import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { keepDocument, makeVariants, type Folders } from './make-variants.ts';
import { readUpload, type Upload } from './read-upload.ts';
import type { UploadFault } from './upload-rules.ts';
import { documentPath } from './variants.ts';

/** The result for a stored file. Documents have the dimensions 0. */
export type Kept = Upload & { width: number; height: number };

/** Checks an uploaded file and creates all files that are served for it. A rejected one leaves no files. */
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
    // Disk errors have a code. Any other error means that the picture is truncated or damaged.
    if (error instanceof Error && 'code' in error) throw error;
    return { fault: 'truncated' };
  }
}
