/** One broken line: `text` stands once in `file`, and a test file of `tests` should notice `broken`. */
type Mutation = { file: string; text: string; broken: string; tests: string[] };

const breaking = (file: string, text: string, broken: string, ...tests: string[]): Mutation => ({
  file,
  text,
  broken,
  tests: tests.length > 0 ? tests : [file.replace(/\.tsx?$/, '.test$&')],
});

const ROUTE = 'app/[locale]/[section]/[id]/[slug]/comments/route.ts';
const PERMISSIONS = 'db/people/permissions.test.ts';
const GATES = 'db/comments/gates.test.ts';

/** Important lines of every part, for `bin/mutate.ts`. */
export const MUTATIONS: Mutation[] = [
  // permissions
  breaking('db/paper/site-settings.ts', "mustBeAble(actor, 'settings');", ''),
  breaking(
    'db/moderation/picks.ts',
    "mustBeAble(actor, 'moderate');\n  return db().transaction(async (tx) => {\n    const [picked]",
    'return db().transaction(async (tx) => {\n    const [picked]',
    PERMISSIONS,
  ),
  breaking('db/live/desk.ts', "mustBeAble(person, 'publish');", '', PERMISSIONS),
  breaking('db/people/people.ts', "if (actor) mustBeAble(actor, 'manageUsers');", '', PERMISSIONS),
  breaking('lib/people/can.ts', "return has.has('editAny');", 'return true;'),
  breaking(
    'db/people/people.ts',
    "if (person.role === 'admin' && !(await hasOtherAdmin(tx, id))) return { fault: 'lastAdmin' };\n    const [changed] = await tx\n      .update(users)\n      .set({ role,",
    'const [changed] = await tx\n      .update(users)\n      .set({ role,',
  ),
  // what readers may see
  breaking('db/articles/acts.ts', 'revisedAt: now, breakingUntil: null }', 'revisedAt: now }'),
  breaking(
    'db/articles/acts.ts',
    "if (changed.status !== 'published') await tx.delete(frontSlots)",
    'if (Number.isNaN(0)) await tx.delete(frontSlots)',
  ),
  breaking(
    'db/articles/cards.ts',
    "and(eq(articles.status, 'published'), lte(articles.publishedAt, now));",
    "and(eq(articles.status, 'published'));",
    'db/articles/articles.test.ts',
  ),
  breaking(
    'db/comments/threads.ts',
    'eq(comments.articleId, articleId), isPublic));',
    'eq(comments.articleId, articleId)));',
  ),
  breaking('db/articles/preview.ts', ' || found.draft.previewNonce !== asked.nonce', ''),
  // comments
  breaking(
    'db/comments/form-tokens.ts',
    'return used !== undefined;',
    'return true;',
    'db/comments/submit.test.ts',
    GATES,
  ),
  breaking(
    'db/comments/duplicates.ts',
    "if (others.some((row) => writerId !== '' && row.writerId === writerId)) return true;",
    '',
  ),
  breaking(
    'db/comments/submit.ts',
    "if (bans.some(({ key }) => key !== emailIndex)) return { fault: 'banned' };",
    '',
    'db/comments/submit.test.ts',
    GATES,
  ),
  breaking('db/comments/limits.ts', '{ seconds: 20, most: 1 },', '{ seconds: 20, most: 9 },'),
  breaking(
    ROUTE,
    "if (!token) return refuse({ field: 'form', message: 'tokenExpired' });",
    'if (!token) return showAgain(200, []);',
  ),
  breaking(ROUTE, "token.kind === 'shared' || form.has('preview')", "form.has('preview')"),
  breaking(
    ROUTE,
    'commentForm: { values, faults, token: ownToken },',
    "commentForm: { values: { ...values, body: '' }, faults, token: ownToken },",
  ),
  breaking(
    'app/[locale]/[section]/[id]/[slug]/comments/visible-target.ts',
    "target?.status === 'published' && wasOut(target, now)",
    "target?.status === 'published'",
    'app/[locale]/[section]/[id]/[slug]/comments/route.test.ts',
  ),
  breaking('lib/comments/form-token.ts', 'if (Number(number) !== articleNumber) return null;', ''),
  breaking('lib/comments/writer-token.ts', 'if (payload?.startsWith(PURPOSE))', 'if (payload)'),
  breaking('lib/comments/closing.ts', 'return at && at <= now', 'return at && at > now'),
  breaking(
    'components/comments/comment-text.tsx',
    'rel="ugc nofollow noopener noreferrer"',
    'rel="noopener"',
  ),
  // escaping and clean text
  breaking('lib/text/csv.ts', "const begun = FORMULA.test(cell) ? `'${cell}` : cell;", 'const begun = cell;'),
  breaking('lib/seo/json-ld.ts', '/[<>&\\u2028\\u2029]/g, (sign)', '/[>&\\u2028\\u2029]/g, (sign)'),
  breaking('lib/body/web-address.ts', '/^https?:\\/\\/[^\\s/]/i.test(text)', '/^[a-z]+:/i.test(text)'),
  breaking(
    'lib/arabic/bidi.ts',
    "    .replace(UNREADABLE, '')\n    .replace(FORMATTING, '')\n    .replace(INVISIBLE, '')\n    .replace(BLANK, ' ');\n  const joined",
    "    .replace(UNREADABLE, '')\n    .replace(INVISIBLE, '')\n    .replace(BLANK, ' ');\n  const joined",
  ),
  breaking('lib/arabic/read-number.ts', 'String(digit.charCodeAt(0) & 15)', 'digit'),
  breaking(
    'lib/arabic/text-direction.ts',
    "return letters >= 0 || right > left ? 'rtl' : 'ltr';",
    "return letters > 0 ? 'rtl' : 'ltr';",
  ),
  // secrets and doors
  breaking('lib/security/private-network.ts', "  '169.254.0.0/16',\n", ''),
  breaking(
    'lib/security/hash-chain.ts',
    "if (event.sequence !== count + 1) return { ok: false, at: count, reason: 'sequence' };",
    '',
  ),
  breaking('lib/people/return-path.ts', "url.origin !== 'http://local' ||", ''),
  breaking('db/people/lockout.ts', 'if (row.openAt > now) return', 'if (row.openAt < now) return'),
  breaking(
    'db/privacy/retention.ts',
    'or(isNull(comments.reviewedAt), lt(comments.reviewedAt, before)),',
    '',
  ),
  breaking('server/security-headers.ts', '"frame-ancestors \'none\'",\n].join', '].join'),
  breaking('server/body-limits.ts', 'acceptsForm(url) ? READER_FORM : NOTHING', 'READER_FORM'),
  breaking(
    'server/newsroom-guard.ts',
    "if (site !== undefined) return site === 'same-origin' || site === 'none';",
    '',
  ),
  breaking(
    'server/page-cache.ts',
    'if (!slot || slot.epoch !== this.content.epoch || now >= slot.expires)',
    'if (!slot || now >= slot.expires)',
  ),
  breaking(
    'server/session-cookie.ts',
    'signature.length === expected.length && timingSafeEqual(signature, expected)',
    'signature.length === expected.length',
  ),
  breaking('server/client-address.ts', 'forwarded.at(-trustedProxies)', 'forwarded.at(0)'),
  breaking('server/theme.ts', 'url.host === host && ', ''),
  breaking('server/send-webhook.ts', '...(!env.webhookAllowPrivate && { lookup: lookupOutside }),', ''),
  breaking(
    'server/notice-mail.ts',
    '  if (to)\n    await send',
    '  if (news)\n    await send',
    'server/notice-mail.test.ts',
    'server/notice-mail-address.test.ts',
  ),
  // scripts of readers
  breaking('reader/drafts.ts', "else addEventListener('beforeunload', warn);", ''),
  breaking('reader/hold-still.ts', 'getBoundingClientRect().top - top;', 'getBoundingClientRect().top;'),
  breaking('reader/comment-form.ts', 'if (answer.redirected) {', 'if (answer.ok) {'),
  breaking(
    'reader/live-updates.ts',
    'if (!list || Number(list.dataset.last) < this.known) return;',
    'if (!list) return;',
  ),
];
