/** Browsers know it too, so that nobody waits for an upload that will be rejected. */
export const MAX_BYTES = 25 * 1024 * 1024;
export const ACCEPTED_PICTURES = 'image/jpeg,image/png,image/webp,image/avif,image/gif';
export const ACCEPTED_DOCUMENTS = 'application/pdf';
export const ACCEPTED = `${ACCEPTED_PICTURES},${ACCEPTED_DOCUMENTS}`;

/** Why a file is rejected; each has a text in messages. `failed` is a server error. */
export const UPLOAD_FAULTS = [
  'empty',
  'tooBig',
  'tooSmall',
  'tooManyPixels',
  'truncated',
  'notAPicture',
  'svg',
  'heic',
  'failed',
] as const;
export type UploadFault = (typeof UPLOAD_FAULTS)[number];
