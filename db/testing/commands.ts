import { docFromLines } from '#lib/body/from-lines.ts';
import type { Capability, Person } from '#lib/people/can.ts';
import {
  cancelSchedule,
  retractArticle,
  trashArticle,
  unpublishArticle,
  untrashArticle,
} from '#db/articles/acts.ts';
import { moveArticle, tagArticle } from '#db/articles/bulk.ts';
import {
  amendCorrection,
  correctArticle,
  publishAgain,
  publishCorrected,
  removeCorrection,
} from '#db/articles/corrections.ts';
import { beginArticle, returnToAuthor, saveDraft, sendToDesk } from '#db/articles/drafts.ts';
import { eraseArticle } from '#db/articles/erase.ts';
import { endPreviewLinks, getPreviewLink } from '#db/articles/preview.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { restoreRevision, saveRevision } from '#db/articles/revisions.ts';
import { endBreaking, setBreaking } from '#db/front/breaking.ts';
import { pinStory, unpinStory } from '#db/front/slots.ts';
import {
  addLiveEntry,
  changeLiveEntry,
  endCoverage,
  pinLiveEntry,
  removeLiveEntry,
  reopenCoverage,
  unpinLiveEntry,
} from '#db/live/desk.ts';
import { addMedia, deleteMedia, replaceMedia, setFocalPoint, updateMedia } from '#db/media/media.ts';
import { banCommenter, liftBan, undoBan } from '#db/moderation/bans.ts';
import { decideMany, undoAtOnce, undoBatch } from '#db/moderation/batch.ts';
import { resetClassifier } from '#db/moderation/classifier.ts';
import {
  approveComment,
  markSpam,
  rejectComment,
  restoreComment,
  trashComment,
} from '#db/moderation/moderate.ts';
import { featureComment, unfeatureComment } from '#db/moderation/picks.ts';
import { resolveReport } from '#db/moderation/reports.ts';
import {
  changeCommentSettings,
  commentSettingsSchema,
  endHoldAll,
  endSlowMode,
  holdAll,
  slowDown,
} from '#db/moderation/settings.ts';
import { replyAsStaff } from '#db/moderation/staff-reply.ts';
import { undoDecision } from '#db/moderation/undo.ts';
import { addWordRule, changeWordRule, removeWordRule } from '#db/moderation/word-rules.ts';
import { noteOnWriter } from '#db/moderation/writers.ts';
import { addAuthor, authorSchema, changeAuthor, removeAuthor } from '#db/paper/authors.ts';
import { skipStep, takeStarters } from '#db/paper/first-run.ts';
import { publishPage, restorePageRevision, savePageDraft, startPage } from '#db/paper/page-drafts.ts';
import { endPagePreviewLinks, getPagePreviewLink } from '#db/paper/page-preview.ts';
import { removePage } from '#db/paper/pages.ts';
import { addRedirect, forgetMissing, removeRedirect } from '#db/paper/redirects.ts';
import { addSection, changeSection, moveSection, removeSection, sectionSchema } from '#db/paper/sections.ts';
import { changeSiteSettings } from '#db/paper/site-settings.ts';
import { mergeTags, removeTag, renameTag } from '#db/paper/tags.ts';
import { noteAuditExport } from '#db/people/audit-desk.ts';
import { changeMember } from '#db/people/own-account.ts';
import { changeRole, disablePerson, enablePerson, endSessions, resetTwoStep } from '#db/people/people.ts';
import { makeResetLink } from '#db/people/reset-password.ts';
import { inviteStaff, renewInvitation, revokeInvitation } from '#db/people/staff.ts';
import { confirmClock } from '#db/privacy/clock.ts';
import { exportComments } from '#db/privacy/export.ts';
import { eraseWriter, exportWriter, revealAddress } from '#db/privacy/requests.ts';
import { after, DAY, NOON } from './articles.ts';
import type { Site } from './command-site.ts';

type Command = (person: Person, site: Site) => unknown;
type Group = {
  needs: Capability;
  /** The commands act on something of a colleague, so the right to write one's own is not enough. */
  isColleagues?: true;
  commands: Record<string, Command>;
};

