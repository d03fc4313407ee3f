import { eq } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { QUEUES } from '#lib/comments/queues.ts';
import { getPublishedContent } from '#db/articles/content.ts';
import { db } from '#db/engine/client.ts';
import { articles } from '#db/tables/tables.ts';
import { DESK_STATES } from '#db/articles/desk-filter.ts';
import { listPicked, listReturned, openDesk } from '#db/articles/desk-list.ts';
import { getDeskArticle, listBylines, listPickedMedia, suggestTagNames } from '#db/articles/desk-lookups.ts';
import { getDraft } from '#db/articles/drafts.ts';
import { countComments } from '#db/articles/erase.ts';
import { getRevision, listRevisions } from '#db/articles/revisions.ts';
import { getScheduledRevision, isInWaiting } from '#db/articles/scheduled.ts';
import { listBreakingLater } from '#db/front/breaking.ts';
import { listChoices, readSlots } from '#db/front/slots.ts';
import { countGivenUp } from '#db/jobs/jobs.ts';
import { getCoverage, getEntry, listEntryTexts, listForDesk } from '#db/live/entries.ts';
import { getMedia, getMediaWithMaker } from '#db/media/media.ts';
import { countMedia, searchMedia } from '#db/media/search-media.ts';
import { countUsages, listUsages } from '#db/media/usages.ts';
import { countBans, getBan, listBans } from '#db/moderation/bans.ts';
import { countBatch } from '#db/moderation/batch.ts';
import { getClassifierState } from '#db/moderation/classifier.ts';
import {
  countApprovedSince,
  countDecisions,
  DEEDS,
  listDeciders,
  listDecisions,
} from '#db/moderation/history.ts';
import { getDecision, getStanding } from '#db/moderation/moderate.ts';
import {
  countArrivals,
  countOpen,
  countQueue,
  countQueues,
  getHeadline,
  getOldestOpen,
  listQueue,
  ORDERS,
} from '#db/moderation/queue.ts';
import { getQueueContext } from '#db/moderation/queue-context.ts';
import { listFactualReports } from '#db/moderation/reports.ts';
import { listIncidents } from '#db/moderation/settings.ts';
import { getModerationStats } from '#db/moderation/stats.ts';
import { listWordRulesWithMakers } from '#db/moderation/word-rules.ts';
import { tryWordRule } from '#db/moderation/word-rules-trial.ts';
import { getAuthorById, listAuthors, listAuthorsForDesk } from '#db/paper/authors.ts';
import { getFirstSteps } from '#db/paper/first-run.ts';
import { getPageDesk, listPageDrafts } from '#db/paper/page-drafts.ts';
import { getPageRevision, listPageRevisions } from '#db/paper/page-revisions.ts';
import { listMissing, listRedirects } from '#db/paper/redirects-desk.ts';
import { getSectionById, listSectionsForDesk } from '#db/paper/sections.ts';
import { countTagged, getTagById, listTagsForDesk } from '#db/paper/tags.ts';
import { findLink } from '#db/people/account-links.ts';
import { listAudit, nameSubjects } from '#db/people/audit-desk.ts';
import { listPasskeys } from '#db/people/passkeys.ts';
import { getColleague, listNames, listPeople } from '#db/people/people.ts';
import { listSessions } from '#db/people/sessions.ts';
import { getInvitation, listInvitations } from '#db/people/staff.ts';
import { getTwoStep, getTwoStepDue } from '#db/people/two-step.ts';
import { findCommentByAddress } from '#db/privacy/addresses/find.ts';
import { getClockHold } from '#db/privacy/clock.ts';
import { findWriter, getCommentToReveal } from '#db/privacy/requests.ts';
import { findArticlesToLink } from '#db/search/link-finder.ts';
import { after, DAY, NOON } from './articles.ts';
import type { Site } from './command-site.ts';

const PAGE = { page: 1, perPage: 20 };

