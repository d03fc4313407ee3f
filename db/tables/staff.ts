import type { Kit } from '#db/engine/kit.sqlite.ts';
import { DEFAULT_LOCALE, type Locale } from '#lib/locales.ts';
import type { Role } from '#lib/people/can.ts';

function buildUserTables(k: Kit) {
  const users = k.table('users', {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    email: k.text('email').notNull().unique(),
    emailVerified: k.bool('email_verified').notNull(),
    image: k.text('image'),
    twoFactorEnabled: k.bool('two_factor_enabled'),
    role: k.text('role').$type<Role>().notNull(),
    /** The language of the newsroom for this person. */
    locale: k.text('locale').$type<Locale>().notNull().default(DEFAULT_LOCALE),
    /** Since when the person cannot sign in. Users are never deleted, because other rows refer to them. */
    disabledAt: k.time('disabled_at'),
    /**
     * Set for an account that the instance created itself. Before anything else the person must enter their
     * name, address and a password that was never printed.
     */
    mustSettle: k.bool('must_settle').notNull().default(false),
    createdAt: k.time('created_at').notNull(),
    updatedAt: k.time('updated_at').notNull(),
  });

  return { users };
}

/** better-auth's tables besides `users`. */
function buildSignInTables(k: Kit, { users }: ReturnType<typeof buildUserTables>) {
  const sessions = k.table(
    'sessions',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      token: k.text('token').notNull().unique(),
      expiresAt: k.time('expires_at').notNull(),
      ipAddress: k.text('ip_address'),
      userAgent: k.text('user_agent'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.index('sessions_user').on(t.userId)],
  );

  const accounts = k.table(
    'accounts',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      accountId: k.text('account_id').notNull(),
      providerId: k.text('provider_id').notNull(),
      accessToken: k.text('access_token'),
      refreshToken: k.text('refresh_token'),
      idToken: k.text('id_token'),
      accessTokenExpiresAt: k.time('access_token_expires_at'),
      refreshTokenExpiresAt: k.time('refresh_token_expires_at'),
      scope: k.text('scope'),
      password: k.text('password'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.index('accounts_user').on(t.userId)],
  );

  const verifications = k.table(
    'verifications',
    {
      id: k.text('id').primaryKey(),
      identifier: k.text('identifier').notNull(),
      value: k.text('value').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.index('verifications_identifier').on(t.identifier)],
  );

  const twoFactors = k.table(
    'two_factors',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      secret: k.text('secret').notNull(),
      backupCodes: k.text('backup_codes').notNull(),
      verified: k.bool('verified'),
      failedVerificationCount: k.int('failed_verification_count'),
      lockedUntil: k.time('locked_until'),
      /**
       * The latest step (RFC 6238) whose code was accepted. Codes up to this step are rejected. Not a field
       * of better-auth.
       */
      lastStep: k.int('last_step'),
    },
    (t) => [k.index('two_factors_user').on(t.userId)],
  );

  const passkeys = k.table(
    'passkeys',
    {
      id: k.text('id').primaryKey(),
      name: k.text('name'),
      publicKey: k.text('public_key').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      credentialID: k.text('credential_id').notNull(),
      counter: k.int('counter').notNull(),
      deviceType: k.text('device_type').notNull(),
      backedUp: k.bool('backed_up').notNull(),
      transports: k.text('transports'),
      createdAt: k.time('created_at'),
      aaguid: k.text('aaguid'),
    },
    (t) => [k.index('passkeys_user').on(t.userId), k.index('passkeys_credential').on(t.credentialID)],
  );

  const rateLimits = k.table('rate_limits', {
    id: k.text('id').primaryKey(),
    key: k.text('key').notNull().unique(),
    count: k.int('count').notNull(),
    lastRequest: k.int('last_request').notNull(),
  });

  return { sessions, accounts, verifications, twoFactors, passkeys, rateLimits };
}

/** What the newsroom records about accounts besides: invitations, links, attempts and acts. */
function buildStaffRecordTables(k: Kit, { users }: ReturnType<typeof buildUserTables>) {
  /** An invitation for one person, usable once. Only a hash of the link's token is stored. */
  const invitations = k.table('invitations', {
    id: k.text('id').primaryKey(),
    tokenHash: k.text('token_hash').notNull().unique(),
    email: k.text('email').notNull(),
    name: k.text('name').notNull(),
    role: k.text('role').$type<Role>().notNull(),
    expiresAt: k.time('expires_at').notNull(),
    acceptedAt: k.time('accepted_at'),
    createdAt: k.time('created_at').notNull(),
  });

  /**
   * A link for one account, usable once, to choose a password or to confirm an address. Only a hash of the
   * token is stored.
   */
  const accountLinks = k.table(
    'account_links',
    {
      tokenHash: k.text('token_hash').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: k.text('kind').$type<'password' | 'email'>().notNull(),
      /** The address to confirm. */
      email: k.text('email'),
      expiresAt: k.time('expires_at').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('account_links_user').on(t.userId), k.index('account_links_expiry').on(t.expiresAt)],
  );

  /** Counts of attempts per key, and when the next attempt is allowed. Keys are hashes. */
  const tryCounts = k.table(
    'try_counts',
    {
      key: k.text('key').primaryKey(),
      count: k.int('count').notNull(),
      openAt: k.time('open_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
    },
    (t) => [k.index('try_counts_expiry').on(t.expiresAt)],
  );

  /** Who did what. Decisions on comments have their own table. Only `eraseArticle` changes existing rows. */
  const auditLog = k.table(
    'audit_log',
    {
      id: k.text('id').primaryKey(),
      /** Null for acts on the command line. */
      userId: k.text('user_id').references(() => users.id),
      action: k.text('action').notNull(),
      subject: k.text('subject').notNull(),
      detail: k.json('detail'),
      /** The rows of one act have the same id. */
      actId: k.text('act_id'),
      /** The fields that the act changed, with their old and new values. */
      before: k.json('before'),
      after: k.json('after'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('audit_log_time').on(t.createdAt),
      k.index('audit_log_subject').on(t.subject, t.createdAt),
      k.index('audit_log_user').on(t.userId, t.createdAt),
      // For one kind of act, by all or by one person: a rare kind would be searched in the whole log.
      k.index('audit_log_action').on(t.action, t.createdAt, t.id),
      k.index('audit_log_user_action').on(t.userId, t.action, t.createdAt, t.id),
    ],
  );

  return { invitations, accountLinks, tryCounts, auditLog };
}

/**
 * The staff, their accounts and sessions. `users` and the tables for signing in are better-auth's, with its
 * field names; `db/people/auth.test.ts` compares them with the installed version.
 */
export function buildStaffTables(k: Kit) {
  const user = buildUserTables(k);
  return { ...user, ...buildSignInTables(k, user), ...buildStaffRecordTables(k, user) };
}