const text = 'نص';
const body = docFromLines([text]);
const entry = { at: NOON, headline: text, body, isKey: false, isPinned: false };
const fields = { alt: text, caption: '', credit: text, license: '', sourceUrl: '', fileName: 'a.png' };
const word = { word: 'كلمة', mode: 'exact', level: 'suspect' } as const;
const identity = { name: 'نور الهادي', email: 'nour@midad.example' };
const page = { title: text, body };
const section = sectionSchema.parse({
  nameAr: 'علوم',
  nameEn: 'Science',
  slug: '',
  descriptionAr: '',
  descriptionEn: '',
});
const author = authorSchema.parse({
  nameAr: 'نور الهادي',
  nameEn: '',
  slug: '',
  titleAr: '',
  titleEn: '',
  bioAr: '',
  bioEn: '',
  links: '',
  mediaId: '',
  userId: '',
});
const commentSettings = commentSettingsSchema.parse({
  commentEmail: 'optional',
  commentsCloseAfterDays: '45',
  holdScore: '30',
  spamScore: '70',
  trustAfter: '0',
  classifierOn: 'on',
  webhookUrl: '',
});

const write: Record<string, Command> = {
  beginArticle: (p, { sectionId }) =>
    beginArticle({ locale: 'ar', kind: 'article', headline: text, sectionId }, p, NOON),
  addMedia: (p, { upload }) => addMedia(upload, p, NOON),
};

const writeOfColleague: Record<string, Command> = {
  trashArticle: (p, { draft }) => trashArticle({ articleId: draft }, p, NOON),
  untrashArticle: (p, { trashed }) => untrashArticle({ articleId: trashed }, p, NOON),
  saveDraft: (p, { draft, content }) => saveDraft({ articleId: draft, content, version: 2 }, p, NOON),
  sendToDesk: (p, { draft }) => sendToDesk(draft, p, NOON),
  getPreviewLink: (p, { draft }) => getPreviewLink(draft, p, NOON),
  endPreviewLinks: (p, { draft }) => endPreviewLinks(draft, p, NOON),
  saveRevision: (p, { draft }) => saveRevision(draft, 'save', '', p, NOON),
  restoreRevision: (p, { published, revision }) =>
    restoreRevision({ articleId: published, revisionId: revision, version: 2 }, p, NOON),
};

const publish: Record<string, Command> = {
  trashArticle: (p, { wasPublished }) => trashArticle({ articleId: wasPublished }, p, NOON),
  publishDraft: (p, { draft }) => publishDraft({ articleId: draft, version: 2 }, p, NOON),
  unpublishArticle: (p, { published }) => unpublishArticle({ articleId: published }, p, NOON),
  cancelSchedule: (p, { published }) => cancelSchedule({ articleId: published }, p, NOON),
  publishCorrected: (p, { published }) =>
    publishCorrected({ articleId: published, version: 2, kind: 'correction', text }, p, NOON),
  publishAgain: (p, { published }) =>
    publishAgain({ articleId: published, version: 2, notice: { fate: 'keep' } }, p, NOON),
  addLiveEntry: (p, { coverage }) => addLiveEntry({ articleId: coverage, ...entry }, p, NOON),
  changeLiveEntry: (p, { coverage, entry: entryId }) =>
    changeLiveEntry({ articleId: coverage, entryId, seenAt: NOON, ...entry }, p, NOON),
  pinLiveEntry: (p, { coverage, entry: entryId }) => pinLiveEntry({ articleId: coverage, entryId }, p, NOON),
  unpinLiveEntry: (p, { coverage, entry: entryId }) =>
    unpinLiveEntry({ articleId: coverage, entryId }, p, NOON),
  removeLiveEntry: (p, { coverage, entry: entryId }) =>
    removeLiveEntry({ articleId: coverage, entryId }, p, NOON),
  endCoverage: (p, { coverage }) => endCoverage(coverage, p, NOON),
  reopenCoverage: (p, { coverage }) => reopenCoverage(coverage, p, NOON),
};

const correct: Record<string, Command> = {
  retractArticle: (p, { published }) => retractArticle({ articleId: published, text }, p, NOON),
  correctArticle: (p, { published }) =>
    correctArticle({ articleId: published, kind: 'correction', text }, p, NOON),
  amendCorrection: (p, { published }) =>
    amendCorrection({ id: 'none', articleId: published, stamp: '', text }, p, NOON),
  removeCorrection: (p, { published }) =>
    removeCorrection({ id: 'none', articleId: published, stamp: '' }, p, NOON),
};

