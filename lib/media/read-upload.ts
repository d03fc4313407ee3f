import sharp from 'sharp';
import { sha256 } from '#lib/security/crypto.ts';
import { findDescription, NO_DESCRIPTION, type Description } from './find-description.ts';
import { MAX_PIXELS } from './make-variants.ts';
import { sniffType, type SniffedType } from './sniff-type.ts';
import { MAX_BYTES, type UploadFault } from './upload-rules.ts';

const MIN_SIDE = 100;
/** A PDF ends with a marker; some programs write a few bytes after it. */
const PDF_END = 2048;

export type Upload = {
  type: 'image' | 'document';
  mime: Exclude<SniffedType, 'image/heic' | 'image/svg+xml'>;
  hash: string;
  bytes: number;
  found: Description;
  /** Only the first frame of an animation is stored. */
  isMoving: boolean;
};

const refuse = (fault: UploadFault) => ({ fault });

/**
 * Checks an uploaded file without decoding it: its header contains the dimensions, and a small file can claim
 * huge ones.
 */
export async function readUpload(bytes: Buffer): Promise<Upload | { fault: UploadFault }> {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > MAX_BYTES) return refuse('tooBig');
  const mime = sniffType(bytes);
  if (!mime) return refuse('notAPicture');
  // SVG can contain scripts and load resources from other sites. The user can export it as PNG in another
  // program.
  if (mime === 'image/svg+xml') return refuse('svg');
  if (mime === 'image/heic') return refuse('heic');
  const hash = sha256(bytes).slice(0, 16);
  if (mime === 'application/pdf') {
    if (!bytes.toString('latin1', Math.max(0, bytes.length - PDF_END)).includes('%%EOF'))
      return refuse('truncated');
    return { type: 'document', mime, hash, bytes: bytes.length, found: NO_DESCRIPTION, isMoving: false };
  }
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return refuse('tooManyPixels');
    if (Math.min(width, height) < MIN_SIDE) return refuse('tooSmall');
    return {
      type: 'image',
      mime,
      hash,
      bytes: bytes.length,
      found: findDescription(bytes),
      isMoving: pages > 1,
    };
  } catch {
    return refuse('truncated');
  }
}
