import { z } from 'zod';
import { atMost } from '#lib/arabic/at-most.ts';
import { cleanField, cleanProse } from '#lib/arabic/clean-field.ts';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { readSlug } from '#lib/arabic/slug.ts';

/** How much more text than the limit is accepted: hidden characters are removed before the count. */
const HIDDEN = 2;

const sent = (most: number) => z.string().max(mostUnits(most) * HIDDEN + 100);

/**
 * A one-line field. Every form and command of the newsroom uses this schema, so that all apply the same
 * rules.
 */
export const line = (most: number) =>
  sent(most)
    .transform(cleanField)
    .pipe(z.string().check(atMost(most)));

/** A one-line field that must not be empty. */
export const filledLine = (most: number, least = 1) => line(most).pipe(z.string().min(least));

/** A field with several lines. */
export const prose = (most: number) =>
  sent(most)
    .transform(cleanProse)
    .pipe(z.string().check(atMost(most)));

/** A typed or pasted slug. */
export const slugField = z.string().max(2000).transform(readSlug);
