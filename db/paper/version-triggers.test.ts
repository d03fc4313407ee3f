import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';

/**
 * Tables whose rows no reader sees. A new table counts as public until it is listed here; a public table
 * needs triggers.
 */
const PRIVATE = [
  '__drizzle_migrations',
  'account_links',
  'accounts',
  'address_hits',
  'article_counts',
  'audit_log',
  'bans',
  'classifier_tokens',
  'comment_appreciations',
  'comment_contacts',
  'comment_notices',
  'comment_reports',
  'comment_revisions',
  'content_version',
  'decision_counts',
  'drafts',
  'editing_tabs',
  'house',
  'invitations',
  'jobs',
  'media_usages',
  'moderation_decisions',
  'page_drafts',
  'page_revisions',
  'passkeys',
  'rate_limits',
  'revisions',
  'scheduled_revisions',
  'sessions',
  'try_counts',
  'two_factors',
  'used_tokens',
  'users',
  'verifications',
  'word_rules',
  'writer_addresses',
  'writer_links',
  'writer_notes',
];
/** Written in the transaction of an article, tag, byline or note, whose own trigger raises the version. */
const DERIVED = /^(?:article_search(?:_|$)|listings$|listing_counts$|name_parts$)/;
/** A new media row is not on any page yet, and only a row that is on no page is deleted. */
const UNSEEN = ['content_version_media_insert', 'content_version_media_delete'];

describe('every table that readers see', () => {
  const listNames = async (type: string) =>
    (
      await db().values<[string]>(
        sql`select name from sqlite_master where type = ${type} and name not like 'sqlite\\_%' escape '\\'`,
      )
    ).map(([name]) => name);

  it('raises the version on insert, update and delete', async () => {
    const triggers = new Set(await listNames('trigger'));
    const open = (await listNames('table')).filter((name) => !PRIVATE.includes(name) && !DERIVED.test(name));
    expect(open).toContain('articles');
    const missing = open
      .flatMap((name) => ['insert', 'update', 'delete'].map((event) => `content_version_${name}_${event}`))
      .filter((name) => !triggers.has(name) && !UNSEEN.includes(name));
    expect(missing).toEqual([]);
  });

  it('is not in the list of private tables, which all exist and have no trigger', async () => {
    const names = await listNames('table');
    expect(PRIVATE.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      (await listNames('trigger')).filter((name) =>
        PRIVATE.some((table) => name.startsWith(`content_version_${table}_`)),
      ),
    ).toEqual([]);
  });
});