/** The filters of the list of articles, each alone, and all together. */
function deskFilters({ sectionId, tagId, authorId }: Site) {
  const alone = [
    {},
    { locale: 'ar' },
    { kind: 'live' },
    { sectionId },
    { tagId },
    { authorId },
    { isMine: true },
    { from: after(-DAY), to: after(DAY) },
    { text: 'نص الخبر' },
    { text: '1' },
  ] as const;
  return [...alone, Object.assign({}, ...alone.slice(0, -1)) as (typeof alone)[0]];
}

/** The reads of the article desk and of its editor. */
const articleReads = (site: Site, person: Person, author: Person) => ({
  countComments: () => countComments(site.published),
  countUsages: () => countUsages([site.picture]),
  findArticlesToLink: () =>
    Promise.all(['', 'نص الخبر', '1'].map((text) => findArticlesToLink(text, { locale: 'ar', now: NOON }))),
  getCoverage: () => getCoverage(1),
  getDeskArticle: async () => [await getDeskArticle(1), await getDeskArticle(site.published)],
  getDraft: () => getDraft(site.draft),
  getEntry: () => getEntry(site.coverage, site.entry),
  getMedia: () => getMedia(site.picture),
  getMediaWithMaker: () => getMediaWithMaker(site.picture),
  getPublishedContent: async () =>
    getPublishedContent((await db().select().from(articles).where(eq(articles.id, site.published)))[0]!),
  getRevision: () => getRevision(site.revision),
  getScheduledRevision: () => getScheduledRevision(site.published),
  isInWaiting: () => isInWaiting(site.published, site.content),
  listBreakingLater: () => listBreakingLater('ar', NOON),
  listBylines: () => listBylines(),
  listChoices: () => Promise.all(['', 'نص الخبر'].map((text) => listChoices('ar', text, 10))),
  listEntryTexts: () => listEntryTexts(site.coverage, site.entry),
  listForDesk: () => listForDesk(site.coverage, { limit: 30 }),
  listPicked: () => listPicked([site.published], author, NOON),
  listPickedMedia: () => listPickedMedia([site.picture]),
  listReturned: () => listReturned(author, 5),
  listRevisions: () => listRevisions(site.published),
  listUsages: () => listUsages(site.picture),
  openDesk: async () => {
    for (const filter of deskFilters(site))
      for (const state of DESK_STATES)
        for (const one of [person, author])
          await openDesk({ ...filter, state }, one, { now: NOON, limit: 30 });
  },
  readSlots: () => readSlots('ar', NOON),
  searchMedia: async () => {
    for (const search of [{ text: '' }, { text: 'ميناء' }, { text: '', type: 'image' as const }]) {
      await countMedia(search);
      await searchMedia(search, { page: 1, limit: 20 });
    }
  },
  suggestTagNames: () => suggestTagNames('نقل'),
});

