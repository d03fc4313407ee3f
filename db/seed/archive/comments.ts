import { intoContacts } from '#db/privacy/addresses/fill.ts';
import { sourceOf } from '#lib/comments/network.ts';
import { factsOf } from '#lib/comments/states.ts';
import type { Signal } from '#lib/comments/score.ts';
import { encryptText, sha256 } from '#lib/security/crypto.ts';
import { chainHash, GENESIS } from '#lib/security/hash-chain.ts';
import { getKeys } from '#lib/security/keys.ts';
import { idOf } from '#db/engine/ids.ts';
import type { JobKind } from '#db/jobs/jobs.ts';
import { contactKeys } from '#db/privacy/addresses/keys.ts';
import { REASON_CODES, REPORT_REASONS } from '#db/tables/content.ts';
import {
  commentAppreciations,
  commentNotices,
  commentReports,
  commentRevisions,
  comments,
  jobs,
  moderationDecisions,
} from '#db/tables/tables.ts';
import type { Plan } from './comment-plans.ts';
import type { Library, Making } from './library.ts';
import { createZipf } from './random.ts';

const DAY = 86_400_000;
const WRITERS = 20_000;
/** As in db/privacy/retention.ts and db/jobs/jobs.ts: what the periodic tasks have left. */
const KEPT_DAYS = { refusedText: 30, address: 60, network: 30, jobs: 90 };
/** A few different ones: what a rule finds in a comment. */
const SIGNALS: { score: number; signals: Signal[] }[] = [
  { score: 15, signals: [{ rule: 'link', points: 15, start: 0, end: 6, detail: 'news.example' }] },
  { score: 30, signals: [{ rule: 'classifier', points: 30, detail: 'سوق قديم' }] },
  { score: 40, signals: [{ rule: 'nearCopy', points: 40, detail: '2' }] },
  {
    score: 75,
    signals: [
      { rule: 'linkShortener', points: 30 },
      { rule: 'classifier', points: 45 },
    ],
  },
];

type Decision = Pick<
  typeof moderationDecisions.$inferSelect,
  'commentId' | 'userId' | 'rule' | 'fromStatus' | 'toStatus' | 'reasonCode'
>;

const writerOf = (n: number) => `writer-${String(n).padStart(9, '0')}`;

/** Writes comments and what followed them. Called in the order of time, because decisions are a chain. */
export class CommentWriter {
  /** How many comments were written. */
  written = 0;
  private readonly making: Making;
  private readonly moderators: string[];
  private readonly drawWriter: () => number;
  private readonly keys = getKeys();
  private readonly add;
  private sequence = 0;
  private hash = GENESIS;

  constructor(making: Making, { moderators }: Library) {
    this.making = making;
    this.moderators = moderators;
    this.drawWriter = createZipf(WRITERS, making.random);
    const { bulk } = making;
    this.add = {
      comment: bulk.into(comments),
      contact: intoContacts(bulk),
      decision: bulk.into(moderationDecisions),
      job: bulk.into(jobs),
      appreciation: bulk.into(commentAppreciations),
      report: bulk.into(commentReports),
      revision: bulk.into(commentRevisions),
      notice: bulk.into(commentNotices),
    };
  }

  /** The comment as it is today, and the decision of the rules at its arrival. */
  submit(plan: Plan) {
    const { id: commentId, at, status, reviewedAt } = plan;
    const { random } = this.making;
    const writer = this.drawWriter() + (random.chance(0.5) ? random.below(WRITERS * 50) : 0);
    this.addComment(plan, writer);
    this.addAddress(plan, writer);
    const toStatus = reviewedAt ? 'pending' : status;
    const rule = toStatus === 'approved' ? 'trusted' : 'hold-all';
    this.decide({ commentId, userId: null, rule, fromStatus: null, toStatus, reasonCode: null }, at);
    this.addJob('webhook', { event: `comment.${toStatus}`, commentId }, at);
  }

  /** The decision of a person, or of the writer who withdrew the comment. */
  review({ id: commentId, status: toStatus }: Plan, at: Date) {
    const { random } = this.making;
    const { hasReason, notice, webhook, isPublic, told } = factsOf(toStatus);
    const by =
      told === 'withdrawn'
        ? { userId: null, rule: 'writer' }
        : { userId: random.pick(this.moderators), rule: null };
    const reasonCode = hasReason ? random.pick(REASON_CODES) : null;
    this.decide({ commentId, ...by, fromStatus: 'pending', toStatus, reasonCode }, at);
    if (notice) this.addJob('notice', { commentId, event: notice }, at);
    if (webhook && isPublic) this.addJob('webhook', { event: webhook, commentId }, at);
  }

  private isWithin(at: Date, days: number): boolean {
    return this.making.now.getTime() - at.getTime() < days * DAY;
  }

  private decide(decision: Decision, at: Date) {
    this.sequence++;
    const row = {
      id: idOf(`decision ${this.sequence}`, at),
      ...decision,
      reason: null,
      act: 'move',
      undoesId: null,
      createdAt: at,
      sequence: this.sequence,
    };
    this.hash = chainHash(this.hash, row);
    this.add.decision({ ...row, hash: this.hash });
  }