const editAny: Record<string, Command> = {
  moveArticle: (p, { published, sectionId }) => moveArticle({ articleId: published, sectionId }, p, NOON),
  tagArticle: (p, { published }) => tagArticle({ articleId: published, tag: 'وسم' }, p, NOON),
  returnToAuthor: (p, { draft }) => returnToAuthor({ articleId: draft, reason: text }, p, NOON),
};

const eraseArticles: Record<string, Command> = {
  eraseArticle: (p, { trashed }) =>
    eraseArticle({ articleId: trashed, articleVersion: 1, typed: '' }, p, NOON),
};

const manageMedia: Record<string, Command> = {
  updateMedia: (p, { picture }) => updateMedia(picture, fields, p, NOON),
  setFocalPoint: (p, { picture }) => setFocalPoint(picture, { x: 50, y: 50 }, p, NOON),
  replaceMedia: (p, { picture, upload }) => replaceMedia(picture, upload, p, NOON),
  deleteMedia: (p, { picture }) => deleteMedia(picture, p, NOON),
};

const curate: Record<string, Command> = {
  setBreaking: (p, { published }) => setBreaking({ articleId: published, until: after(DAY) }, p, NOON),
  endBreaking: (p, { published }) => endBreaking(published, p, NOON),
  pinStory: (p, { published, slotsStamp: stamp }) =>
    pinStory(
      { locale: 'ar', articleId: published, place: 'lead', from: '', expiresAt: null, stamp },
      p,
      NOON,
    ),
  unpinStory: (p, { slotsStamp: stamp }) => unpinStory({ locale: 'ar', slotId: 'none', stamp }, p, NOON),
  addAuthor: (p) => addAuthor(author, p, NOON),
  changeAuthor: (p, { authorId: id }) => changeAuthor({ id, stamp: '' }, author, p, NOON),
  removeAuthor: (p, { authorId }) => removeAuthor(authorId, p, NOON),
  startPage: (p) => startPage({ slug: 'faq', locale: 'ar' }, text, p, NOON),
  savePageDraft: (p, { pageKey }) => savePageDraft(pageKey, page, { version: 0 }, p, NOON),
  publishPage: (p, { pageKey }) => publishPage(pageKey, page, 0, p, NOON),
  restorePageRevision: (p, { pageKey }) => restorePageRevision(pageKey, 1, p, NOON),
  getPagePreviewLink: (p, { pageDesk }) => getPagePreviewLink(pageDesk, p, NOON),
  endPagePreviewLinks: (p, { pageKey }) => endPagePreviewLinks(pageKey, p, NOON),
  removePage: (p, { pageKey: { slug, locale } }) => removePage(slug, locale, p, NOON),
  renameTag: (p, { tagId }) => renameTag(tagId, { name: 'سفر' }, p, NOON),
  mergeTags: (p, { tagId }) => mergeTags(tagId, 'none', p, NOON),
  removeTag: (p, { tagId }) => removeTag(tagId, p, NOON),
};

const moderate: Record<string, Command> = {
  approveComment: (p, { seen }) => approveComment(seen, p, NOON),
  rejectComment: (p, { seen }) => rejectComment(seen, p, NOON),
  markSpam: (p, { seen }) => markSpam(seen, p, NOON),
  trashComment: (p, { seen }) => trashComment(seen, p, NOON),
  restoreComment: (p, { seen }) => restoreComment(seen, p, NOON),
  decideMany: (p, { seen }) => decideMany([seen], 'approved', p, NOON),
  undoDecision: (p, { decision }) => undoDecision(decision, p, NOON),
  undoBatch: (p, { decision }) => undoBatch(decision, p, NOON),
  undoAtOnce: (p, { decision }) => undoAtOnce(decision, p, NOON),
  banCommenter: (p, { seen: { commentId } }) =>
    banCommenter({ commentId, kind: 'writer', days: 1, reason: '', withAll: true }, p, NOON),
  liftBan: (p, { ban }) => liftBan(ban, p, NOON),
  undoBan: (p, { ban }) => undoBan(ban, p, NOON),
  featureComment: (p, { approved }) => featureComment(approved, '', p, NOON),
  unfeatureComment: (p, { approved }) => unfeatureComment(approved, p, NOON),
  replyAsStaff: (p, { approved }) => replyAsStaff(approved, text, p, NOON),
  noteOnWriter: (p, { approved }) => noteOnWriter(approved, text, p, NOON),
  resolveReport: (p) => resolveReport('none', p, NOON),
};

