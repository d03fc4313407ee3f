import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { isolate } from '#lib/arabic/bidi.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

type Props = { headline: string; shortUrl: string };

/**
 * Plain links that contain the short address. A script shows the buttons for copying and for the system's
 * share sheet if the browser supports them.
 */
export function Share({ headline, shortUrl }: Props) {
  const t = useTranslations('article');
  const text = encodeURIComponent(isolate(headline));
  const url = encodeURIComponent(shortUrl);
  const links: { icon: IconName; label: string; href: string }[] = [
    {
      icon: 'whatsapp',
      label: t('shareWhatsapp'),
      href: `https://wa.me/?text=${encodeURIComponent(`${isolate(headline)}\n${shortUrl}`)}`,
    },
    { icon: 'telegram', label: t('shareTelegram'), href: `https://t.me/share/url?url=${url}&text=${text}` },
    { icon: 'x', label: t('shareX'), href: `https://x.com/intent/post?text=${text}&url=${url}` },
    {
      icon: 'facebook',
      label: t('shareFacebook'),
      href: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    },
    {
      icon: 'mail',
      label: t('shareEmail'),
      href: `mailto:?subject=${text}&body=${encodeURIComponent(`${headline}\n${shortUrl}`)}`,
    },
  ];
  const quiet = 'inline-flex size-11 items-center justify-center rounded-paper text-ink-soft hover:text-sea';
  return (
    <section aria-label={t('share')} className="no-print mt-4 border-y border-hairline py-1">
      <div className="-ms-3 flex flex-wrap items-center">
        <share-actions data-url={shortUrl} data-title={headline} data-copied={t('copied')} class="contents">
          <button
            type="button"
            hidden
            data-share=""
            aria-label={t('shareVia')}
            title={t('shareVia')}
            className={quiet}
          >
            <Icon name="share" />
          </button>
          <button
            type="button"
            hidden
            data-copy=""
            aria-label={t('copyLink')}
            title={t('copyLink')}
            className={quiet}
          >
            <Icon name="link" />
          </button>
          <span role="status" className="text-meta text-leaf" />
        </share-actions>
        {links.map(({ icon, label, href }) => (
          <Fragment key={icon}>
            <a href={href} title={label} rel="noopener noreferrer nofollow" className={quiet}>
              <Icon name={icon} />
              <span className="sr-only">{label}</span>
            </a>{' '}
          </Fragment>
        ))}
      </div>
    </section>
  );
}
