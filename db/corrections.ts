import { and, eq } from 'drizzle-orm';
import { cleanProse } from '#lib/arabic/clean-field.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import type { ActFault } from './article-acts.ts';
import { readContent } from './article-content.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from './client.ts';
import { newId } from './ids.ts';
import { isOut, placeDraft } from './publish-draft.ts';
import { recordRevision } from './record-revision.ts';
import type { CorrectionKind } from './schema.ts';
import { articles, corrections, type Article, type Correction } from './tables.ts';

export type OrdinaryCorrection = Exclude<CorrectionKind, 'retraction'>;

/** An article's page and its feeds say when it was last changed; a dated note on it is such a change. */
const touch = (tx: Transaction, article: Article, now: Date) =>
  tx.update(articles).set({ revisedAt: now, version: article.version + 1, updatedAt: now }).where(eq(articles.id, article.id));

type Note = { kind: OrdinaryCorrection; text: string };
type Correcting = { articleId: string } & Note;

async function note(tx: Transaction, article: Article, { kind, text }: Note, person: Person, now: Date, actId = newId()): Promise<Correction> {
  const words = cleanProse(text);
  const [correction] = await tx.insert(corrections).values({ id: newId(), articleId: article.id, kind, text: words, publishedAt: now }).returning();
  await touch(tx, article, now);
  await recordRevision(tx, { articleId: article.id, act: 'correct', content: await readContent(tx, article), note: words, userId: person.id }, now);
  const detail = { number: article.number, correction: correction!.id };
  await writeAudit({ userId: person.id, action: 'article.corrected', subject: article.id, actId, detail, before: null, after: { kind, text: words } }, now, tx);
  return correction!;
}

/** A dated note on what was wrong in a published article. A retraction is `retractArticle`'s. */
export async function correctArticle({ articleId, kind, text }: Correcting, person: Person, now: Date): Promise<{ correction: Correction } | ActFault | { fault: 'text' }> {
  mustBeAble(person, 'correct');
  if (cleanProse(text) === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
    if (!article) return { fault: 'gone' as const };
    if (!isOut(article, now)) return { fault: 'state' as const };
    return { correction: await note(tx, article, { kind, text }, person, now) };
  });
}

/** The working copy of a live article takes its place together with the note that says what was wrong: both, or neither. */
export async function publishCorrected({ version, ...correcting }: Correcting & { version: number }, person: Person, now: Date) {
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
    return 'fault' in placed ? placed : { ...placed, correction: await note(tx, placed.article, correcting, person, now, actId) };
  });
}

async function findCorrection(tx: Transaction, id: string) {
  const [row] = await tx.select({ correction: corrections, article: articles }).from(corrections).innerJoin(articles, eq(corrections.articleId, articles.id)).where(eq(corrections.id, id));
  return row;
}

/** Mends the words of a note; its day stays. A retraction stays one. */
export async function amendCorrection({ id, kind, text }: { id: string; kind?: OrdinaryCorrection; text: string }, person: Person, now: Date): Promise<{ correction: Correction } | { fault: 'gone' | 'text' }> {
  mustBeAble(person, 'correct');
  if (cleanProse(text) === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const found = await findCorrection(tx, id);
    if (!found) return { fault: 'gone' as const };
    const { correction: before, article } = found;
    const [correction] = await tx
      .update(corrections)
      .set({ text: cleanProse(text), kind: before.kind === 'retraction' ? before.kind : (kind ?? before.kind) })
      .where(and(eq(corrections.id, id), eq(corrections.text, before.text)))
      .returning();
    if (!correction) return { fault: 'gone' as const };
    const said = ({ kind: of, text: words }: Correction) => ({ kind: of, text: words });
    await writeAudit({ userId: person.id, action: 'article.correctionAmended', subject: article.id, detail: { number: article.number, correction: id }, before: said(before), after: said(correction) }, now, tx);
    return { correction };
  });
}

/** Takes a note away that should not be there; the log keeps its words. A retracted article keeps its notice. */
export async function removeCorrection(id: string, person: Person, now: Date): Promise<{ correction: Correction } | { fault: 'gone' | 'state' }> {
  mustBeAble(person, 'correct');
  return db().transaction(async (tx) => {
    const found = await findCorrection(tx, id);
    if (!found) return { fault: 'gone' as const };
    const { correction, article } = found;
    if (correction.kind === 'retraction' && article.status === 'retracted') return { fault: 'state' as const };
    await tx.delete(corrections).where(eq(corrections.id, id));
    const before = { kind: correction.kind, text: correction.text, publishedAt: correction.publishedAt.toISOString() };
    await writeAudit({ userId: person.id, action: 'article.correctionRemoved', subject: article.id, detail: { number: article.number, correction: id }, before, after: null }, now, tx);
    return { correction };
  });
}