const moderationRules: Record<string, Command> = {
  changeCommentSettings: (p) => changeCommentSettings(commentSettings, p, NOON),
  holdAll: (p) => holdAll(p, NOON),
  endHoldAll: (p) => endHoldAll(p, NOON),
  slowDown: (p) => slowDown({ minutes: 5 }, p, NOON),
  endSlowMode: (p) => endSlowMode(p, NOON),
  resetClassifier: (p) => resetClassifier(p, NOON),
  addWordRule: (p) => addWordRule(word, p, NOON),
  changeWordRule: (p, { rule }) => changeWordRule(rule, word, p, NOON),
  removeWordRule: (p, { rule }) => removeWordRule(rule, p, NOON),
};

const revealAddresses: Record<string, Command> = {
  revealAddress: (p, { approved }) => revealAddress(approved, text, p, NOON),
  exportWriter: (p, { pass }) => exportWriter(pass, 'json', p, NOON),
  eraseWriter: (p, { pass }) => eraseWriter(pass, 'keep', p, NOON),
  exportComments: (p) => exportComments({}, p, NOON),
};

const manageUsers: Record<string, Command> = {
  changeRole: (p, { member }) => changeRole(member, 'editor', p, NOON),
  disablePerson: (p, { member }) => disablePerson(member, p, NOON),
  enablePerson: (p, { member }) => enablePerson(member, p, NOON),
  resetTwoStep: (p, { member }) => resetTwoStep(member, p, NOON),
  endSessions: (p, { member }) => endSessions(member, p, NOON),
  changeMember: (p, { member }) => changeMember(member, identity, p, NOON),
  makeResetLink: (p, { member }) => makeResetLink(member, p, NOON),
  inviteStaff: (p) => inviteStaff({ ...identity, role: 'author' }, p, NOON),
  renewInvitation: (p) => renewInvitation('none', p, NOON),
  revokeInvitation: (p) => revokeInvitation('none', p, NOON),
};

const settings: Record<string, Command> = {
  changeSiteSettings: (p, { siteForm }) => changeSiteSettings(siteForm, p, NOON),
  addSection: (p) => addSection(section, p, NOON),
  changeSection: (p, { sectionId: id }) => changeSection({ id, stamp: '' }, section, p, NOON),
  moveSection: (p, { sectionId }) => moveSection(sectionId, 1, p, NOON),
  removeSection: (p, { sectionId }) => removeSection(sectionId, p, NOON),
  addRedirect: (p) => addRedirect({ fromPath: '/a', toPath: '/b' }, p, NOON),
  removeRedirect: (p) => removeRedirect('none', p, NOON),
  forgetMissing: (p) => forgetMissing('/missing', p),
  skipStep: (p) => skipStep('sections', p),
  takeStarters: (p) => takeStarters(p, NOON),
  noteAuditExport: (p) => noteAuditExport(p, {}, NOON),
  confirmClock: (p) => confirmClock(p, NOON),
};

/** Every command of the newsroom with the permission that it needs. */
export const COMMANDS: Group[] = [
  { needs: 'write', commands: write },
  { needs: 'write', isColleagues: true, commands: writeOfColleague },
  { needs: 'publish', commands: publish },
  { needs: 'correct', commands: correct },
  { needs: 'editAny', commands: editAny },
  { needs: 'eraseArticles', commands: eraseArticles },
  { needs: 'manageMedia', commands: manageMedia },
  { needs: 'curate', commands: curate },
  { needs: 'moderate', commands: moderate },
  { needs: 'moderationRules', commands: moderationRules },
  { needs: 'revealAddress', commands: revealAddresses },
  { needs: 'manageUsers', commands: manageUsers },
  { needs: 'settings', commands: settings },
];
