import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/block.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PublishFault } from '#lib/publish-checks.ts';
import { deskPath } from '../_article.ts';

/** What must be mended before an article goes out, and what should be looked at. */
export async function Checks({ faults, number }: { faults: PublishFault[]; number: number }) {
  const t = await getTranslations('newsroom.writing.publishing');
  const isFree = faults.length === 0;
  return (
    <Block title={t('checks')} aside={<a href={deskPath(number)} className="text-sea underline hover:text-ink">{t('backToText')}</a>}>
      {isFree && <p className="flex items-center gap-2 text-leaf"><Icon name="check" />{t('allGood')}</p>}
      <ul className="space-y-2">
        {faults.map(({ key, level, at }, n) => (
          <li key={n} className={`flex items-start gap-2 ${level === 'stop' ? 'text-madder' : 'text-amber'}`}>
            <Icon name={level === 'stop' ? 'alert' : 'clock'} className="mt-0.5 size-5 shrink-0" />
            <span>
              <strong className="font-bold">{t(`levels.${level}`)}</strong> {t(`check.${key}`)}
              {at && <span className="text-ink-soft"> {at === 'lead' ? t('atLead') : t('atBlock', { n: Number(at.split('.')[1]) + 1 })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
