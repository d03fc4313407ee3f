import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Gate } from '#components/newsroom/frame/gate.tsx';
import { returnPath } from '#lib/people/return-path.ts';
import { withQuery } from '../../_query.ts';
import { getStaff } from '../../_session.ts';
import { readSiteFace } from '../../_site.ts';
import { submitCode } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.code'))('title') };
}

export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = returnPath((await searchParams).next);
  if (await getStaff()) redirect(next);
  const t = await getTranslations('newsroom.code');
  return (
    <Gate
      path={withQuery('/newsroom/sign-in/code', { next })}
      site={await readSiteFace()}
      title={t('title')}
      lead={t('lead')}
    >
      <ActionForm
        action={submitCode}
        hidden={{ next }}
        fields={[
          {
            name: 'code',
            label: t('label'),
            isRequired: true,
            hint: t('hint'),
            autoComplete: 'one-time-code',
          },
        ]}
        submit={t('submit')}
      />
      <a href={`/newsroom/sign-in?next=${encodeURIComponent(next)}`} className={buttonStyle.text}>
        {t('again')}
      </a>
    </Gate>
  );
}
