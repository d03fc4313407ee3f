import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

type Size = { width: number; height: number };

/** A picture like a camera's: no two equal pixels. Generated, so that the repository contains no pictures. */
export const noise = ({ width, height }: Size, sigma = 40) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma },
    },
  });

/** A picture whose left half is red and whose right half is blue. */
export const twoHalves = ({ width, height }: Size) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: '#ff0000' } },
      gravity: 'west',
    },
  ]);

const block = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A PNG with one bit a pixel: a few kilobytes that decode to any number of pixels. */
export function bomb({ width, height }: Size): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    block('IHDR', head),
    block('IDAT', rows),
    block('IEND', Buffer.alloc(0)),
  ]);
}

/** Adds IPTC fields of the newsroom record by number, as agencies write them into a JPEG. */
export function withIptc(jpeg: Buffer, fields: Record<number, string>): Buffer {
  const dataset = (record: number, number: number, value: Buffer) =>
    Buffer.concat([Buffer.from([0x1c, record, number, value.length >> 8, value.length & 255]), value]);
  const utf8 = dataset(1, 90, Buffer.from('\x1b%G', 'latin1'));
  const iptc = Buffer.concat([
    utf8,
    ...Object.entries(fields).map(([number, text]) => dataset(2, Number(number), Buffer.from(text))),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(iptc.length);
  const body = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1'),
    length,
    iptc,
    Buffer.alloc(iptc.length % 2),
  ]);
  const size = body.length + 2;
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xed, size >> 8, size & 255]),
    body,
    jpeg.subarray(2),
  ]);
}

/** A photo like a phone's: with its location and an orientation tag. */
export const photo = (size: Size, orientation = 1) =>
  twoHalves(size)
    .withExif({
      IFD0: { Artist: 'Salma', Copyright: 'Midad' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '32/1 53/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 10/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
