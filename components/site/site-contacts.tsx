import { useLocale } from 'next-intl';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

export type Contacts = { email: string; phone: string; address: string };

/** The contact details of the site that are set. */
export function SiteContacts({ site: { email, phone, address } }: { site: Contacts }) {
  const locale = useLocale() as Locale;
  if (!email && !phone && !address) return null;
  const link = 'inline-flex min-h-11 items-center hover:text-madder lg:min-h-8';
  return (
    <address className="mt-3 flex flex-col items-start text-caption text-ink-soft not-italic">
      {address && <span className="py-1">{mixedText(address, locale)}</span>}
      {email && (
        <a href={`mailto:${email}`} dir="ltr" className={link}>
          {email}
        </a>
      )}
      {phone && (
        <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr" className={link}>
          {phone}
        </a>
      )}
    </address>
  );
}
