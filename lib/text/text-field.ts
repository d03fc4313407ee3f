import { z } from 'zod';
import { atMost } from '#lib/arabic/at-most.ts';
import { cleanField, cleanProse } from '#lib/arabic/clean-field.ts';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { readSlug } from '#lib/arabic/slug.ts';

/** So much more may be sent than is kept: what hides in it is taken out before it is counted. */
const HIDDEN = 2;

const sent = (most: number) => z.string().max(mostUnits(most) * HIDDEN + 100);

/**
 * A field of one line. Every door into the newsroom takes its lines by this, so that none lets in what
 * another keeps out.
 */
export const line = (most: number) =>
  sent(most)
    .transform(cleanField)
    .pipe(z.string().check(atMost(most)));

/** A field that must say something. */
export const filledLine = (most: number, least = 1) => line(most).pipe(z.string().min(least));

/** A field of some lines. */
export const prose = (most: number) =>
  sent(most)
    .transform(cleanProse)
    .pipe(z.string().check(atMost(most)));

/** The end of an address, typed or pasted. */
export const slugField = z.string().max(2000).transform(readSlug);
