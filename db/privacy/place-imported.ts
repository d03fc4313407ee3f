import { fold } from '#lib/arabic/fold.ts';
import type { TakenNames } from '#lib/comments/name-claims.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { sha256 } from '#lib/security/crypto.ts';
import { readImported } from '#lib/wordpress/imported-comment.ts';
import type { WxrComment, WxrItem } from '#lib/wordpress/wxr.ts';
import type { FoundArticle } from '#db/articles/find-by-address.ts';
import { idOf, isId } from '#db/engine/ids.ts';
import { isAddressInTime } from './retention.ts';
import type { Settings } from '#db/paper/settings.ts';
import { comments } from '#db/tables/tables.ts';
import { type ImportReport, skip } from './import-report.ts';
import { factsOf } from '#lib/comments/states.ts';

type Placed = { id: string; threadId: string; depth: number };

export type Row = {
  values: typeof comments.$inferInsert;
  email: string;
  isHeld: boolean;
  article: FoundArticle;
};

export type Thread = {
  article: FoundArticle;
  item: WxrItem;
  placed: Map<string, Placed | null>;
  parents: Map<string, string>;
  waiting: WxrComment[];
};

export type Run = {
  report: ImportReport;
  settings: Settings;
  takenNames: TakenNames;
  now: Date;
  isDry: boolean;
  tellProgress: (report: Readonly<ImportReport>) => void;
};

/**
 * Comments by readers. The same list may hold notes of a newsroom, orders of a shop and pings of other sites.
 */
export const isOfReader = ({ type }: WxrComment) => type === '' || type === 'comment';

/** The nearest ancestor that was imported: replies to a pingback open a thread. */
function findParent({ placed, parents }: Thread, { parentId }: WxrComment): Placed | null {
  const seen = new Set<string>();
  for (let id = parentId; id !== '' && !seen.has(id); id = parents.get(id) ?? '') {
    const parent = placed.get(id);
    if (parent) return parent;
    seen.add(id);
  }
  return null;
}

function readRow(
  thread: Thread,
  comment: WxrComment,
  { report, settings, takenNames, now }: Run,
): Row | undefined {
  const { article, item, placed, parents } = thread;
  parents.set(comment.id, comment.parentId);
  placed.set(comment.id, null);
  const sentAt = comment.at ?? item.at ?? article.publishedAt;
  if (!isOfReader(comment)) return void skip(report, comment.type.slice(0, 40));
  if (!sentAt) return void skip(report, 'noTime');
  const read = readImported(comment, { locale: article.locale, takenNames });
  if ('skipped' in read) return void skip(report, read.skipped);
  const key = comment.id || `${comment.author}\n${comment.content}`;
  const id =
    comment.own && isId(comment.own.id)
      ? comment.own.id
      : idOf([item.source, item.postId, key].join('\n'), sentAt);
  const parent = findParent(thread, comment);
  const place = { id, threadId: parent?.threadId ?? id, depth: parent ? parent.depth + 1 : 0 };
  placed.set(comment.id, place);
  const { name, body, status, isHeld } = read;
  const facts = factsOf(status);
  const createdAt = sentAt > now ? now : sentAt;
  const email =
    read.email && isAddressInTime(article, createdAt, settings.commentsCloseAfterDays, now) ? read.email : '';
  if (read.email && !email) report.addresses.tooOld++;
  return {
    article,
    email,
    isHeld,
    values: {
      ...place,
      articleId: article.id,
      parentId: parent?.id ?? null,
      name,
      body,
      bodyKey: body && sha256(fold(body)),
      signature: shingleSignature(body),
      status,
      createdAt,
      // what was decided there counts as decided by a person
      reviewedAt: facts.isOpen || facts.act === null ? null : createdAt,
      reasonCode: facts.hasReason ? 'other' : null,
    },
  };
}

/**
 * The comments of an item as rows, parents before their replies. A reply whose parent has not come yet waits
 * for it.
 */
export function* placeComments(
  thread: Thread,
  part: WxrComment[],
  isLast: boolean,
  run: Run,
): Generator<Row> {
  const list = [...thread.waiting, ...part];
  thread.waiting = [];
  const inSight = new Set(list.map(({ id }) => id));
  let left = list;
  for (;;) {
    const later: WxrComment[] = [];
    for (const comment of left) {
      const { parentId } = comment;
      const isReady =
        parentId === '' ||
        parentId === comment.id ||
        thread.placed.has(parentId) ||
        (isLast && !inSight.has(parentId));
      if (!isReady) {
        later.push(comment);
        continue;
      }
      const row = readRow(thread, comment, run);
      if (row) yield row;
    }
    if (later.length === 0) return;
    if (later.length === left.length) {
      if (!isLast) {
        thread.waiting = later;
        return;
      }
      // Two comments that answer each other: the first of them opens the thread.
      thread.placed.set(later[0]!.parentId, null);
    }
    left = later;
  }
}
