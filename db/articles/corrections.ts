import { and, desc, eq } from 'drizzle-orm';
import { cleanProse } from '#lib/arabic/clean-field.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { stampOf } from '#lib/stamp-of.ts';
import type { ActFault } from './acts.ts';
import { readContent } from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { isOut, placeDraft } from './publish-draft.ts';
import { recordRevision } from './record-revision.ts';
import type { CorrectionKind } from '#db/tables/articles.ts';
import { articles, corrections, type Article, type Correction } from '#db/tables/tables.ts';

export type OrdinaryCorrection = Exclude<CorrectionKind, 'retraction'>;

/** Sets the time of the last change, which the page and the feeds show. A dated note is such a change. */
const touch = (tx: Transaction, article: Article, now: Date) =>
  tx
    .update(articles)
    .set({ revisedAt: now, version: article.version + 1, updatedAt: now })
    .where(eq(articles.id, article.id));

type Note = { kind: OrdinaryCorrection; text: string };
type Correcting = {
  articleId: string;
  /** Made from the form's submission key, if it has one: a form that is sent twice writes one note. */
  id?: string | undefined;
} & Note;

async function note(
  tx: Transaction,
  article: Article,
  { kind, text, id = newId() }: Note & { id?: string | undefined },
  person: Person,
  now: Date,
  actId = newId(),
): Promise<Correction> {
  const words = cleanProse(text);
  const [correction] = await tx
    .insert(corrections)
    .values({ id, articleId: article.id, kind, text: words, publishedAt: now })
    .returning();
  await touch(tx, article, now);
  await recordRevision(
    tx,
    {
      articleId: article.id,
      act: 'correct',
      content: await readContent(tx, article),
      note: words,
      userId: person.id,
    },
    now,
  );
  const detail = { number: article.number, correction: correction!.id };
  await writeAudit(
    {
      userId: person.id,
      action: 'article.corrected',
      subject: article.id,
      actId,
      detail,
      before: null,
      after: { kind, text: words },
    },
    now,
    tx,
  );
  return correction!;
}

/** Adds a dated note on what was wrong in a published article. `retractArticle` writes retractions. */
export async function correctArticle(
  { articleId, id, kind, text }: Correcting,
  person: Person,
  now: Date,
): Promise<{ correction: Correction } | ActFault | { fault: 'text' }> {
  mustBeAble(person, 'correct');
  if (cleanProse(text) === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
    if (!article) return { fault: 'gone' as const };
    const written = id ? await findCorrection(tx, id) : undefined;
    if (written?.article.id === articleId) return { correction: written.correction };
    if (!isOut(article, now)) return { fault: 'state' as const };
    return { correction: await note(tx, article, { id, kind, text }, person, now) };
  });
}

/** Publishes the working copy of a published article together with a note on what was wrong, or neither. */
export async function publishCorrected(
  { version, ...correcting }: Correcting & { version: number },
  person: Person,
  now: Date,
) {
  mustBeAble(person, 'publish');
  mustBeAble(person, 'correct');
  if (cleanProse(correcting.text) === '') return { fault: 'text' as const };
  return db().transaction(async (tx) => {
    const { articleId } = correcting;
    const [before] = await tx.select().from(articles).where(eq(articles.id, articleId));
    if (!before) return { fault: 'gone' as const };
    if (!isOut(before, now)) return { fault: 'state' as const };
    const actId = newId();
    const placed = await placeDraft(tx, { articleId, version }, person, now, actId);
    return 'fault' in placed
      ? placed
      : { ...placed, correction: await note(tx, placed.article, correcting, person, now, actId) };
  });
}

async function findCorrection(tx: Transaction, id: string) {
  const [row] = await tx
    .select({ correction: corrections, article: articles })
    .from(corrections)
    .innerJoin(articles, eq(corrections.articleId, articles.id))
    .where(eq(corrections.id, id));
  return row;
}

/** The dated notes of an article, the newest first. */
export const listCorrections = (articleId: string): Promise<Correction[]> =>
  db()
    .select()
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(desc(corrections.publishedAt), desc(corrections.id));

export const correctionStamp = ({ kind, text }: Correction): string => stampOf([kind, text]);

type Stale = { fault: 'stale'; correction: Correction };

/** A note, and its stamp when the editor saw it. */
type OnNote = { id: string; articleId: string; stamp: string };

