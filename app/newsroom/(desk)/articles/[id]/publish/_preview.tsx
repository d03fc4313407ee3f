import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { CopyField } from '#components/newsroom/ui/copy-field.tsx';
import { Time } from '#components/ui/time.tsx';
import { getDateSettings } from '#db/paper/settings.ts';
import { env } from '#lib/env.ts';
import { endPreviews } from './actions.ts';

/** The link to the draft as a reader will see it. The link expires. */
export async function Preview({
  number,
  path,
  expiresAt,
}: {
  number: number;
  path: string;
  expiresAt: Date;
}) {
  const [t, dates] = await Promise.all([
    getTranslations('newsroom.writing.publishing'),
    getDateSettings(await getLocale()),
  ]);
  return (
    <Block
      title={t('previewTitle')}
      lead={t('previewLead')}
      aside={
        <a href={path} target="_blank" rel="noopener" className={buttonStyle.text}>
          {t('previewOpen')}
        </a>
      }
    >
      <CopyField
        label={t('previewLink')}
        value={`${env.siteUrl}${path}`}
        words={{ copy: t('previewCopy'), copied: t('previewCopied') }}
      />
      <p className="mt-2 text-caption text-ink-soft">
        {t('previewUntil')} <Time at={expiresAt} dates={dates} />
      </p>
      <div className="mt-4">
        <ActionForm
          action={endPreviews.bind(null, number)}
          fields={[]}
          submit={t('previewRevoke')}
          variant="plain"
        />
      </div>
    </Block>
  );
}
