import { UPLOAD_FAULTS } from '#lib/media/upload-rules.ts';
import { single } from '#app/_request/query.ts';

const FAULTS = [...UPLOAD_FAULTS, 'gone', 'otherType', 'known', 'form', 'onlyPictures'] as const;
export type MediaFault = (typeof FAULTS)[number];

/** The fault that an upload without scripts put into the address. */
export const faultIn = (value: string | string[] | undefined): MediaFault | undefined =>
  FAULTS.find((each) => each === single(value));
