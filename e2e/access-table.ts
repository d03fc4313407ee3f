/*
 * Who may do what in the newsroom: one row for each address and each action. The test fails for a file
 * without a row and for a row without a file. `can` lists roles; `open` needs no session. Other roles get
 * 403, and a visitor without a session is redirected to sign in.
 */
type Can = 'open' | 'everybody' | (string & {});

export type UrlRow = {
  /** The folder of its page.tsx or route.ts below app, without groups. */
  path: string;
  can: Can;
  /** The status for a visitor without a session where a script sends the request: no redirect. */
  stranger?: 401;
};

/** `in`: the file below app/newsroom; `names`: what it exports. */
export type ActionRow = {
  in: string;
  names: string;
  can: Can;
  /** The action works without input, so the test calls it only as people who may not. */
  needsNothing?: true;
};

const DESK = '(desk)';
const PUBLISHERS = 'admin editor';
const WRITERS = 'admin editor author';
const MODERATORS = 'admin editor moderator';

export const urls: UrlRow[] = [
  { path: '/newsroom', can: 'everybody' },
  { path: '/newsroom/[...rest]', can: 'everybody' },
  { path: '/newsroom/account', can: 'everybody' },
  { path: '/newsroom/account/passkeys', can: 'everybody' },
  { path: '/newsroom/account/passkeys/options', can: 'everybody' },
  { path: '/newsroom/articles', can: WRITERS },
  { path: '/newsroom/articles/[id]', can: WRITERS },
  { path: '/newsroom/articles/[id]/draft', can: WRITERS, stranger: 401 },
  { path: '/newsroom/articles/[id]/live', can: PUBLISHERS },
  { path: '/newsroom/articles/[id]/presence', can: WRITERS, stranger: 401 },
  { path: '/newsroom/articles/[id]/publish', can: WRITERS },
  { path: '/newsroom/articles/[id]/revisions', can: WRITERS },
  { path: '/newsroom/articles/[id]/revisions/compare', can: WRITERS },
  { path: '/newsroom/articles/bulk', can: WRITERS },
  { path: '/newsroom/articles/new', can: WRITERS },
  { path: '/newsroom/articles/search', can: WRITERS, stranger: 401 },
  { path: '/newsroom/articles/tag-names', can: WRITERS, stranger: 401 },
  { path: '/newsroom/audit', can: 'admin' },
  { path: '/newsroom/audit/export', can: 'admin' },
  { path: '/newsroom/authors', can: PUBLISHERS },
  { path: '/newsroom/authors/[id]', can: PUBLISHERS },
  { path: '/newsroom/comments', can: MODERATORS },
  { path: '/newsroom/comments/arrivals', can: MODERATORS, stranger: 401 },
  { path: '/newsroom/comments/bans', can: MODERATORS },
  { path: '/newsroom/comments/history', can: MODERATORS },
  { path: '/newsroom/comments/privacy', can: PUBLISHERS },
  { path: '/newsroom/comments/privacy/export', can: PUBLISHERS },
  { path: '/newsroom/comments/privacy/reveal/[id]', can: PUBLISHERS },
  { path: '/newsroom/comments/privacy/wxr', can: PUBLISHERS },
  { path: '/newsroom/comments/rules', can: MODERATORS },
  { path: '/newsroom/comments/settings', can: PUBLISHERS },
  { path: '/newsroom/comments/stats', can: MODERATORS },
  { path: '/newsroom/email/[token]', can: 'open' },
  { path: '/newsroom/first', can: 'everybody' },
  { path: '/newsroom/front', can: PUBLISHERS },
  { path: '/newsroom/front/preview', can: PUBLISHERS },
  { path: '/newsroom/invitation/[token]', can: 'open' },
  { path: '/newsroom/language', can: 'open' },
  { path: '/newsroom/media', can: WRITERS },
  { path: '/newsroom/media/[id]', can: WRITERS },
  { path: '/newsroom/media/list', can: WRITERS, stranger: 401 },
  { path: '/newsroom/media/upload', can: WRITERS },
  { path: '/newsroom/pages', can: PUBLISHERS },
  { path: '/newsroom/pages/[locale]/[slug]', can: PUBLISHERS },
  { path: '/newsroom/pages/[locale]/[slug]/draft', can: PUBLISHERS, stranger: 401 },
  { path: '/newsroom/pages/[locale]/[slug]/versions', can: PUBLISHERS },
  { path: '/newsroom/people', can: 'admin' },
  { path: '/newsroom/redirects', can: 'admin' },
  { path: '/newsroom/reset/[token]', can: 'open' },
  { path: '/newsroom/sections', can: 'admin' },
  { path: '/newsroom/sections/[id]', can: 'admin' },
  { path: '/newsroom/settings', can: 'admin' },
  { path: '/newsroom/sign-in', can: 'open' },
  { path: '/newsroom/sign-in/code', can: 'open' },
  { path: '/newsroom/sign-in/forgot', can: 'open' },
  { path: '/newsroom/sign-in/passkey', can: 'open' },
  { path: '/newsroom/sign-in/passkey/options', can: 'open' },
  { path: '/newsroom/sign-out', can: 'open' },
  { path: '/newsroom/tags', can: PUBLISHERS },
  { path: '/newsroom/tags/[id]', can: PUBLISHERS },
];

