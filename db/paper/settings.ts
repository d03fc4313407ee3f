import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Accent } from '#lib/text/accents.ts';
import { EDITIONS, editions, fieldIn, type Locale } from '#lib/locales.ts';
import { eq } from 'drizzle-orm';
import { db, preparedIn, type Runner, type Transaction } from '#db/engine/client.ts';
import { media, settings } from '#db/tables/tables.ts';

const DEFAULTS = {
  /** The site's name and tagline by edition; empty for Midad's own. */
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
  /** Locale for month names and separators (ar-LY: يناير, 1.234,5). */
  formatLocale: 'ar-LY',
  digits: 'latn' as 'latn' | 'arab',
  timeZone: 'Africa/Tripoli',
  hijri: true,
  /** Days by which the Hijri date is shifted where the moon was sighted on another day. */
  hijriOffset: 0 as -1 | 0 | 1,
  /** Hours for which the form of a rendered page can be submitted. */
  commentFormHours: 12,
  /** Whether the comment form requires an address; the hint beside the field says which. */
  commentEmail: 'required' as 'required' | 'optional',
  /** Days after which an article's comments close automatically; 0 for never. */
  commentsCloseAfterDays: 30,
  /** Until when every comment waits for review, from any writer (ISO time); empty when off. */
  holdAllUntil: '',
  /** Until when a writer may send only one comment every `slowModeSeconds`; empty when off. */
  slowModeUntil: '',
  slowModeSeconds: 120,
  /**
   * Number of approved comments after which a writer known by token or confirmed address skips the queue; 0
   * turns this off.
   */
  trustAfter: 0,
  /** Scores from which a comment waits for review, and from which it goes to spam. */
  holdScore: 30,
  spamScore: 70,
  classifierOn: true,
  /** Skipped steps of the first run, separated by spaces. Databases have stored them under this key. */
  leftSteps: '',
  /** Target of signed events (lib/security/webhook.ts); empty for none. */
  webhookUrl: '',
};
export type Settings = typeof DEFAULTS;

const allSettings = preparedIn((runner) => runner.select().from(settings).prepare());

/** The settings of the newsroom: stored rows override defaults. */
export async function getSettings(runner: Runner = db()): Promise<Settings> {
  const rows = await allSettings(runner).execute();
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) };
}

/** Changes some settings; the caller has checked `can()`. */
export async function changeSettings(tx: Transaction, changes: Partial<Settings>): Promise<void> {
  for (const [key, value] of Object.entries(changes)) {
    await tx
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } });
  }
}

/** The format of dates in an edition. */
export const getDateSettings = async (locale: Locale): Promise<DateSettings> =>
  dateSettingsIn(await getSettings(), locale);

export function dateSettingsIn(all: Settings, locale: Locale): DateSettings {
  const { formatLocale, digits, timeZone, hijri, hijriOffset } = all;
  const { formatLocale: own } = EDITIONS[locale];
  return own === null
    ? { locale, formatLocale, digits, timeZone, hijri, hijriOffset }
    : { locale, formatLocale: own, digits: 'latn', timeZone, hijri: false, hijriOffset };
}

async function getLogo(id: string) {
  if (!id) return null;
  const [row] = await db()
    .select({ hash: media.hash, width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, id));
  return row ?? null;
}

const siteNameIn = (all: Settings, locale: Locale): string =>
  [locale, ...editions.others(locale)].map((each) => fieldIn('siteName', all, each)).find(Boolean) ?? '';

/** The site's name in an edition, or in another one if only that is set; empty if none is set. */
export const getSiteName = async (locale: Locale): Promise<string> => siteNameIn(await getSettings(), locale);

/** What every page shows about the site. Name and tagline are empty if the newsroom has not set them. */
export async function getSite(locale: Locale, known?: Settings) {
  const all = known ?? (await getSettings());
  return {
    name: siteNameIn(all, locale),
    tagline: fieldIn('tagline', all, locale),
    accent: all.accent,
    logo: await getLogo(all.logoMediaId),
    email: all.contactEmail,
    phone: all.contactPhone,
    address: fieldIn('contactAddress', all, locale),
  };
}
