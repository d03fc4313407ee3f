import { useCallback, useEffect, useState } from 'react';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { MediaList, PickedMedia } from '#components/newsroom/library/picked-media.ts';

/** The pictures that the article names, by id. */
export function usePictures(
  first: Record<string, PickedMedia>,
  { lead, socialMediaId }: Pick<ArticleContent, 'lead' | 'socialMediaId'>,
) {
  const [pictures, setPictures] = useState(first);
  const addPicture = useCallback(
    (picture: PickedMedia) => setPictures((known) => ({ ...known, [picture.id]: picture })),
    [],
  );
  const named = [lead.mediaId, socialMediaId].filter(Boolean).join(',');
  // Their descriptions and focal points are edited on their own pages, in another tab.
  useEffect(() => {
    if (!named) return;
    async function check() {
      const answer = await fetch(`/newsroom/media/list?ids=${named}`).catch(() => undefined);
      if (answer?.ok && !answer.redirected)
        for (const picture of ((await answer.json()) as MediaList).items) addPicture(picture);
    }
    const onReturn = () => void check();
    window.addEventListener('focus', onReturn);
    return () => window.removeEventListener('focus', onReturn);
  }, [named, addPicture]);
  return { pictures, addPicture };
}
