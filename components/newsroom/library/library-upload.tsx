'use client';

import { useRouter } from 'next/navigation';
import { MediaUpload, type UploadWords } from './media-upload.tsx';

type Props = {
  words: UploadWords;
  fault?: string | undefined;
  /** Where to go when a file has taken another's place. */
  replaces?: string;
  whenDone?: string;
  accept?: string;
};

/** The form for files on the library's own pages: the page shows what has come in. */
export function LibraryUpload({ whenDone, ...form }: Props) {
  const router = useRouter();
  return (
    <MediaUpload
      {...form}
      withLinks={!whenDone}
      onAdded={() => (whenDone ? location.assign(whenDone) : router.refresh())}
    />
  );
}
