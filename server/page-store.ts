import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PageFile } from '#db/engine/page-file.ts';
import { env } from '#lib/env.ts';
import { logFault } from '#lib/log.ts';
import { keyedHash } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';

/**
 * What makes pages of one process wrong in another although the database is the same: the code, what pages
 * show of the environment, the keys that sign forms.
 */
function buildName(): string {
  const build = readFileSync(join(process.cwd(), '.next/BUILD_ID'), 'utf8');
  return keyedHash(getKeys().formToken, `${build} ${env.siteUrl} ${env.demo}`).slice(0, 16);
}

/**
 * Opens the store of this build, and deletes those of other builds. Undefined if it is turned off, or if the
 * build has no name.
 */
export function openPageStore(): PageFile | undefined {
  if (env.dev || env.pageStoreBytes === 0 || env.pageCacheBytes === 0) return undefined;
  try {
    const name = `pages-${buildName()}.sqlite`;
    deleteOthers(name);
    return new PageFile(join(env.pagesDir, name), env.pageStoreBytes);
  } catch (error) {
    logFault('The store of cached pages cannot be opened; the site works without it', error);
    return undefined;
  }
}

function deleteOthers(name: string) {
  try {
    mkdirSync(env.pagesDir, { recursive: true });
    for (const other of readdirSync(env.pagesDir))
      if (!other.startsWith(name)) rmSync(join(env.pagesDir, other), { force: true });
  } catch (error) {
    logFault('The stores of cached pages of other builds cannot be deleted', error);
  }
}
