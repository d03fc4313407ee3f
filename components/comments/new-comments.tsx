import { useLocale, useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

type Props = { count: number; dates: DateSettings; countUrl: string; href: string };

/**
 * With JavaScript: says that new comments were published while the page was open. Never scrolls or changes
 * the page.
 */
export function NewComments({ count, dates, countUrl, href }: Props) {
  const t = useTranslations('comments.fresh');
  const locale = useLocale();
  const words = Object.fromEntries(FORMS.map((form) => [`data-${form}`, t(form)]));
  return (
    <new-comments
      data-count={count}
      data-url={countUrl}
      data-href={href}
      data-numbers={`${locale}-u-nu-${dates.digits}`}
      {...words}
      class="no-print block text-ui font-medium text-sea"
      role="status"
    />
  );
}
