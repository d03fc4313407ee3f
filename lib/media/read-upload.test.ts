import { expect, test } from 'vitest';
import sharp from 'sharp';
import { readUpload } from './read-upload.ts';
import { bomb, noise, PDF, photo, withIptc } from './test-pictures.ts';
import { MAX_BYTES } from './upload-rules.ts';

const small = () => noise({ width: 240, height: 160 });

test('detects the type of a file by its bytes', async () => {
  const files = {
    'image/jpeg': await small().jpeg().toBuffer(),
    'image/png': await small().png().toBuffer(),
    'image/webp': await small().webp().toBuffer(),
    'image/avif': await small().avif({ effort: 0 }).toBuffer(),
    'image/gif': await small().gif().toBuffer(),
    'application/pdf': PDF,
  };
  for (const [mime, bytes] of Object.entries(files)) {
    expect(await readUpload(bytes), mime).toMatchObject({
      mime,
      type: mime === 'application/pdf' ? 'document' : 'image',
      bytes: bytes.length,
      isMoving: false,
    });
  }
});

test('rejects a decompression bomb of a hundred megapixels before it is decoded', async () => {
  const bytes = bomb({ width: 10_000, height: 10_000 });
  expect(bytes.length).toBeLessThan(50_000);
  // CPU time of the process: the decoder works in threads of its own.
  const before = process.cpuUsage();
  expect(await readUpload(bytes)).toEqual({ fault: 'tooManyPixels' });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
});

test('rejects a renamed script, a page, an archive and an empty file', async () => {
  for (const text of [
    '#!/bin/sh\nrm -rf /\n',
    '<!doctype html><script>alert(1)</script>',
    '<?php echo 1;',
    'PK\x03\x04',
    'MZ\x90',
    'GIF8',
    'JFIF',
  ]) {
    expect(await readUpload(Buffer.from(text, 'latin1')), text).toEqual({ fault: 'notAPicture' });
  }
  expect(await readUpload(Buffer.alloc(0))).toEqual({ fault: 'empty' });
  // Begins like a picture and continues as a page.
  expect(
    await readUpload(
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>')]),
    ),
  ).toEqual({ fault: 'truncated' });
});

test('rejects SVG, with or without script, whatever its beginning', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>';
  for (const text of [
    drawing,
    `<?xml version="1.0"?>\n${drawing}`,
    `\uFEFF<!-- a -->\n${drawing}`,
    `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing}`,
    drawing.replaceAll('svg ', 's:svg '),
  ]) {
    expect(await readUpload(Buffer.from(text)), text).toEqual({ fault: 'svg' });
  }
});

test('distinguishes HEIC, a picture that is too small and a file that is too big', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
  expect(await readUpload(heic)).toEqual({ fault: 'heic' });
  expect(await readUpload(await noise({ width: 99, height: 400 }).png().toBuffer())).toEqual({
    fault: 'tooSmall',
  });
  expect(await readUpload(Buffer.alloc(MAX_BYTES + 1))).toEqual({ fault: 'tooBig' });
  expect(await readUpload(PDF.subarray(0, 60))).toEqual({ fault: 'truncated' });
});

test('detects an animation', async () => {
  const frames = await Promise.all([1, 2, 3].map(() => noise({ width: 120, height: 120 }).png().toBuffer()));
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect(await readUpload(gif)).toMatchObject({ mime: 'image/gif', isMoving: true });
});

test('reads credit, caption and rights from IPTC, then XMP, then Exif', async () => {
  const plain = await photo({ width: 300, height: 200 });
  expect(await readUpload(plain)).toMatchObject({
    found: { credit: 'Salma', license: 'Midad', caption: '', alt: '' },
  });
  const agency = withIptc(plain, {
    110: 'وكالة الأنباء',
    80: 'سلمى',
    120: 'سوق السمك صباح الثلاثاء.',
    116: '© وكالة الأنباء',
    105: 'سوق',
  });
  expect(await readUpload(agency)).toMatchObject({
    found: { credit: 'وكالة الأنباء', caption: 'سوق السمك صباح الثلاثاء.', license: '© وكالة الأنباء' },
  });
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:i="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">الميناء</rdf:li></rdf:Alt></dc:description><i:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">قوارب في الميناء</rdf:li></rdf:Alt></i:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>';
  const described = await noise({ width: 200, height: 200 }).withXmp(xmp).jpeg().toBuffer();
  expect(await readUpload(described)).toMatchObject({
    found: { caption: 'الميناء', alt: 'قوارب في الميناء' },
  });
});
