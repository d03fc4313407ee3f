import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { BrowserContext } from '@playwright/test';
import { writerCookie } from '../lib/comments/writer-token.ts';
import { base, dataDir } from './instance.ts';
import { inDatabase } from './in-database.ts';

type Given = {
  articlePath: string;
  body: string;
  name?: string;
  status?: string;
  replyTo?: Added;
  at?: Date;
  writerId?: string;
};
export type Added = { id: string; threadId: string; depth: number };

/** Inserts comments from another process; the site must show them at the next request. */
export const addComments = (all: Given[]): Added[] =>
  inDatabase((database) => {
    const article = database.prepare('select id from articles where number = ?').pluck();
    const insert = database.prepare(
      `insert into comments (id, article_id, parent_id, thread_id, name, body, body_key, status, created_at, depth, writer_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return all.map(
      ({
        articlePath,
        body,
        name = 'قارئ',
        status = 'approved',
        replyTo,
        at = new Date(),
        writerId = 'e2e',
      }) => {
        const number = Number(/\/(\d+)\//.exec(articlePath)![1]);
        const id = v7();
        const added = { id, threadId: replyTo?.threadId ?? id, depth: replyTo ? replyTo.depth + 1 : 0 };
        insert.run(
          id,
          article.get(number),
          replyTo?.id ?? null,
          added.threadId,
          name,
          body,
          id,
          status,
          at.getTime(),
          added.depth,
          writerId,
        );
        return added;
      },
    );
  });

export const addComment = (given: Given): Added => addComments([given])[0]!;

/** Sets columns of a comment in the database, without a decision at the desk. */
export const setComment = (id: string, set: Record<string, string | number | null>): void =>
  inDatabase((database) => {
    const columns = Object.keys(set);
    database
      .prepare(`update comments set ${columns.map((column) => `${column} = ?`).join(', ')} where id = ?`)
      .run(...Object.values(set), id);
  });

export const removeComments = (writerId: string): void =>
  inDatabase((database) => void database.prepare('delete from comments where writer_id = ?').run(writerId));

export const countDecided = (writerId: string): number =>
  inDatabase(
    (database) =>
      database
        .prepare(`select count(*) from comments where writer_id = ? and status <> 'pending'`)
        .pluck()
        .get(writerId) as number,
  );

/** Makes open jobs due one minute earlier: mails wait as long as a decision can be undone. */
export const passMinute = (): void =>
  inDatabase(
    (database) =>
      void database.prepare('update jobs set run_at = run_at - 60000 where done_at is null').run(),
  );

/** Moves all comments into the past, for the limits on how often a writer comments. */
export const passHour = (hours = 1): void =>
  inDatabase((database) => {
    for (const table of ['comments', 'comment_contacts'])
      database.prepare(`update ${table} set created_at = created_at - ?`).run(hours * 3_600_000);
  });

/** All rows of a table. */
export const readTable = (table: string): Record<string, unknown>[] =>
  inDatabase((database) => database.prepare(`select * from ${table}`).all() as Record<string, unknown>[]);

export const setSetting = (key: string, value: string): void =>
  inDatabase(
    (database) =>
      void database
        .prepare(
          'insert into settings (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
        )
        .run(key, JSON.stringify(value)),
  );

/** Creates a trigger, such as one that makes a statement fail, while `work` runs. */
export async function withTrigger(create: string, name: string, work: () => Promise<void>): Promise<void> {
  inDatabase((database) => database.exec(create));
  try {
    await work();
  } finally {
    inDatabase((database) => database.exec(`drop trigger ${name}`));
  }
}

/** The number of jobs that are not done. */
export const countJobs = (): number =>
  inDatabase(
    (database) => database.prepare('select count(*) from jobs where done_at is null').pluck().get() as number,
  );

/** The `Cookie` header that identifies a writer. */
export const cookieOf = (writerId: string): string => {
  const { commentLink } = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as {
    commentLink: string;
  };
  return writerCookie(Buffer.from(commentLink, 'hex'), writerId, false).split(';')[0]!;
};

/** Gives a browser the cookie of a writer; `e2e` is the default writer of added comments. */
export async function becomeWriter(context: BrowserContext, writerId = 'e2e'): Promise<void> {
  const [name, value] = cookieOf(writerId).split('=') as [string, string];
  await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: 'Lax' }]);
}

/** The path below which comments of an article are reported and appreciated. */
export const commentsPath = (articlePath: string): string => articlePath.replace(/\/[^/]+$/, '/-/comments');

/** Stores a notice for a published comment, as the comment form does. Returns the token of the mail. */
export function askForNotice(): { token: string; isConfirmed: () => boolean; isEnded: () => boolean } {
  const token = randomBytes(32).toString('base64url');
  const comment = inDatabase((database) => {
    const free =
      "select id from comments where status = 'approved' and id not in (select comment_id from comment_notices) limit 1";
    const id = database.prepare(free).pluck().get() as string;
    const row = [id, 'sealed', token, createHash('sha256').update(token).digest('hex'), Date.now()];
    database
      .prepare(
        'insert into comment_notices (comment_id, email_cipher, email_index, token_hash, created_at) values (?, ?, ?, ?, ?)',
      )
      .run(...row);
    return id;
  });
  const read = (column: string) => () =>
    inDatabase((database) =>
      database.prepare(`select ${column} from comment_notices where comment_id = ?`).pluck().get(comment),
    ) !== null;
  return { token, isConfirmed: read('confirmed_at'), isEnded: read('ended_at') };
}
