import { access, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { sha256 } from '../crypto.ts';
import { FORMATS, socialImagePath, variantPath, widthsFor, type Format } from './variants.ts';

const encode = (image: Sharp, format: Format) => {
  if (format === 'avif') return image.avif({ quality: 55, effort: 2 });
  if (format === 'webp') return image.webp({ quality: 78 });
  return image.jpeg({ quality: 78, mozjpeg: true });
};

const exists = (file: string) => access(file).then(() => true, () => false);

/** Writes beside the target and renames, so that a file under its final name is always whole. */
async function write(image: Sharp, file: string) {
  if (await exists(file)) return;
  const partial = `${file}.${process.pid}.part`;
  await image.toFile(partial);
  await rename(partial, file);
}

/** Makes every variant of a picture in `folder`. Throws when sharp can't read the bytes. */
export async function makeVariants(source: Buffer, folder: string) {
  await mkdir(folder, { recursive: true });
  const hash = sha256(source).slice(0, 16);
  const { width, height } = await sharp(source).metadata();
  const target = (path: string) => join(folder, basename(path));
  const base = await sharp(source).removeAlpha().toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer();
  for (const each of widthsFor(width)) {
    for (const format of FORMATS) {
      await write(encode(sharp(base).resize(each), format), target(variantPath(hash, each, format)));
    }
  }
  const social = sharp(base).resize(1200, 630, { fit: 'cover', position: 'attention' });
  await write(encode(social, 'jpg'), target(socialImagePath(hash)));
  return { hash, width, height };
}
