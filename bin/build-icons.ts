import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { WORDMARK_HEIGHT, WORDMARK_PATH, WORDMARK_WIDTH } from '#lib/wordmark-path.ts';

// Run this by hand after public/icon.svg or the wordmark changes. Its output is committed, so no build runs
// it.
const PAPER = '#FCFBF8';
const INK = '#15171C';
const MADDER = '#9B1C1F';
const icon = readFileSync('public/icon.svg');

const drawIcon = (size: number) =>
  sharp(icon, { density: Math.max(72, size) })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();

/**
 * The icon on a background of its own colour up to the edge: phones crop it to their own shape, at most to
 * the inner 80 %.
 */
async function drawTile(size: number, share: number) {
  const mark = await drawIcon(Math.round(size * share));
  const ground = sharp({ create: { width: size, height: size, channels: 3, background: MADDER } });
  return ground
    .composite([{ input: mark }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

/** An ICO file is a list of pictures: a header of 6 bytes, 16 bytes for each picture, then the PNG files. */
function packIco(pictures: { size: number; png: Buffer }[]) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [n, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * n;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The link preview on other sites for pages without a picture. */
function drawSocial() {
  const [width, height, scale] = [1200, 630, 2.2];
  const [x, y] = [(width - WORDMARK_WIDTH * scale) / 2, (height - WORDMARK_HEIGHT * scale) / 2 - 28];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${PAPER}"/>
    <path transform="translate(${x} ${y}) scale(${scale})" fill="${INK}" d="${WORDMARK_PATH}"/>
    <rect x="${x}" y="${y + WORDMARK_HEIGHT * scale + 56}" width="${WORDMARK_WIDTH * scale}" height="4" fill="${MADDER}"/></svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

writeFileSync(
  'public/favicon.ico',
  packIco([
    { size: 16, png: await drawIcon(16) },
    { size: 32, png: await drawIcon(32) },
  ]),
);
writeFileSync('public/icon-192.png', await drawTile(192, 0.78));
writeFileSync('public/icon-512.png', await drawTile(512, 0.78));
writeFileSync('public/apple-touch-icon.png', await drawTile(180, 0.92));
writeFileSync('public/social-default.png', await drawSocial());