export const actions: ActionRow[] = [
  { in: 'invitation/[token]/actions.ts', names: 'submitInvitation', can: 'open' },
  { in: 'email/[token]/actions.ts', names: 'submitConfirmation', can: 'open' },
  { in: 'reset/[token]/actions.ts', names: 'submitReset', can: 'open' },
  { in: 'sign-in/forgot/actions.ts', names: 'submitForgotten', can: 'open' },
  { in: 'first/actions.ts', names: 'submitFirst', can: 'everybody' },
  { in: 'sign-in/actions.ts', names: 'submitPassword submitCode', can: 'open' },
  {
    in: `${DESK}/account/actions.ts`,
    names: 'changePasskey changeTwoStep revoke submitNewPassword',
    can: 'everybody',
  },
  { in: `${DESK}/account/identity-actions.ts`, names: 'submitEmail submitName', can: 'everybody' },
  { in: `${DESK}/account/actions.ts`, names: 'revokeOthers', can: 'everybody', needsNothing: true },
  { in: `${DESK}/report-actions.ts`, names: 'resolveReportAction', can: MODERATORS },
  {
    in: `${DESK}/comments/actions.ts`,
    names: 'decide decideHere decideSelected undo undoHere',
    can: MODERATORS,
  },
  {
    in: `${DESK}/comments/tool-actions.ts`,
    names: 'ban feature lift note reply search takeBanBack unfeature',
    can: MODERATORS,
  },
  { in: `${DESK}/comments/rules/actions.ts`, names: 'removeRule saveRule', can: PUBLISHERS },
  { in: `${DESK}/comments/rules/actions.ts`, names: 'forgetLearned', can: PUBLISHERS, needsNothing: true },
  { in: `${DESK}/comments/settings/actions.ts`, names: 'saveSettings', can: PUBLISHERS },
  {
    in: `${DESK}/comments/settings/actions.ts`,
    names: 'turnOffHoldAll turnOffSlowMode turnOnHoldAll turnOnSlowMode',
    can: PUBLISHERS,
    needsNothing: true,
  },
  {
    in: `${DESK}/comments/privacy/actions.ts`,
    names: 'askForExport erase findPerson reveal',
    can: PUBLISHERS,
  },
  { in: `${DESK}/first-run-actions.ts`, names: 'takeStartersAction', can: 'admin', needsNothing: true },
  { in: `${DESK}/first-run-actions.ts`, names: 'skipStepAction', can: 'admin' },
  { in: `${DESK}/articles/new/actions.ts`, names: 'begin', can: WRITERS },
  { in: `${DESK}/articles/bulk/actions.ts`, names: 'runBulk', can: WRITERS },
  { in: `${DESK}/articles/[id]/actions.ts`, names: 'saveFields', can: WRITERS },
  { in: `${DESK}/articles/[id]/publish/actions.ts`, names: 'endPreviews send trash untrash', can: WRITERS },
  {
    in: `${DESK}/articles/[id]/publish/actions.ts`,
    names: 'cancel giveBack publishNow retract schedule unpublish update',
    can: PUBLISHERS,
  },
  { in: `${DESK}/articles/[id]/publish/actions.ts`, names: 'erase', can: 'admin' },
  { in: `${DESK}/clock-actions.ts`, names: 'confirmClockAction', can: 'admin', needsNothing: true },
  { in: `${DESK}/articles/[id]/publish/note-actions.ts`, names: 'amendNote removeNote', can: PUBLISHERS },
  { in: `${DESK}/articles/[id]/revisions/actions.ts`, names: 'restore', can: WRITERS },
  { in: `${DESK}/articles/[id]/live/actions.ts`, names: 'markEntry writeEntry', can: PUBLISHERS },
  {
    in: `${DESK}/front/actions.ts`,
    names: 'breakStory move moveHere savePlace stopBreaking unpin',
    can: PUBLISHERS,
  },
  { in: `${DESK}/media/actions.ts`, names: 'removeMedia saveFocus saveMedia', can: WRITERS },
  { in: `${DESK}/authors/actions.ts`, names: 'removeAuthorAction saveAuthor', can: PUBLISHERS },
  {
    in: `${DESK}/pages/actions.ts`,
    names: 'endPagePreviews removePageAction restorePageAction startPageAction writePageAction',
    can: PUBLISHERS,
  },
  {
    in: `${DESK}/redirects/actions.ts`,
    names: 'forgetMissingAction removeRedirectAction saveRedirect',
    can: 'admin',
  },
  {
    in: `${DESK}/sections/actions.ts`,
    names: 'moveSectionAction removeSectionAction saveSection',
    can: 'admin',
  },
  { in: `${DESK}/settings/actions.ts`, names: 'saveSite', can: 'admin' },
  { in: `${DESK}/tags/actions.ts`, names: 'mergeTagAction removeTagAction renameTagAction', can: PUBLISHERS },
  {
    in: `${DESK}/people/actions.ts`,
    names: 'changeIdentity changePerson giveResetLink invite renew revokeInvite',
    can: 'admin',
  },
];
