import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { BackLink } from '#components/newsroom/frame/back-link.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { RemoveForm } from '#components/newsroom/ui/remove-form.tsx';
import { getDateSettings } from '#db/paper/settings.ts';
import { countTagged, getTagById } from '#db/paper/tags.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { mergeTagAction, removeTagAction, renameTagAction } from '../actions.ts';

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tags'))('changeTitle') };
}

export default async function TagPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireStaff('curate', `/newsroom/tags/${id}`);
  const tag = await getTagById(id);
  if (!tag) notFound();
  const into = single((await searchParams).into);
  const target = into && into !== id ? await getTagById(into) : undefined;
  const [t, count, dates] = await Promise.all([
    getTranslations('newsroom.tags'),
    countTagged(id),
    getDateSettings(await getLocale()),
  ]);
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/tags" text={t('title')} />
      <DeskHead
        title={<bdi>{tag.name}</bdi>}
        lead={t('articles', { count, n: formatNumber(count, dates) })}
        aside={
          <a href={`/tag/${encodeURIComponent(tag.slug)}`} className={buttonStyle.text}>
            {t('onSite')}
          </a>
        }
      />
      <Block title={t('renameTitle')} lead={t('renameLead')}>
        <div className="max-w-xl">
          <ActionForm
            action={renameTagAction}
            hidden={{ id }}
            fields={[
              {
                name: 'name',
                label: t('name'),
                isRequired: true,
                isProse: true,
                autoComplete: 'off',
                initial: tag.name,
              },
            ]}
            submit={t('rename')}
          />
        </div>
      </Block>
      <Block title={t('mergeTitle')} lead={t('mergeLead')}>
        {target && (
          <div id="merge" className="mb-6 max-w-xl space-y-3 border-s-4 border-madder ps-4">
            <p className="font-bold">
              {t.rich('mergeAsk', {
                from: () => <bdi>{tag.name}</bdi>,
                into: () => <bdi>{target.name}</bdi>,
              })}
            </p>
            <p>{t('mergeWhat', { count, n: formatNumber(count, dates) })}</p>
            <ActionForm
              action={mergeTagAction}
              hidden={{ id, into: target.name, sure: target.id }}
              fields={[]}
              submit={t('mergeYes')}
              variant="risky"
            />
            <p>
              <a href={`/newsroom/tags/${id}`} className={buttonStyle.text}>
                {t('mergeNo')}
              </a>
            </p>
          </div>
        )}
        <div className="max-w-xl">
          <ActionForm
            action={mergeTagAction}
            hidden={{ id }}
            fields={[
              {
                name: 'into',
                label: t('into'),
                isRequired: true,
                hint: t('intoHint'),
                isProse: true,
                autoComplete: 'off',
              },
            ]}
            submit={t('merge')}
            variant="risky"
          />
        </div>
      </Block>
      {count === 0 && (
        <RemoveForm
          action={removeTagAction}
          hidden={{ id }}
          label={t('remove')}
          name={tag.name}
          variant="risky"
        />
      )}
    </div>
  );
}
