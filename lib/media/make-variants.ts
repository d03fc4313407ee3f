import { access, mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { cropBox } from './crop-box.ts';
import {
  cropPath,
  CROP_WIDTH,
  CROPS,
  FORMATS,
  variantPath,
  widthsFor,
  type Crop,
  type Focused,
  type Format,
} from './variants.ts';

/**
 * The front door serves `media`. `masters` is not public: it contains the pictures from which later crops are
 * made.
 */
export type Folders = { media: string; masters: string };
type Pixels = Awaited<ReturnType<typeof decode>>;

export const MAX_PIXELS = 60_000_000;
const MASTER = { width: 2560, height: 10_240 };
/** On film-like noise twice as fast as the next step, at a few percent more bytes. */
const AVIF = { quality: 55, effort: 2 };

const encode = (image: Sharp, format: Format) => {
  if (format === 'avif') return image.avif(AVIF);
  if (format === 'webp') return image.webp({ quality: 78 });
  return image.jpeg({ quality: 78, mozjpeg: true });
};

export const masterFile = (folders: Folders, hash: string) => join(folders.masters, `${hash}.jpg`);

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Writes to a temporary file and renames it, so that a file under its final name is always complete. An
 * existing file gets a new modification time.
 */
export async function writeWhole(file: string, make: (partial: string) => Promise<unknown>) {
  if (await exists(file)) return utimes(file, new Date(), new Date());
  const partial = `${file}.${process.pid}.part`;
  await make(partial);
  await rename(partial, file);
}

/**
 * Decodes a picture: upright, opaque, sRGB, no larger than any variant needs, without metadata (location,
 * camera, owner). Throws if it cannot be read completely.
 */
async function decode(source: Buffer | string) {
  const image = sharp(source, { failOn: 'error', limitInputPixels: MAX_PIXELS });
  return image
    .autoOrient()
    .resize({ ...MASTER, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

const open = ({ data, info }: Pixels) =>
  sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

async function writeCrops(pixels: Pixels, picture: Focused, folders: Folders) {
  for (const crop of Object.keys(CROPS) as Crop[]) {
    const box = cropBox(pixels.info, CROPS[crop], picture);
    // Only link previews declare their size in advance, so they have it whatever the source.
    const width = crop === 'social' ? CROP_WIDTH : Math.min(CROP_WIDTH, box.width);
    const height = Math.round(width / CROPS[crop]);
    const image = open(pixels).extract(box).resize(width, height, { fit: 'fill' });
    // Only machines read these: a few more kilobytes do not matter, the time of a better encoder does.
    await writeWhole(join(folders.media, basename(cropPath(picture, crop))), (file) =>
      image.jpeg({ quality: 80 }).toFile(file),
    );
  }
}

/**
 * Creates all missing files of a picture. Writes nothing before the whole picture is decoded. `asWide` is the
 * width in its database row.
 */
export async function makeVariants(
  source: Buffer,
  picture: Focused,
  folders: Folders,
  asWide?: number,
): Promise<{ width: number; height: number }> {
  const { width, height } = (await sharp(source).metadata()).autoOrient;
  const pixels = await decode(source);
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  const { hash } = picture;
  await writeWhole(masterFile(folders, hash), (file) =>
    open(pixels).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(file),
  );
  for (const each of widthsFor(asWide ?? width)) {
    for (const format of FORMATS) {
      await writeWhole(join(folders.media, basename(variantPath(hash, each, format))), (file) =>
        encode(open(pixels).resize(each), format).toFile(file),
      );
    }
  }
  await writeCrops(pixels, picture, folders);
  return { width, height };
}

/** Creates the crops for another focal point. */
export async function makeCrops(picture: Focused, folders: Folders): Promise<void> {
  await writeCrops(await decode(masterFile(folders, picture.hash)), picture, folders);
}

/** Stores a document unchanged. */
export async function keepDocument(bytes: Buffer, file: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeWhole(file, (partial) => writeFile(partial, bytes));
}
