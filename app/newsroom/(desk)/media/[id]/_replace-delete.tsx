import { getTranslations } from 'next-intl/server';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { LibraryUpload } from '#components/newsroom/library/library-upload.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import type { Media } from '#db/tables/tables.ts';
import { ACCEPTED_PICTURES } from '#lib/media/upload-rules.ts';
import { getUploadWords } from '#app/newsroom/_media-words.ts';

type Props = { media: Media; isUsed: boolean; isAsked: boolean; remove: (form: FormData) => Promise<void> };

/**
 * Replaces a file or deletes it. Deletion asks for confirmation on a page of its own, so it works without
 * scripts.
 */
export async function ReplaceOrDelete({ media, isUsed, isAsked, remove }: Props) {
  const [t, words] = await Promise.all([getTranslations('newsroom.media.item'), getUploadWords()]);
  const path = `/newsroom/media/${media.id}`;
  return (
    <>
      <Block title={t('replace')} lead={t('replaceLead')}>
        <LibraryUpload
          words={{ ...words, submit: t('replaceSubmit') }}
          replaces={media.id}
          whenDone={`${path}?done=replaced`}
          accept={media.type === 'image' ? ACCEPTED_PICTURES : 'application/pdf'}
        />
      </Block>
      <Block title={t('delete')} lead={isUsed ? t('deleteUsed') : t('deleteLead')}>
        {!isUsed && !isAsked && (
          <a href={`${path}?ask=delete#delete`} className={buttonStyle.risky}>
            {t('deleteAsk')}
          </a>
        )}
        {!isUsed && isAsked && (
          <SafeForm
            id="delete"
            action={remove}
            className="flex flex-wrap gap-3 border-s-4 border-madder ps-4"
          >
            <input type="hidden" name="id" value={media.id} />
            <button className={buttonStyle.risky}>{t('deleteConfirm')}</button>
            <a href={path} className={buttonStyle.plain}>
              {t('cancel')}
            </a>
          </SafeForm>
        )}
      </Block>
    </>
  );
}
