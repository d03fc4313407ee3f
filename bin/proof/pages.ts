import { articlePath } from '#lib/articles/path.ts';
import { localePath, type Locale } from '#lib/locales.ts';
import type { Samples } from '#db/seed/archive/samples.ts';

/** A page to measure; `status` if it is not 200. */
export type Page = { label: string; path: string; status?: number };

const PER_PAGE = 20;
const lastPage = (count: number) => `?page=${Math.ceil(count / PER_PAGE)}`;
const pad = (n: number) => String(n).padStart(2, '0');

const searches = ({ words, rareWord }: Samples): Page[] => {
  const search = (label: string, q: string, more = ''): Page => ({
    label: `search: ${label}`,
    path: `/search?q=${q}${more}`,
  });
  return [
    search('rare word', rareWord),
    search('common word', words[0]!),
    search('two common words', words.slice(0, 2).join(' ')),
    search('12 common words', words.join(' ')),
    search('common word, newest', words[0]!, '&order=newest'),
    search('phrase of common words', `"${words[0]} ${words[1]}"`),
    search('8 common words or one that no text has', `${words.slice(0, 8).join(' ')} زقفحكمبيت`),
  ];
};

function articlesOf({ busiest, few, none }: Samples): Page[] {
  const [busy, plain] = [articlePath(busiest), articlePath(few)];
  return [
    { label: 'article without comments', path: articlePath(none) },
    { label: 'article with 6 comments', path: plain },
    { label: `article with ${busiest.comments} comments`, path: busy },
    { label: 'the same, oldest first', path: `${busy}?sort=oldest` },
    { label: 'the same, most appreciated', path: `${busy}?sort=appreciated` },
  ];
}

function listsOf({ section, commonTag, rareTag, author, shown, middle }: Samples): Page[] {
  const month = `/archive/${middle.getUTCFullYear()}/${pad(middle.getUTCMonth() + 1)}`;
  return [
    { label: 'section', path: `/${section.slug}` },
    { label: 'section, last page', path: `/${section.slug}${lastPage(section.count)}` },
    { label: 'tag, common', path: `/tag/${commonTag.slug}` },
    { label: 'tag, common, last page', path: `/tag/${commonTag.slug}${lastPage(commonTag.count)}` },
    { label: 'tag, rare', path: `/tag/${rareTag.slug}` },
    { label: 'author, busiest', path: `/author/${author.slug}` },
    { label: 'author, busiest, last page', path: `/author/${author.slug}${lastPage(author.count)}` },
    { label: 'archive', path: '/archive' },
    { label: 'archive, last page', path: `/archive${lastPage(shown)}` },
    { label: 'archive of a month', path: month },
    { label: 'archive of a day', path: `${month}/${pad(middle.getUTCDate())}` },
  ];
}

/** The pages of readers. `sitemapParts` are the addresses in the index of the sitemap. */
export function readerPages(samples: Samples, sitemapParts: string[]): Page[] {
  const { busiest, section, commonTag, redirect } = samples;
  const front = (locale: Locale): Page => ({ label: `front page, ${locale}`, path: localePath(locale, '/') });
  const part = (name: string, at: number) => {
    const path = sitemapParts.filter((each) => each.includes(`-${name}`)).at(at);
    return path ? [{ label: `sitemap: ${name}${at === 0 ? '' : ', last'}`, path }] : [];
  };
  return [
    { label: '404', path: '/nothing-is-here', status: 404 },
    { label: '404, old address of an article', path: `/${section.slug}/99999999/old`, status: 404 },
    { label: 'robots.txt', path: '/robots.txt' },
    front('ar'),
    front('en'),
    ...articlesOf(samples),
    ...listsOf(samples),
    ...searches(samples),
    { label: 'corrections', path: '/corrections' },
    { label: 'moderation report', path: '/moderation' },
    { label: 'feed', path: '/feed.xml' },
    { label: 'feed of a section', path: `/${section.slug}/feed.xml` },
    { label: 'feed of a common tag', path: `/tag/${commonTag.slug}/feed.xml` },
    { label: 'sitemap', path: '/sitemap.xml' },
    ...['pages', 'news', 'articles', 'tags', 'authors'].flatMap((name) => part(name, 0)),
    ...part('articles', -1),
    { label: 'redirect of the newsroom', path: redirect, status: 308 },
    { label: 'short address', path: `/n/${busiest.number}`, status: 308 },
  ];
}

/** The lists and pages of the newsroom. */
export function deskPages({ busiest, few, coverage, commonTag, author, words, rareWord }: Samples): Page[] {
  const desk = (label: string, path: string): Page => ({ label: `desk: ${label}`, path: `/newsroom${path}` });
  const since = new Date(Date.now() - 600_000).toISOString();
  return [
    desk('dashboard', ''),
    desk('articles', '/articles'),
    desk('articles, published', '/articles?state=published'),
    desk('articles, drafts', '/articles?state=draft'),
    desk('articles, sent', '/articles?state=sent'),
    desk('articles of a common tag', `/articles?tag=${commonTag.name}`),
    desk('articles of a byline', `/articles?author=${author.slug}`),
    desk('articles, common word', `/articles?q=${words[0]}`),
    desk('articles, rare word', `/articles?q=${rareWord}`),
    desk('editor', `/articles/${few.number}`),
    desk('revisions', `/articles/${few.number}/revisions`),
    desk('publishing', `/articles/${few.number}/publish`),
    desk('live coverage', `/articles/${coverage}/live`),
    desk('queue', '/comments'),
    desk('queue, riskiest first', '/comments?order=riskiest'),
    desk('queue, approved', '/comments?status=approved'),
    desk('queue, unreviewed', '/comments?status=unreviewed'),
    desk('queue, reported', '/comments?status=reported'),
    desk('queue of an article', `/comments?status=approved&article=${busiest.number}`),
    desk('queue, words that none has', '/comments?status=approved&q=زقفحكمبيت'),
    desk('queue, arrivals', `/comments/arrivals?since=${since}`),
    desk('history', '/comments/history'),
    desk('history, page 1000', '/comments/history?page=1000'),
    desk('statistics', '/comments/stats'),
    desk('word rules', '/comments/rules'),
    desk('bans', '/comments/bans'),
    desk('comment settings', '/comments/settings'),
    desk('audit log', '/audit'),
    desk('audit log, articles', '/audit?kind=article'),
    desk('audit log, an act that never was', '/audit?kind=staff.firstAdmin'),
    desk('media', '/media'),
    desk('media, common word', `/media?q=${words[0]}`),
    desk('media, word that none has', '/media?q=زقفحكمبيت'),
    desk('tags', '/tags'),
    desk('sections', '/sections'),
    desk('authors', '/authors'),
    desk('redirects', '/redirects'),
    desk('front page', '/front'),
    desk('people', '/people'),
    desk('pages', '/pages'),
    desk('settings', '/settings'),
  ];
}