/** The reads of the comments desk. */
const commentReads = (site: Site, person: Person) => ({
  countApprovedSince: () => countApprovedSince(after(-DAY)),
  countArrivals: () => countArrivals(after(-DAY)),
  countBans: () => countBans(NOON),
  countBatch: () => countBatch(person.id, NOON),
  countOpen: () => countOpen(),
  countQueue: () => countQueue({ queue: 'spam' }),
  countQueues: async () => [await countQueues(), await countQueues(1)],
  findCommentByAddress: () => findCommentByAddress('reader@example.org'),
  findWriter: () => findWriter(site.pass, NOON),
  getBan: () => getBan(site.ban),
  getClassifierState: () => getClassifierState(),
  getCommentToReveal: () => getCommentToReveal(site.approved),
  getDecision: () => getDecision(site.decision),
  getHeadline: () => getHeadline(1),
  getModerationStats: () => getModerationStats({ dayStart: after(-DAY), now: NOON, days: 30 }),
  getOldestOpen: () => getOldestOpen(),
  getQueueContext: async () => {
    const { rows } = await listQueue({ queue: 'pending' }, { order: 'oldest', limit: 30 });
    return getQueueContext(rows);
  },
  getStanding: () => getStanding(site.approved),
  listBans: () => listBans(NOON, { limit: 50 }),
  listDeciders: () => listDeciders(),
  listDecisions: async () => {
    const filters = [{}, { userId: person.id }, ...DEEDS.map((deed) => ({ deed })), { text: 'نص' }];
    for (const filter of [...filters, { userId: person.id, deed: 'undo' as const }]) {
      await listDecisions({ page: 2, limit: 30, ...filter });
      await countDecisions(filter);
    }
  },
  listFactualReports: () => listFactualReports(10),
  listIncidents: () => listIncidents(NOON),
  listQueue: async () => {
    const after = { score: 0, createdAt: NOON, id: site.approved };
    const narrow = [{}, { articleNumber: 1 }, { text: 'نص' }, { sameAs: site.approved }];
    for (const queue of QUEUES)
      for (const order of ORDERS)
        for (const filter of narrow) {
          await listQueue({ queue, ...filter }, { order, limit: 30 });
          await listQueue({ queue, ...filter }, { order, after, limit: 30 });
        }
  },
  listWordRulesWithMakers: () => listWordRulesWithMakers(),
  tryWordRule: () => tryWordRule({ id: site.rule }),
});

/** The reads of the other desks. */
const houseReads = (site: Site, person: Person) => ({
  countGivenUp: () => countGivenUp(NOON),
  countTagged: () => countTagged(site.tagId),
  findLink: () => findLink('none', 'password', NOON),
  getAuthorById: () => getAuthorById(site.authorId),
  getClockHold: () => getClockHold(NOON),
  getColleague: () => getColleague(person.id),
  getFirstSteps: () => getFirstSteps(),
  getInvitation: () => getInvitation('none', NOON),
  getPageDesk: () => getPageDesk(site.pageKey),
  getPageRevision: () => getPageRevision(site.pageKey, 1),
  getSectionById: () => getSectionById(site.sectionId),
  getTagById: () => getTagById(site.tagId),
  getTwoStep: () => getTwoStep(person.id),
  getTwoStepDue: () => getTwoStepDue(person.id),
  listAudit: async () => {
    const place = { createdAt: NOON, id: site.decision };
    const filters = [
      {},
      { userId: person.id },
      { userId: null },
      { kind: 'article' },
      { kind: 'staff.firstAdmin' },
      { subject: site.published },
      { from: after(-DAY), to: NOON },
      { userId: person.id, kind: 'article', from: after(-DAY) },
    ];
    for (const filter of filters)
      for (const from of [undefined, place]) await listAudit(filter, { after: from, limit: 30 });
  },
  listAuthors: () => listAuthors(),
  listAuthorsForDesk: () => listAuthorsForDesk(),
  listInvitations: () => listInvitations(),
  listMissing: () => listMissing(50),
  listNames: () => listNames(),
  listPageDrafts: () => listPageDrafts(),
  listPageRevisions: () => listPageRevisions(site.pageKey),
  listPasskeys: () => listPasskeys(person.id),
  listPeople: () => listPeople(),
  listRedirects: async () => [await listRedirects(PAGE), await listRedirects({ ...PAGE, q: '/a' })],
  listSectionsForDesk: () => listSectionsForDesk(),
  listSessions: () => listSessions(person.id, NOON),
  listTagsForDesk: async () => [
    await listTagsForDesk({ ...PAGE, order: 'used' }),
    await listTagsForDesk({ ...PAGE, order: 'name' }),
    await listTagsForDesk({ ...PAGE, q: 'نقل' }),
  ],
  nameSubjects: () => nameSubjects([site.published]),
});

/** All database reads of the newsroom's pages that readers' pages do not share, by function name. */
export const deskReads = (
  site: Site,
  { person, author }: { person: Person; author: Person },
): Record<string, () => Promise<unknown>> => ({
  ...articleReads(site, person, author),
  ...commentReads(site, person),
  ...houseReads(site, person),
});
