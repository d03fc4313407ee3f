import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Accent } from '#lib/text/accents.ts';
import type { Locale } from '#lib/locales.ts';
import { eq } from 'drizzle-orm';
import { db, preparedIn, type Runner, type Transaction } from '#db/engine/client.ts';
import { media, settings } from '#db/tables/tables.ts';

const DEFAULTS = {
  /** The paper's name and what it says of itself, by edition; empty for Midad's own. */
  siteNameAr: '',
  siteNameEn: '',
  taglineAr: '',
  taglineEn: '',
  /** A picture in place of the drawn name; empty for none. */
  logoMediaId: '',
  accent: 'madder' as Accent,
  contactEmail: '',
  contactPhone: '',
  contactAddressAr: '',
  contactAddressEn: '',
  /** Decides month names and separators (ar-LY: يناير, 1.234,5). */
  formatLocale: 'ar-LY',
  digits: 'latn' as 'latn' | 'arab',
  timeZone: 'Africa/Tripoli',
  hijri: true,
  /** Days by which the Hijri date is moved where the moon was sighted otherwise. */
  hijriOffset: 0 as -1 | 0 | 1,
  /** Hours for which the form of a page can be sent. */
  commentFormHours: 12,
  /** Whether the form asks for an address; the sentence beside the field says which. */
  commentEmail: 'required' as 'required' | 'optional',
  /** Days after which an article's comments close by themselves; 0 for never. */
  commentsCloseAfterDays: 30,
  /**
   * Until when every comment waits for a person, whoever wrote it (ISO time); empty when that is not asked
   * for.
   */
  holdAllUntil: '',
  /** Until when a writer may send only one comment every `slowModeSeconds`; empty when off. */
  slowModeUntil: '',
  slowModeSeconds: 120,
  /**
   * Approved comments after which a writer known by token or confirmed address skips the queue; 0: nobody
   * does.
   */
  trustAfter: 0,
  /** Scores from which a comment waits, and from which it goes to spam. */
  holdScore: 30,
  spamScore: 70,
  classifierOn: true,
  /** Steps of the first run that the newsroom does without, with spaces between. */
  leftSteps: '',
  /** Where signed events go (lib/webhook); empty for nowhere. */
  webhookUrl: '',
};
export type Settings = typeof DEFAULTS;

const allSettings = preparedIn((runner) => runner.select().from(settings).prepare());

/** The newsroom's settings: rows over defaults. */
export async function getSettings(runner: Runner = db()): Promise<Settings> {
  const rows = await allSettings(runner).execute();
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
}

/** Changes some settings; the caller has asked `can()`. */
export async function changeSettings(tx: Transaction, changes: Partial<Settings>): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    await tx
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } });
  }
}

/** How dates are written in an edition. */
export async function getDateSettings(locale: Locale): Promise<DateSettings> {
  const { formatLocale, digits, timeZone, hijri, hijriOffset } = await getSettings();
  return locale === 'ar'
    ? { locale, formatLocale, digits, timeZone, hijri, hijriOffset }
    : { locale, formatLocale: 'en-GB', digits: 'latn', timeZone, hijri: false, hijriOffset };
}

async function getLogo(id: string) {
  if (!id) return null;
  const [row] = await db()
    .select({ hash: media.hash, width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, id));
  return row ?? null;
}

const nameIn = ({ siteNameAr, siteNameEn }: Settings, locale: Locale): string =>
  locale === 'ar' ? siteNameAr || siteNameEn : siteNameEn || siteNameAr;

/**
 * The paper's name in an edition, or in the other where it has but one; empty where the newsroom has set
 * none.
 */
export const getSiteName = async (locale: Locale): Promise<string> => nameIn(await getSettings(), locale);

/** What every page says of the paper. Name and tagline are empty where the newsroom has not set them. */
export async function getSite(locale: Locale) {
  const all = await getSettings();
  const isArabic = locale === 'ar';
  return {
    name: nameIn(all, locale),
    tagline: isArabic ? all.taglineAr : all.taglineEn,
    accent: all.accent,
    logo: await getLogo(all.logoMediaId),
    email: all.contactEmail,
    phone: all.contactPhone,
    address: isArabic ? all.contactAddressAr : all.contactAddressEn,
  };
}
