import { getTranslations } from 'next-intl/server';
import type { PickerWords } from '#components/newsroom/media-picker.tsx';
import type { UploadWords } from '#components/newsroom/media-upload.tsx';

const UPLOAD = ['label', 'one', 'hint', 'drop', 'submit', 'list', 'waiting', 'sending', 'working', 'done', 'known', 'moving', 'describe', 'network', 'signedOut', 'refused', 'retry'] as const;
const PICKER = ['title', 'search', 'find', 'recent', 'results', 'none', 'more', 'loading', 'failed', 'close', 'unnamed'] as const;

/** The words of a form for files, for the browser. */
export async function getUploadWords(): Promise<UploadWords> {
  const t = await getTranslations('newsroom.media');
  const words = Object.fromEntries(UPLOAD.map((key) => [key, t(`upload.${key}`)])) as Record<(typeof UPLOAD)[number], string>;
  return { ...words, tooBig: t('faults.tooBig'), onlyPictures: t('faults.onlyPictures'), empty: t('faults.empty') };
}

/** The words of the picture picker, for any page that opens one. */
export async function getPickerWords(): Promise<PickerWords> {
  const t = await getTranslations('newsroom.media.picker');
  const words = Object.fromEntries(PICKER.map((key) => [key, t(key)])) as Record<(typeof PICKER)[number], string>;
  return { ...words, uploadTitle: t('upload'), upload: await getUploadWords() };
}
