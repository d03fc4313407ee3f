import { getTranslations } from 'next-intl/server';
import type { PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { UploadWords } from '#components/newsroom/library/media-upload.tsx';

const UPLOAD = [
  'label',
  'one',
  'hint',
  'drop',
  'submit',
  'list',
  'waiting',
  'sending',
  'working',
  'done',
  'known',
  'moving',
  'describe',
  'network',
  'signedOut',
  'refused',
  'retry',
] as const;
const PICKER = ['find', 'results', 'more', 'loading', 'failed', 'close', 'several', 'add', 'full'] as const;
const KIND = ['title', 'search', 'recent', 'none', 'empty', 'uploadTitle', 'unnamed'] as const;

/** The messages of an upload form, for the browser. */
export async function getUploadWords(): Promise<UploadWords> {
  const t = await getTranslations('newsroom.media');
  const words = Object.fromEntries(UPLOAD.map((key) => [key, t(`upload.${key}`)])) as Record<
    (typeof UPLOAD)[number],
    string
  >;
  return {
    ...words,
    tooBig: t('faults.tooBig'),
    onlyPictures: t('faults.onlyPictures'),
    empty: t('faults.empty'),
  };
}

/** The messages of the library's dialog, for any page that opens one. */
export async function getPickerWords(): Promise<PickerWords> {
  const t = await getTranslations('newsroom.media.picker');
  const pick = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
    Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<Key, string>;
  return {
    ...pick(PICKER, t),
    ...pick(KIND, t),
    documents: pick(KIND, (key) => t(`documents.${key}`)),
    upload: await getUploadWords(),
  };
}
