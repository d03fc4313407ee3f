import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { BackLink } from '#components/newsroom/frame/back-link.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { RemoveForm } from '#components/newsroom/ui/remove-form.tsx';
import { authorStamp, getAuthorById } from '#db/paper/authors.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { authorFields } from '../_fields.ts';
import { removeAuthorAction, saveAuthor } from '../actions.ts';
import { nameIn } from '#lib/locales.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.authors'))('changeTitle') };
}

export default async function AuthorDeskPage({ params }: Props) {
  const { id } = await params;
  await requireStaff('curate', `/newsroom/authors/${id}`);
  const author = await getAuthorById(id);
  if (!author) notFound();
  const [t, fields, locale] = await Promise.all([
    getTranslations('newsroom.authors'),
    authorFields(author),
    getLocale(),
  ]);
  return (
    <div className="space-y-6">
      <BackLink href="/newsroom/authors" text={t('title')} />
      <DeskHead
        title={<bdi>{nameIn(author, locale)}</bdi>}
        aside={
          <a href={`/author/${encodeURIComponent(author.slug)}`} className={buttonStyle.text}>
            {t('onSite')}
          </a>
        }
      />
      <Block title={t('changeTitle')}>
        <div className="max-w-3xl">
          <ActionForm
            paired
            action={saveAuthor}
            fields={fields}
            hidden={{ id }}
            stamp={authorStamp(author)}
            submit={t('save')}
          />
        </div>
      </Block>
      <RemoveForm
        action={removeAuthorAction}
        hidden={{ id }}
        label={t('remove')}
        name={nameIn(author, locale)}
        variant="risky"
      />
    </div>
  );
}
