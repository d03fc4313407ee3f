import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { MarkedText } from '#components/newsroom/ui/marked-text.tsx';
import { getCommentToReveal } from '#db/privacy/requests.ts';
import { requireStaff } from '#app/newsroom/_session.ts';
import { ToolHead } from '#app/newsroom/(desk)/comments/_tools.tsx';
import { reveal } from '../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.privacy'))('revealTitle') };
}

/** Asks for a reason before it shows an address. The log of decisions records the access and the reason. */
export default async function RevealPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { person } = await requireStaff('revealAddress', `/newsroom/comments/privacy/reveal/${id}`);
  const comment = z.uuid().safeParse(id).success ? await getCommentToReveal(id) : undefined;
  if (!comment) notFound();
  const t = await getTranslations('newsroom.privacy');
  return (
    <div className="space-y-6">
      <ToolHead person={person} current="privacy" />
      <Block title={t('revealTitle')} lead={t('revealLead')}>
        <div className="max-w-xl space-y-4">
          <div className="border-s-4 border-hairline ps-4">
            <p className="font-bold">
              <bdi>{comment.name}</bdi>
            </p>
            <MarkedText text={comment.body} marks={[]} />
          </div>
          <ActionForm
            action={reveal}
            hidden={{ id }}
            fields={[
              {
                name: 'reason',
                label: t('reason'),
                isRequired: true,
                hint: t('reasonHint'),
                isProse: true,
                autoComplete: 'off',
              },
            ]}
            submit={t('reveal')}
            variant="risky"
          />
        </div>
      </Block>
    </div>
  );
}
