export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/heic'
  | 'image/svg+xml'
  | 'application/pdf';

const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?>\s*)*<(?:\w+:)?svg[\s>]/i;

/** The type of a file by its first bytes. Its name and the browser's content type are not reliable. */
export function sniffType(bytes: Buffer): SniffedType | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(4, 8) === 'ftyp') {
    const brands = ascii(8, Math.min(bytes.readUInt32BE(0), 64));
    if (/avi[fs]/.test(brands)) return 'image/avif';
    if (/hei[cxms]|hev[cx]|mif1|msf1/.test(brands)) return 'image/heic';
  }
  if (ascii(0, 5) === '%PDF-') return 'application/pdf';
  if (SVG.test(bytes.toString('utf8', 0, 4096))) return 'image/svg+xml';
  return undefined;
}