async function openNote(tx: Transaction, { id, articleId, stamp }: OnNote) {
  const found = await findCorrection(tx, id);
  if (found?.article.id !== articleId) return { fault: 'gone' as const };
  return correctionStamp(found.correction) === stamp
    ? found
    : { fault: 'stale' as const, correction: found.correction };
}

const said = ({ kind, text }: Correction) => ({ kind, text });

async function rewrite(
  tx: Transaction,
  before: Correction,
  article: Article,
  to: { kind: CorrectionKind; text: string },
  person: Person,
  now: Date,
): Promise<Correction> {
  const [correction] = await tx.update(corrections).set(to).where(eq(corrections.id, before.id)).returning();
  await touch(tx, article, now);
  const detail = { number: article.number, correction: before.id };
  await writeAudit(
    {
      userId: person.id,
      action: 'article.correctionAmended',
      subject: article.id,
      detail,
      before: said(before),
      after: said(correction!),
    },
    now,
    tx,
  );
  return correction!;
}

async function takeAway(
  tx: Transaction,
  correction: Correction,
  article: Article,
  person: Person,
  now: Date,
): Promise<void> {
  await tx.delete(corrections).where(eq(corrections.id, correction.id));
  await touch(tx, article, now);
  const before = { ...said(correction), publishedAt: correction.publishedAt.toISOString() };
  await writeAudit(
    {
      userId: person.id,
      action: 'article.correctionRemoved',
      subject: article.id,
      detail: { number: article.number, correction: correction.id },
      before,
      after: null,
    },
    now,
    tx,
  );
}

/** Changes the text or kind of a note; its date stays. A retraction stays a retraction. */
export async function amendCorrection(
  { kind, text, ...on }: OnNote & { kind?: OrdinaryCorrection; text: string },
  person: Person,
  now: Date,
): Promise<{ correction: Correction } | { fault: 'gone' | 'text' } | Stale> {
  mustBeAble(person, 'correct');
  const words = cleanProse(text);
  if (words === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const found = await openNote(tx, on);
    if ('fault' in found) return found;
    const { correction: before, article } = found;
    return {
      correction: await rewrite(
        tx,
        before,
        article,
        { text: words, kind: before.kind === 'retraction' ? before.kind : (kind ?? before.kind) },
        person,
        now,
      ),
    };
  });
}

/** Deletes a note; the audit log keeps its text. The notice of a retracted article cannot be deleted. */
export async function removeCorrection(
  on: OnNote,
  person: Person,
  now: Date,
): Promise<{ correction: Correction } | { fault: 'gone' | 'state' } | Stale> {
  mustBeAble(person, 'correct');
  return db().transaction(async (tx) => {
    const found = await openNote(tx, on);
    if ('fault' in found) return found;
    const { correction, article } = found;
    if (correction.kind === 'retraction' && article.status === 'retracted')
      return { fault: 'state' as const };
    await takeAway(tx, correction, article, person, now);
    return { correction };
  });
}

/** What happens to the notice of a retraction when the article is published again. */
export type NoticeFate = { fate: 'keep' | 'remove' } | { fate: 'replace'; text: string };

/**
 * Publishes a retracted article again and applies the editor's decision about the notice, or does neither.
 */
export async function publishAgain(
  { articleId, version, notice }: { articleId: string; version: number; notice: NoticeFate },
  person: Person,
  now: Date,
) {
  mustBeAble(person, 'publish');
  mustBeAble(person, 'correct');
  if (notice.fate === 'replace' && cleanProse(notice.text) === '') return { fault: 'text' as const };
  return db().transaction(async (tx) => {
    const [before] = await tx
      .select({ status: articles.status })
      .from(articles)
      .where(eq(articles.id, articleId));
    if (!before) return { fault: 'gone' as const };
    if (before.status !== 'retracted') return { fault: 'state' as const };
    const placed = await placeDraft(tx, { articleId, version }, person, now);
    if ('fault' in placed) return placed;
    const notices = await tx
      .select()
      .from(corrections)
      .where(and(eq(corrections.articleId, articleId), eq(corrections.kind, 'retraction')))
      .orderBy(desc(corrections.publishedAt));
    for (const [n, each] of notices.entries()) {
      const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
      if (notice.fate === 'remove' || (notice.fate === 'replace' && n > 0))
        await takeAway(tx, each, article!, person, now);
      else if (notice.fate === 'replace')
        await rewrite(
          tx,
          each,
          article!,
          { kind: 'clarification', text: cleanProse(notice.text) },
          person,
          now,
        );
    }
    return placed;
  });
}
