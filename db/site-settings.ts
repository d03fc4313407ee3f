import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { ACCENTS } from '#lib/accents.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import { changesBetween } from '#lib/changes-between.ts';
import { writeAudit } from './audit-log.ts';
import { db } from './client.ts';
import { setMediaUsages } from './media-usages.ts';
import { changeSettings, getSettings } from './settings.ts';
import { media } from './tables.ts';

/** Countries by how they name the months and write numbers; the locale is what `Intl` is given. */
export const COUNTRIES = ['ar-LY', 'ar-TN', 'ar-DZ', 'ar-MA', 'ar-EG', 'ar-SD', 'ar-SA', 'ar-AE', 'ar-KW', 'ar-QA', 'ar-BH', 'ar-OM', 'ar-YE', 'ar-IQ', 'ar-SY', 'ar-LB', 'ar-JO', 'ar-PS'] as const;

const line = (most: number) => z.string().trim().max(most);
const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

export const siteSettingsSchema = z.object({
  siteNameAr: line(60), siteNameEn: line(60), taglineAr: line(160), taglineEn: line(160),
  logoMediaId: line(64),
  accent: z.enum(ACCENTS),
  contactEmail: z.literal('').or(z.email().max(200)),
  contactPhone: line(40).regex(/^[+\d\s()-]*$/),
  contactAddressAr: line(300), contactAddressEn: line(300),
  formatLocale: z.enum(COUNTRIES),
  digits: z.enum(['latn', 'arab']),
  timeZone: line(60).refine(isTimeZone),
  hijri: z.enum(['on', 'off']).transform((value) => value === 'on'),
  hijriOffset: z.enum(['-1', '0', '1']).transform((value) => Number(value) as -1 | 0 | 1),
});
export type SiteSettings = z.output<typeof siteSettingsSchema>;

/** Writes what differs; every page is made anew from the next request on. */
export async function changeSiteSettings(input: SiteSettings, actor: Person, now = new Date()): Promise<{ changed: number } | { fault: 'logo' }> {
  mustBeAble(actor, 'settings');
  const changed = changesBetween<Record<string, unknown>>(await getSettings(), input);
  if (!changed) return { changed: 0 };
  return db().transaction(async (tx) => {
    if (input.logoMediaId) {
      const [logo] = await tx.select({ id: media.id }).from(media).where(and(eq(media.id, input.logoMediaId), eq(media.type, 'image')));
      if (!logo) return { fault: 'logo' };
    }
    await changeSettings(tx, changed.after);
    await setMediaUsages(tx, 'setting', 'logo', [input.logoMediaId || null]);
    await writeAudit({ userId: actor.id, action: 'site.changed', subject: 'site', ...changed }, now, tx);
    return { changed: Object.keys(changed.after).length };
  });
}
