import { beforeAll, expect, it, vi } from 'vitest';
import { noticeToken, requestNotice, confirmNotice } from '#db/comments/notices.ts';
import { db } from '#db/engine/client.ts';
import type { Job } from '#db/jobs/jobs.ts';
import { commentNotices } from '#db/tables/tables.ts';
import { addComment, addNewsroom, NOON, publish } from '#db/testing/articles.ts';
import { sendNoticeMail } from './notice-mail.ts';

let commentId = '';
beforeAll(async () => {
  await addNewsroom();
  commentId = await addComment((await publish()).id);
  await db().transaction((tx) => requestNotice(tx, { commentId, email: 'nour@birds.example' }, NOON));
  await confirmNotice(noticeToken(commentId), NOON);
});

const job = () => ({ id: 'job', payload: { about: 'approval', noticeOf: commentId, commentId } }) as Job;

it('sends a notice to the address that was given', async () => {
  const send = vi.fn(async () => {});
  await sendNoticeMail(job(), send);
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ to: 'nour@birds.example' }));
});

it('sends nothing if the address cannot be decrypted', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await db().update(commentNotices).set({ emailCipher: 'of another key' });
  const send = vi.fn(async () => {});
  await sendNoticeMail(job(), send);
  expect(send).not.toHaveBeenCalled();
});
