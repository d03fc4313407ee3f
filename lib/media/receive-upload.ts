import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { cleanField } from '../arabic/clean-field.ts';
import { randomToken } from '#lib/security/crypto.ts';
import { MAX_BYTES } from './upload-rules.ts';

const LIMITS = { fileSize: MAX_BYTES, files: 20, fields: 10, fieldSize: 2000, parts: 30 };

export type ReceivedFile = { path: string; name: string; isTooBig: boolean };
export type Received = {
  files: ReceivedFile[];
  fields: Record<string, string>;
  /** Deletes the received files. */
  discard: () => Promise<void>;
};

/**
 * Streams the files of a form to the disk. The rest of a file over the limit is read and dropped, so that the
 * client gets a response instead of a closed connection.
 */
export async function receiveUpload(request: Request, folder: string): Promise<Received | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return undefined;
  await mkdir(folder, { recursive: true });
  const fields: Record<string, string> = {};
  const files: ReceivedFile[] = [];
  const writing: Promise<unknown>[] = [];
  const discard = async () => {
    await Promise.all(files.map(({ path }) => unlink(path).catch(() => undefined)));
  };
  try {
    const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (_, stream, name) => {
      if (!name) return void stream.resume(); // a form without a chosen file
      const file = { path: join(folder, randomToken()), name: cleanField(name), isTooBig: false };
      files.push(file);
      stream.on('limit', () => {
        file.isTooBig = true;
      });
      const written = pipeline(stream, createWriteStream(file.path));
      written.catch(() => undefined); // reported below, after the end of the form
      writing.push(written);
    });
    await pipeline(Readable.fromWeb(request.body as ReadableStream), parser);
    await Promise.all(writing);
    return { files, fields, discard };
  } catch {
    // Aborted, or not a valid form.
    await Promise.allSettled(writing);
    await discard();
    return undefined;
  }
}