  private addJob(kind: JobKind, payload: Record<string, string>, at: Date) {
    if (!this.isWithin(at, KEPT_DAYS.jobs)) return;
    const id = idOf(`${kind} ${JSON.stringify(payload)}`, at);
    const doneAt = new Date(at.getTime() + 900);
    this.add.job({ id, kind, payload, runAt: doneAt, attempts: 1, lastError: null, doneAt, createdAt: at });
  }

  private addComment(plan: Plan, writer: number) {
    const { id, article, at, status, parent, reviewedAt, threadId, depth } = plan;
    const { random, texts } = this.making;
    const facts = factsOf(status);
    const from = reviewedAt ?? at;
    const name = texts.name();
    const { body, folded, signature } = texts.comment();
    const n = this.written++;
    const isScored = status === 'spam' || random.chance(0.08);
    const editedAt = facts.isPublic && random.chance(0.01) ? new Date(at.getTime() + 30_000) : null;
    // The texts of old spam have been erased.
    const isErased = facts.words === 'expire' && !this.isWithin(at, KEPT_DAYS.refusedText);
    const words = { body: `${body} ${n}`, bodyKey: sha256(`${folded} ${n}`), signature };
    const scored = isScored ? random.pick(SIGNALS) : { score: 0, signals: [] };
    this.add.comment({
      id,
      articleId: article.id,
      parentId: parent?.id ?? null,
      threadId,
      name,
      ...words,
      ...scored,
      ...(isErased && { body: '', bodyKey: '', signature: '', signals: [] }),
      status,
      createdAt: at,
      writerId: writerOf(writer),
      depth,
      editedAt,
      reviewedAt,
      appreciations: facts.isPublic ? this.addAppreciations(id, from) : 0,
      openReports: facts.isPublic ? this.addReports(id, from) : 0,
      featuredAt: facts.isPublic && random.chance(0.002) ? from : null,
      featuredLine: '',
      staffId: facts.isPublic && random.chance(0.002) ? random.pick(this.moderators) : null,
      reasonCode: facts.hasReason ? random.pick(REASON_CODES) : null,
      reasonNote: '',
      appealedAt: facts.mayAppeal && random.chance(0.03) ? from : null,
      appealText: '',
    });
    if (editedAt)
      this.add.revision({
        id: idOf(`former ${id}`, editedAt),
        commentId: id,
        name,
        body,
        replacedAt: editedAt,
      });
  }

  private addAppreciations(commentId: string, from: Date): number {
    const { random, now } = this.making;
    if (!random.chance(0.2)) return 0;
    const count = Math.min(60, 1 + Math.floor(random.exponential(2)));
    const first = random.below(WRITERS);
    const span = Math.min(3 * DAY, now.getTime() - from.getTime());
    for (let n = 0; n < count; n++) {
      const createdAt = new Date(from.getTime() + Math.floor((span * n) / (count + 1)));
      const source = sourceOf(this.keys.networkIndex, `10.${n}.${first % 250}.1`, createdAt);
      this.add.appreciation({ commentId, writerId: writerOf(first + n), source, createdAt });
    }
    return count;
  }

  private addReports(commentId: string, from: Date): number {
    const { random, now } = this.making;
    const isOpen = this.isWithin(from, 10) && random.chance(0.02);
    if (!isOpen && !random.chance(0.004)) return 0;
    const count = random.between(1, 2);
    for (let n = 0; n < count; n++) {
      const createdAt = new Date(Math.min(from.getTime() + n * 900_000, now.getTime() - 1000));
      this.add.report({
        id: idOf(`report ${n} ${commentId}`, createdAt),
        commentId,
        source: sourceOf(this.keys.networkIndex, `10.${n}.9.1`, createdAt),
        reason: random.pick(REPORT_REASONS),
        note: '',
        createdAt,
        resolvedAt: isOpen ? null : createdAt,
      });
    }
    return isOpen ? count : 0;
  }

  /** The sealed address, as long as it is kept, and a request for notices by some of those who are public. */
  private addAddress({ id: commentId, article, at, status }: Plan, writer: number) {
    if (!this.isWithin(article.at, KEPT_DAYS.address)) return;
    const address = `10.${writer % 250}.${(writer >> 3) % 250}.7`;
    const email = `reader-${writer}@example.org`;
    const { emailIndex, networkIndex } = contactKeys({ email, address }, at);
    const sealed = { commentId, emailCipher: encryptText(this.keys.emailCipher, email), emailIndex };
    const isNetworkKept = this.isWithin(at, KEPT_DAYS.network);
    this.add.contact({
      ...sealed,
      networkIndex: isNetworkKept ? networkIndex : null,
      networkExpiresAt: isNetworkKept ? new Date(at.getTime() + KEPT_DAYS.network * DAY) : null,
      createdAt: at,
    });
    if (!factsOf(status).isPublic || !this.making.random.chance(0.05)) return;
    const tokenHash = sha256(`notice ${commentId}`);
    this.add.notice({ ...sealed, tokenHash, confirmedAt: at, endedAt: null, createdAt: at });
  }
}
