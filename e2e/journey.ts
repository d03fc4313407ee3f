import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { test as base, expect, type APIRequestContext, type Page, type Response } from '@playwright/test';
import { articlePath } from '#lib/articles/path.ts';
import { signText } from '#lib/security/crypto.ts';
import type { Locale } from '../lib/locales.ts';
import { dataDir, firstAdmin } from './instance.ts';
import { addSession, becomeMember, findMember } from './staff.ts';

/*
 * Every test checks the responses of the site. An e-mail address that a commenter typed must not be in a
 * response outside the newsroom. The exception is the response to the form that contained it: input is never
 * lost. Addresses of demo readers begin with `reader-`.
 */
export const canary = (name: string) => `canary-${name}@birds.example`;
export const CANARY = /(?:canary-[\w.+-]+@birds|reader-[\w.+-]+@example)/i;

async function findLeak(response: Response): Promise<string | undefined> {
  const request = response.request();
  const url = new URL(response.url());
  if (
    url.pathname.startsWith('/newsroom') ||
    !/text\/(?!event-stream)|json|xml/.test(response.headers()['content-type'] ?? '')
  )
    return undefined;
  const text =
    (await response.text().catch(() => '')) +
    JSON.stringify(await response.allHeaders().catch(() => response.headers()));
  const [address] = CANARY.exec(text) ?? [];
  const typed = decodeURIComponent((request.postData() ?? '').replaceAll('+', ' '));
  return address && !typed.includes(address)
    ? `${request.method()} ${url.pathname} holds ${address}`
    : undefined;
}

/** A separate network for every test, so that the rate limits of one test do not affect another. */
const networkOf = (title: string) => {
  const sum = createHash('sha256').update(title).digest();
  return `10.${sum[0]}.${sum[1]}.7`;
};

export const test = base.extend<{ watch: void }>({
  extraHTTPHeaders: async ({}, use, info) => use({ 'x-forwarded-for': networkOf(info.titlePath.join()) }),
  watch: [
    async ({ context }, use) => {
      const found: Promise<string | undefined>[] = [];
      context.on('response', (response) => found.push(findLeak(response)));
      await use();
      expect((await Promise.all(found)).filter(Boolean), 'addresses in public responses').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Signs in with the form. */
export async function signInByForm(page: Page, person = firstAdmin()) {
  await page.goto('/newsroom/sign-in');
  await page.getByLabel('البريد الإلكتروني').fill(person.email);
  await page.getByLabel('كلمة المرور').fill(person.password);
  await page.getByRole('button', { name: 'دخول' }).click();
  await expect(page).toHaveURL(/\/newsroom$/);
}

/**
 * Signs in without the form, where the form is not under test: adds a session of the first administrator and
 * opens the newsroom.
 */
export async function signIn(page: Page) {
  await becomeMember(page.context(), addSession(findMember(firstAdmin().email)));
  await page.goto('/newsroom');
  await expect(page).toHaveURL(/\/newsroom$/);
}

/** Opens a page and holds its scripts until the returned function is called. */
export async function openSlowly(page: Page, path: string): Promise<() => void> {
  let arrive = () => {};
  const scripts = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/static/**/*.js', (route) => scripts.then(() => route.continue()));
  await page.goto(path, { waitUntil: 'commit' });
  return arrive;
}

/**
 * Turns the network of a browser off or on. Chromium responds before its network process has the change:
 * under load the next request can still get through, so this waits until `page` sees the change.
 */
export async function setOffline(page: Page, isOffline: boolean): Promise<void> {
  await page.context().setOffline(isOffline);
  await page.waitForFunction(
    async (expected) =>
      navigator.onLine !== expected &&
      (await fetch('/health')
        .then((answer) => answer.text())
        .then(
          () => false,
          () => true,
        )) === expected,
    isOffline,
  );
}

/** Opens a queue and waits for its shortcuts: their button appears when they work. */
export async function openQueue(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'اختصارات لوحة المفاتيح' })).toBeVisible();
}

/**
 * The path of a published article of this instance, by a part of its headline. It is read from the database
 * because the front page may show newer articles.
 */
export function findArticle(headline: string, locale: Locale = 'ar'): string {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  const found = database
    .prepare(`select a.locale, a.number, a.slug, s.slug as sectionSlug from articles a join sections s on s.id = a.section_id
      where a.status = 'published' and a.locale = ? and instr(a.headline, ?) > 0 order by a.published_at desc limit 1`)
    .get(locale, headline) as Parameters<typeof articlePath>[0] | undefined;
  database.close();
  if (!found) throw new Error(`No published article «${headline}»`);
  return articlePath(found);
}

const addressesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!);

/** Every address in all parts of the sitemap. The addresses in the news part are in another part too. */
export async function listSitemap(request: APIRequestContext): Promise<string[]> {
  const urls: string[] = [];
  for (const part of addressesIn(await (await request.get('/sitemap.xml')).text())) {
    const answer = await request.get(part);
    expect([part, answer.status(), answer.headers()['content-type']]).toEqual([
      part,
      200,
      'application/xml; charset=utf-8',
    ]);
    if (!part.endsWith('-news.xml')) urls.push(...addressesIn(await answer.text()));
  }
  return urls;
}

/**
 * Fills the form and sends it. Without scripts it goes through the preview, whose page creates the reader's
 * own token.
 */
export async function writeComment(page: Page, comment: { body: string; name: string; email: string }) {
  await page.getByLabel('التعليق *').fill(comment.body);
  await page.getByLabel('الاسم *').fill(comment.name);
  await page.getByLabel('البريد الإلكتروني *').fill(comment.email);
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  // Waits for any response of the form before the caller checks it.
  const send = page.getByRole('button', { name: 'أرسله كما هو' });
  await expect(
    send
      .or(page.getByRole('alert'))
      .or(page.getByRole('article', { name: 'تعليقك' }))
      .first(),
  ).toBeVisible();
  if (await send.isVisible()) await send.click();
}

const MINUTE = 60_000;

/**
 * A form token as the server would have signed it at another time, by default a minute ago: a comment that is
 * sent at once counts as a sign of a program.
 */
export function formToken(
  path: string,
  { kind = 'fresh', at = new Date(Date.now() - MINUTE) }: { kind?: 'fresh' | 'shared'; at?: Date } = {},
): string {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as { formToken: string };
  const [, number = ''] = /\/(\d+)\//.exec(path) ?? [];
  const made =
    kind === 'fresh' ? `${at.getTime()}:${randomUUID()}` : Math.floor(at.getTime() / (60 * MINUTE));
  return signText(Buffer.from(keys.formToken, 'hex'), `${kind}:${number}:${made}`);
}
