import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keepUpload, type Kept } from './keep-upload.ts';
import { makeCrops } from './make-variants.ts';
import { bomb, noise, PDF, photo, twoHalves, withIptc } from './test-pictures.ts';
import { cropPath, mediaPaths, socialImagePath } from './variants.ts';

const root = mkdtempSync(join(tmpdir(), 'midad-keep-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folders = { media: join(root, 'media'), masters: join(root, 'masters') };
beforeEach(() =>
  Object.values(folders).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

const stored = () =>
  Object.values(folders).flatMap((folder) => {
    try {
      return readdirSync(folder).map((name) => join(folder, name));
    } catch {
      return [];
    }
  });

function keep(bytes: Buffer) {
  const file = join(root, 'upload');
  writeFileSync(file, bytes);
  return keepUpload(file, folders);
}

async function mustKeep(bytes: Buffer): Promise<Kept> {
  const kept = await keep(bytes);
  if ('fault' in kept) throw new Error(kept.fault);
  return kept;
}

const middle = { focalX: 500, focalY: 500 };
const served = (path: string) => join(root, path);

test('creates all files that pages use, and returns the size of the picture', async () => {
  const kept = await mustKeep(await twoHalves({ width: 1700, height: 1200 }).jpeg().toBuffer());
  expect(kept).toMatchObject({ width: 1700, height: 1200, mime: 'image/jpeg' });
  const files = mediaPaths({ ...kept, ...middle });
  expect(files).toHaveLength(5 * 3 + 4);
  for (const path of files) expect((await sharp(served(path)).metadata()).width, path).toBeGreaterThan(0);
  const sizeOf = async (crop: Parameters<typeof cropPath>[1]) => {
    const { width, height } = await sharp(served(cropPath({ ...kept, ...middle }, crop))).metadata();
    return `${width}×${height}`;
  };
  expect(await Promise.all((['16x9', '4x3', '1x1', 'social'] as const).map(sizeOf))).toEqual([
    '1200×675',
    '1200×900',
    '1200×1200',
    '1200×630',
  ]);
});

test('stores no location and no other camera data in any file', async () => {
  const bytes = withIptc(await photo({ width: 700, height: 500 }), { 110: 'وكالة' });
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  await mustKeep(bytes);
  const files = stored();
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const { exif, xmp, iptc } = await sharp(file).metadata();
    expect([exif, xmp, iptc], file).toEqual([undefined, undefined, undefined]);
    expect(readFileSync(file).includes('Salma'), file).toBe(false);
  }
});

test('rotates a photo according to its orientation tag', async () => {
  // Rotated a quarter turn: red, the left side, moves to the top.
  const kept = await mustKeep(await photo({ width: 800, height: 400 }, 6));
  expect(kept).toMatchObject({ width: 400, height: 800 });
  const { data, info } = await sharp(served(`/media/${kept.hash}-320.jpg`))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 320, height: 640 });
  expect(data[0]).toBeGreaterThan(200);
  expect(data.at(-1)).toBeGreaterThan(200);
});

test('keeps the focal point in crops, and creates other files for another point', async () => {
  const kept = await mustKeep(await twoHalves({ width: 1600, height: 800 }).png().toBuffer());
  const right = { hash: kept.hash, focalX: 1000, focalY: 0 };
  await makeCrops(right, folders);
  const dominant = async (picture: typeof right) =>
    (await sharp(served(cropPath(picture, '1x1'))).stats()).channels.map(({ mean }) => Math.round(mean / 10));
  expect(await dominant(right)).toEqual([0, 0, 25]);
  expect(await dominant({ ...right, ...middle })).toEqual([13, 0, 13]);
  // The link preview too: 1200 by 630, of a wide picture the side with the focal point.
  const wide = await mustKeep(await twoHalves({ width: 2600, height: 630 }).png().toBuffer());
  await makeCrops({ ...wide, focalX: 0, focalY: 500 }, folders);
  const shared = sharp(served(socialImagePath({ ...wide, focalX: 0, focalY: 500 })));
  expect(await shared.metadata()).toMatchObject({ width: 1200, height: 630 });
  expect((await shared.stats()).channels.map(({ mean }) => Math.round(mean / 10))).toEqual([25, 0, 0]);
});

test('rejects a damaged file and stores nothing of it', async () => {
  const picture = () => noise({ width: 320, height: 240 });
  const files = [
    await picture().jpeg().toBuffer(),
    await picture().png().toBuffer(),
    await picture().webp().toBuffer(),
    await picture().avif({ effort: 0 }).toBuffer(),
    await picture().gif().toBuffer(),
  ];
  for (const [n, whole] of files.entries()) {
    expect(await keep(whole.subarray(0, Math.floor(whole.length * 0.6))), String(n)).toEqual({
      fault: 'truncated',
    });
  }
  expect(await keep(bomb({ width: 12_000, height: 9000 }))).toEqual({ fault: 'tooManyPixels' });
  expect(await keep(Buffer.from('#!/bin/sh\n'))).toEqual({ fault: 'notAPicture' });
  expect(stored()).toEqual([]);
});

test('stores a document unchanged', async () => {
  const kept = await mustKeep(PDF);
  expect(kept).toMatchObject({ type: 'document', width: 0, height: 0 });
  expect(stored()).toEqual([served(mediaPaths({ ...kept, ...middle })[0]!)]);
  expect(readFileSync(stored()[0]!)).toEqual(PDF);
});
