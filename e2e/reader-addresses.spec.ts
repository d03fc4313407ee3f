import { expect, findArticle, test } from './journey.ts';

test.describe('addresses', () => {
  const follow = { maxRedirects: 0 };

  test('of an article redirect to its one address', async ({ request }) => {
    const path = findArticle('214 عشًا');
    const [, section, number] = path.split('/');
    const right = encodeURI(decodeURI(path));
    for (const wrong of [
      `/${section}/${number}/x`,
      `/sport/${number}/x`,
      `/en/${section}/${number}/x`,
      `/${section}/${number}/%D8%A7`,
    ]) {
      const answer = await request.get(wrong, follow);
      expect([wrong, answer.status(), answer.headers().location]).toEqual([wrong, 308, right]);
    }
    const cut = [
      `/${section}/${number}`,
      `/culture/${number}/`,
      `/${section}/${number}/%D8%A7%D9%84%D`,
      `/${section}/${number}/x/y`,
      `/n/${number}`,
      `/n/${number})`,
      `/n/${number}%E2%80%8F`,
    ];
    for (const short of cut) {
      const answer = await request.get(short, follow);
      expect([short, answer.status(), answer.headers().location]).toEqual([short, 308, right]);
    }
    const asked = await request.get(`/n/${number}?at=0198c0de-0000-7000-8000-000000000000`, follow);
    expect(asked.headers().location).toBe(`${right}?at=0198c0de-0000-7000-8000-000000000000`);
    const slash = await request.get(`${path}/`, follow);
    expect([slash.status(), slash.headers().location]).toEqual([308, right]);
    const prefixed = await request.get(`/ar${path}`, follow);
    expect([prefixed.status(), prefixed.headers().location]).toEqual([308, right]);
    const spelled = await request.get(
      right.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      follow,
    );
    expect([spelled.status(), spelled.headers().location]).toEqual([308, right]);
  });

  test('that do not exist get 404 with a search and the latest articles; malformed ones get 400', async ({
    request,
  }) => {
    const missing = [
      '/local/999999/x',
      '/local/abc/x',
      '/nowhere',
      '/tag/لا-وسم',
      '/author/nobody',
      '/p/nothing',
      '/archive/2026/13',
      '/archive/2026/02/30',
      '/archive/1999',
      '/archive/2101/06',
      '/archive/2030/01',
      '/archive/2026/01/01',
      '/search?q=ماء&page=99',
      '/search?page=2',
      '/local?page=999',
      '/local?page=0',
      '/corrections?page=999',
      '/corrections?page=0',
      '/n/0',
      '/n/abc',
      '/nowhere/feed.xml',
      '/status',
      '/status/500',
      '/en/status',
      '/a/b/c/d/e',
      '/fr',
    ];
    for (const path of missing) {
      const answer = await request.get(encodeURI(path), follow);
      expect([path, answer.status()]).toEqual([path, 404]);
      const html = await answer.text();
      expect(html, path).toContain('role="search"');
      expect(html.match(/<article/g)?.length, path).toBeGreaterThanOrEqual(4);
    }
    for (const path of ['/%E0%A4%A', '/local/%', '/tag/%ff']) {
      const answer = await request.get(path, follow);
      expect([path, answer.status()]).toEqual([path, 400]);
      expect(await answer.text()).toContain('عنوان غير مفهوم');
    }
    const english = await request.get('/en/nothing-here', follow);
    expect(english.status()).toBe(404);
    expect(await english.text()).toContain('lang="en"');
  });

  test('that people and programs try first redirect to existing pages', async ({ request }) => {
    const eastern = encodeURI('/archive/٢٠٢٦/١١?page=٢');
    for (const [path, to] of [
      [eastern, '/archive/2026/11?page=2'],
      [encodeURI('/en/archive/۲۰۲۶/۱۱/'), '/en/archive/2026/11'],
      ['/feed/json', '/feed.json'],
      ['/Local', '/local'],
      ['/EN/Local', '/en/local'],
      ['/feed', '/feed.xml'],
      ['/rss.xml', '/feed.xml'],
      ['/local/feed', '/local/feed.xml'],
      ['/tag', '/archive'],
      ['/author', '/archive'],
    ]) {
      const answer = await request.get(path!, follow);
      expect([path, answer.status(), answer.headers().location]).toEqual([path, 308, to]);
    }
  });

  test('of list pages have their own titles, and the language switch links to the same page', async ({
    page,
  }) => {
    await page.goto('/archive?page=2');
    await expect(page).toHaveTitle(/^الأرشيف \(صفحة 2 من \d+\) \| /);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/archive\?page=2$/);
    await expect(page.locator('head link[rel=prev]')).toHaveAttribute('href', /\/archive$/);
    for (const [path, to] of [
      ['/local', '/en/local'],
      ['/p/about', '/en/p/about'],
      ['/corrections', '/en/corrections'],
      ['/en/moderation', '/moderation'],
    ]) {
      await page.goto(path!);
      expect([path, await page.locator('footer a[hreflang]').getAttribute('href')]).toEqual([path, to]);
      await expect(
        page.locator(`head link[rel=alternate][hreflang=${to!.startsWith('/en') ? 'en' : 'ar'}]`),
      ).toHaveAttribute('href', new RegExp(`${to}$`));
    }
  });

  test('of pages accept GET and HEAD only', async ({ request }) => {
    expect((await request.post('/', { data: 'x', ...follow })).status()).toBe(405);
    expect((await request.delete('/local', follow)).status()).toBe(405);
    expect((await request.head('/')).status()).toBe(200);
  });
});
