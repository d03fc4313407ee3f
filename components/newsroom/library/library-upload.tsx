'use client';

import { useRouter } from 'next/navigation';
import { MediaUpload, type UploadWords } from './media-upload.tsx';

type Props = {
  words: UploadWords;
  fault?: string | undefined;
  /** The id of the file that the upload replaces; `whenDone` is then the page to go to. */
  replaces?: string;
  whenDone?: string;
  accept?: string;
};

/** The upload form on the library's own pages. The page refreshes to show what was uploaded. */
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
