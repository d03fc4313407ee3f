import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { phoneText } from '#lib/arabic/read-number.ts';
import { ACCENTS } from '#lib/text/accents.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changesBetween } from '#lib/articles/changes.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { stampOf } from '#lib/stamp-of.ts';
import { line } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { changeSettings, getSettings, type Settings } from './settings.ts';
import { media } from '#db/tables/tables.ts';

/** Countries by their month names and number format; the locale is passed to `Intl`. */
export const COUNTRIES = [
  'ar-LY',
  'ar-TN',
  'ar-DZ',
  'ar-MA',
  'ar-EG',
  'ar-SD',
  'ar-SA',
  'ar-AE',
  'ar-KW',
  'ar-QA',
  'ar-BH',
  'ar-OM',
  'ar-YE',
  'ar-IQ',
  'ar-SY',
  'ar-LB',
  'ar-JO',
  'ar-PS',
] as const;

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

export const siteSettingsSchema = z.object({
  siteNameAr: line(60),
  siteNameEn: line(60),
  taglineAr: line(160),
  taglineEn: line(160),
  logoMediaId: line(64),
  accent: z.enum(ACCENTS),
  contactEmail: z
    .string()
    .max(1000)
    .transform((text) => (text.trim() ? readMailAddress(text) : ''))
    .pipe(z.string().max(200)),
  contactPhone: line(40)
    .transform(phoneText)
    .pipe(z.string().regex(/^[+\d\s()-]*$/)),
  contactAddressAr: line(300),
  contactAddressEn: line(300),
  formatLocale: z.enum(COUNTRIES),
  digits: z.enum(['latn', 'arab']),
  timeZone: line(60).refine(isTimeZone),
  hijri: z.enum(['on', 'off']).transform((value) => value === 'on'),
  hijriOffset: z.enum(['-1', '0', '1']).transform((value) => Number(value) as -1 | 0 | 1),
});
export type SiteSettings = z.output<typeof siteSettingsSchema>;

const KEYS = Object.keys(siteSettingsSchema.shape) as (keyof SiteSettings)[];

/** Stamp of the settings that the site's form changes; other settings have their own forms. */
export const siteStamp = (settings: Settings): string => stampOf(KEYS.map((key) => settings[key]));

type Changed = { changed: number; stamp: string } | { fault: 'logo' } | { fault: 'conflict'; stamp: string };

/** Writes what differs; every page is rendered again from the next request on. */
export async function changeSiteSettings(
  { stamp, ...input }: SiteSettings & { stamp: string },
  actor: Person,
  now = new Date(),
): Promise<Changed> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const before = await getSettings(tx);
    const changed = changesBetween<Record<string, unknown>>(before, input);
    if (!changed) return { changed: 0, stamp: siteStamp(before) };
    if (siteStamp(before) !== stamp) return { fault: 'conflict', stamp: siteStamp(before) };
    if (input.logoMediaId) {
      const [logo] = await tx
        .select({ id: media.id })
        .from(media)
        .where(and(eq(media.id, input.logoMediaId), eq(media.type, 'image')));
      if (!logo) return { fault: 'logo' };
    }
    await changeSettings(tx, changed.after);
    await setMediaUsages(tx, 'setting', 'logo', [input.logoMediaId || null]);
    await writeAudit({ userId: actor.id, action: 'site.changed', subject: 'site', ...changed }, now, tx);
    return { changed: Object.keys(changed.after).length, stamp: siteStamp({ ...before, ...input }) };
  });
}
