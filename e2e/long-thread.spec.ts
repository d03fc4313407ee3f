import { gzipSync } from 'node:zlib';
import { expect, findArticle, test } from './journey.ts';
import { addComments, removeComments, commentsPath, type Added } from './discussion.ts';

const WORDS =
  'المدينة الماء الشارع الحي المدرسة البلدية السكان أمس اليوم مشروع خبر جديد قديم سؤال جواب طريق بحر ميناء سوق كتاب شجرة نافذة باب رقم سنة شهر'.split(
    ' ',
  );
/** Pseudo-random numbers, the same in every run. */
function makeDice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Adds 3,000 comments: about 750 threads, with replies to replies. */
function fill(articlePath: string): void {
  const dice = makeDice(7);
  const start = Date.now() - 3000 * 60_000;
  const threads: { opening: Added; last: Added }[] = [];
  for (let n = 0; n < 3000; n += 50) {
    const batch = Array.from({ length: 50 }, (_, m) => {
      const thread =
        dice(4) > 0 ? threads[threads.length - 1 - dice(Math.min(threads.length, 150))] : undefined;
      const body = Array.from({ length: 12 + dice(30) }, () => WORDS[dice(WORDS.length)]).join(' ');
      const replyTo = thread && (dice(2) === 0 ? thread.last : thread.opening);
      return {
        articlePath,
        body,
        name: `قارئ ${WORDS[dice(WORDS.length)]}`,
        writerId: 'long',
        at: new Date(start + (n + m) * 60_000),
        ...(replyTo && { replyTo }),
      };
    });
    for (const added of addComments(batch)) {
      const thread = threads.find(({ opening }) => opening.id === added.threadId);
      if (thread) thread.last = added;
      else threads.push({ opening: added, last: added });
    }
  }
}

test.describe('an article with 3,000 comments', () => {
  test.use({ javaScriptEnabled: false });
  let path = '';
  test.beforeEach(async () => {
    path = findArticle('المياه تصل');
    fill(path);
  });
  test.afterEach(() => removeComments('long'));

  test('has at most 60 kB and is read page by page', async ({ page, request }) => {
    const html = await (await request.get(path)).text();
    const bytes = gzipSync(html).length;
    const shown = html.match(/<article id="comment-/g)!.length;
    // `reply` makes a page for one reader, so the server renders it every time.
    const times: number[] = [];
    for (let n = 0; n < 40; n++) {
      const begun = performance.now();
      await (await request.get(`${path}?reply=${n}`)).body();
      if (n >= 10) times.push(performance.now() - begun);
    }
    const p95 = times.sort((a, b) => a - b)[28]!;
    console.log(
      `3,000 comments: ${shown} on the first page, ${bytes} bytes compressed, rendered again in ${times[15]!.toFixed(0)} ms (p95 ${p95.toFixed(0)} ms)`,
    );
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(shown).toBeGreaterThanOrEqual(25);

    await page.goto(path);
    const first = await page.locator('#comments > ol > li > article').first().getAttribute('id');
    await page.getByRole('link', { name: 'مزيد من التعليقات' }).click();
    await expect(page).toHaveURL(/\?after=[0-9a-f-]{36}#comments$/);
    await expect(page.locator('#comments > ol > li')).toHaveCount(25);
    const later = await page.locator('#comments > ol > li > article').nth(4).getAttribute('id');
    await page.getByRole('link', { name: 'التعليقات السابقة' }).click();
    expect(await page.locator('#comments > ol > li > article').first().getAttribute('id')).toBe(first);
    // The address of a comment opens the page of the thread that has it.
    await page.goto(`${path}?at=${later!.slice('comment-'.length)}#${later}`);
    await expect(page.locator(`#${later}`)).toBeInViewport();
    await expect(page.locator('#comments > ol > li')).toHaveCount(25);

    await page.goto(path);
    await page
      .getByRole('navigation', { name: 'ترتيب التعليقات' })
      .getByRole('link', { name: 'الأقدم' })
      .click();
    await expect(page).toHaveURL(/\?sort=oldest#comments$/);
    await expect(page.getByRole('link', { name: 'الأقدم' })).toHaveAttribute('aria-current', 'true');
    const data = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').first().textContent())!,
    ) as { commentCount: number; comment: { url: string }[] };
    expect(data.commentCount).toBeGreaterThanOrEqual(3000);
    expect(data.comment).toHaveLength(25);
    expect(data.comment[0]!.url).toMatch(/\?at=([0-9a-f-]{36})#comment-\1$/);
  });

  test('serves the number of its comments as JSON from the cache', async ({ request }) => {
    const answer = await request.get(`${commentsPath(path)}/count`);
    expect(answer.headers()['content-type']).toContain('application/json');
    expect(answer.headers()['cache-control']).toContain('public');
    expect(((await answer.json()) as { count: number }).count).toBeGreaterThanOrEqual(3000);
  });

  test('answers 404 for an unknown order or position, but opens for an unknown comment', async ({
    request,
  }) => {
    for (const query of ['sort=worst', 'after=x', 'before=0198c0de-0000-7000-8000-000000000000'])
      expect([query, (await request.get(`${path}?${query}`)).status()]).toEqual([query, 404]);
    expect((await request.get(`${path}?at=x`)).status()).toBe(200);
  });

  test('tells screen readers the depth of a reply and whom it answers', async ({ page }) => {
    await page.goto(`${path}?sort=oldest`);
    const deep = page.locator('.replies .replies').first();
    await expect(deep.getByText(/^رد من المستوى 2 على قارئ/).first()).toBeAttached();
    await expect(page.locator('.replies .replies .replies .replies')).toHaveCount(0);
    // The markup has the same depth: nested lists, and one article element for each comment.
    await expect(page.locator('#comments ol ol ol > li > article').first()).toBeAttached();
    await expect(page.locator('#comments article article')).toHaveCount(0);
  });

  test('sends no further request for comments, with scripts too', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: true });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (['fetch', 'xhr'].includes(request.resourceType())) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(path);
    await page.locator('#comments > ol > li').last().scrollIntoViewIfNeeded();
    await expect(page.locator('#comments > ol > li')).toHaveCount(25);
    // The page reports only that it is read.
    expect(asked.filter((name) => !/^\/r\/\d+$/.test(name))).toEqual([]);
    await context.close();
  });
});
