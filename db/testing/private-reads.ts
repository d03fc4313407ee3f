import { getPreview, getPreviewLink } from '#db/articles/preview.ts';
import { listAppreciatedOn } from '#db/comments/appreciations.ts';
import { getNotice, noticeToken } from '#db/comments/notices.ts';
import { getOwnComment, listOwnComments, listOwnOn } from '#db/comments/own.ts';
import { listTakenNames } from '#db/comments/taken-names.ts';
import { countWaitingBefore, getUsualWait } from '#db/comments/writer-status.ts';
import { getPageDesk } from '#db/paper/page-drafts.ts';
import { getPagePreview, getPagePreviewLink } from '#db/paper/page-preview.ts';
import { write } from './desk.ts';
import type { Paper } from './reader-reads.ts';
import { addTestPerson } from './staff.ts';

/** All database reads of pages that are rendered for one reader and never cached, by function name. */
export async function privateReads({ first, opening }: Paper, now: Date) {
  const editor = await addTestPerson('هدى', 'editor');
  const { id } = await write(editor);
  const article = await getPreviewLink(id, editor, now);
  const page = getPagePreviewLink((await getPageDesk({ slug: 'about', locale: 'ar' }))!, editor, now);
  const tokenOf = (link: object) => ('path' in link ? String(link.path).split('/').at(-1)! : '');
  const writer = 'writer';
  return {
    countWaitingBefore: async () => [await countWaitingBefore(now), await countWaitingBefore(now, writer)],
    getNotice: () => getNotice(noticeToken(opening), now),
    getOwnComment: () => getOwnComment(opening, writer, now),
    getPagePreview: () => getPagePreview(tokenOf(page), now),
    getPreview: () => getPreview(tokenOf(article), now),
    getUsualWait: () => getUsualWait(now),
    listAppreciatedOn: () => listAppreciatedOn(writer, first.id),
    listOwnComments: () => listOwnComments(writer, 1, now),
    listOwnOn: async () => [await listOwnOn(writer, first.id), await listOwnOn(writer, first.id, opening)],
    listTakenNames: () => listTakenNames(),
  };
}
