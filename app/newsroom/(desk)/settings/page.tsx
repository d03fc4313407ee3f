import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { getSettings } from '#db/paper/settings.ts';
import { siteStamp } from '#db/paper/site-settings.ts';
import { requireStaff } from '../../_session.ts';
import { siteFields } from './_fields.ts';
import { saveSite } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.site'))('title') };
}

export default async function SiteSettingsPage() {
  await requireStaff('settings', '/newsroom/settings');
  const [settings, t] = await Promise.all([getSettings(), getTranslations('newsroom.site')]);
  const link = 'inline-flex min-h-11 items-center text-sea underline hover:text-ink';
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      <Block title={t('paper')}>
        <div className="max-w-3xl">
          <ActionForm
            paired
            action={saveSite}
            fields={await siteFields(settings, new Date())}
            stamp={siteStamp(settings)}
            submit={t('save')}
          />
        </div>
      </Block>
      <Block title={t('elsewhere')}>
        <ul>
          <li>
            <a href="/newsroom/pages/ar/comments" className={link}>
              {t('policy')}
            </a>
          </li>
          <li>
            <a href="/newsroom/comments/settings" className={link}>
              {t('commentSettings')}
            </a>
          </li>
          <li>
            <a href="/newsroom/pages" className={link}>
              {t('pages')}
            </a>
          </li>
        </ul>
      </Block>
    </div>
  );
}
