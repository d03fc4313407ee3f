import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/action-form.tsx';
import { BackLink } from '#components/newsroom/back-link.tsx';
import { Block } from '#components/newsroom/block.tsx';
import { buttonStyle } from '#components/newsroom/button.ts';
import { DeskHead } from '#components/newsroom/desk-head.tsx';
import { RemoveForm } from '#components/newsroom/remove-form.tsx';
import { getDateSettings } from '#db/settings.ts';
import { countTagged, getTagById } from '#db/tags.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { requireStaff } from '../../../_session.ts';
import { mergeTagAction, removeTagAction, renameTagAction } from '../actions.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tags'))('changeTitle') };
}

export default async function TagPage({ params }: Props) {
  const { id } = await params;
  await requireStaff('curate', `/newsroom/tags/${id}`);
  const tag = await getTagById(id);
  if (!tag) notFound();
  const [t, count, dates] = await Promise.all([getTranslations('newsroom.tags'), countTagged(id), getDateSettings(await getLocale())]);
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/tags" text={t('title')} />
      <DeskHead title={<bdi>{tag.name}</bdi>} lead={t('articles', { count, n: formatNumber(count, dates) })} aside={<a href={`/tag/${encodeURIComponent(tag.slug)}`} className={buttonStyle.text}>{t('onSite')}</a>} />
      <Block title={t('renameTitle')} lead={t('renameLead')}>
        <div className="max-w-xl">
          <ActionForm action={renameTagAction} hidden={{ id }} fields={[{ name: 'name', label: t('name'), isProse: true, autoComplete: 'off', initial: tag.name }]} submit={t('rename')} />
        </div>
      </Block>
      <Block title={t('mergeTitle')} lead={t('mergeLead')}>
        <div className="max-w-xl">
          <ActionForm action={mergeTagAction} hidden={{ id }} fields={[{ name: 'into', label: t('into'), hint: t('intoHint'), isProse: true, autoComplete: 'off' }]} submit={t('merge')} look="risky" />
        </div>
      </Block>
      {count === 0 && (
        <RemoveForm action={removeTagAction} hidden={{ id }} label={t('remove')} name={tag.name} look="risky" />
      )}
    </div>
  );
}
