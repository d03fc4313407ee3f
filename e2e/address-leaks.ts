import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { dataDir, readServerLog } from './instance.ts';
import { canary, CANARY, expect, listSitemap } from './journey.ts';
import { readTable } from './discussion.ts';

/** The forms in which an address could leak: its local part, encodings, and digests that can be guessed. */
function formsOf(address: string): string[] {
  const [local = ''] = address.split('@');
  const encoded = (['base64', 'base64url', 'hex'] as const).map((encoding) =>
    Buffer.from(address).toString(encoding).replace(/=+$/, ''),
  );
  const digests = ['md5', 'sha1', 'sha256'].flatMap((kind) =>
    (['hex', 'base64'] as const).map((form) => createHash(kind).update(address).digest(form)),
  );
  return [local, encodeURIComponent(address), ...encoded, ...digests];
}

export const ADDRESS = canary('life.of.a.bird');
const FORMS = formsOf(ADDRESS);
/** Fails with the name of the place and the text that was found. */
export function expectClean(place: string, text: string) {
  const found = FORMS.find((form) => text.includes(form)) ?? CANARY.exec(text)?.[0] ?? '';
  expect(`${place} ${found}`).toBe(`${place} `);
}

export async function expectPublicClean(request: APIRequestContext, more: string[]) {
  const paths = (await listSitemap(request)).map((url) => new URL(url).pathname);
  const others = [
    '/feed.xml',
    '/en/feed.xml',
    '/local/feed.xml',
    '/sitemap.xml',
    '/sitemap-pages.xml',
    '/sitemap-news.xml',
    '/feed.json',
    '/robots.txt',
    '/manifest.webmanifest',
    '/search?q=canary',
    '/corrections',
    '/archive',
    '/moderation',
    '/status',
  ];
  const assets = new Set<string>();
  for (const path of [...paths, ...others, ...more]) {
    const answer = await request.get(path);
    const text = await answer.text();
    expectClean(path, text + JSON.stringify(answer.headers()));
    for (const [, asset] of text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|woff2)[^"]*)"/g))
      assets.add(asset!);
  }
  expect(assets.size).toBeGreaterThan(2);
  for (const asset of assets)
    expectClean(asset, (await (await request.get(asset)).body()).toString('latin1'));
}

/**
 * Checks everything that is stored: the log, every table that records actions, and the database files, which
 * have the address only as ciphertext.
 */
export function expectKeptClean() {
  expectClean('server log', readServerLog());
  for (const table of [
    'moderation_decisions',
    'audit_log',
    'jobs',
    'comment_notices',
    'comment_contacts',
    'comment_revisions',
  ])
    expectClean(table, JSON.stringify(readTable(table)));
  for (const file of readdirSync(dataDir).filter((name) => name.startsWith('midad.sqlite')))
    expectClean(file, readFileSync(join(dataDir, file), 'latin1'));
}
