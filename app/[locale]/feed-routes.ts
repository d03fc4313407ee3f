import { getAuthor } from '#db/paper/authors.ts';
import { getSection } from '#db/paper/sections.ts';
import { getTag } from '#db/paper/tags.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { fieldIn, isLocale, type Locale, nameIn } from '#lib/locales.ts';
import { feedResponse, type FeedForm, type FeedOf } from './feed-response.ts';

type Find<Params> = (params: Params, locale: Locale) => Promise<FeedOf | undefined>;
type Context<Params> = { params: Promise<Params & { locale: string }> };

const notFound = () => new Response(null, { status: 404 });

const feedOf =
  <Params>(find: Find<Params>) =>
  (form: FeedForm) =>
  async (_request: Request, { params }: Context<Params>) => {
    const { locale, ...own } = await params;
    if (!isLocale(locale)) return notFound();
    const found = await find(own as Params, locale);
    return found ? feedResponse(form, locale, found) : notFound();
  };

/** The newest articles of an edition. */
export const editionFeed =
  (form: FeedForm) =>
  async (_request: Request, { params }: Context<object>) => {
    const { locale } = await params;
    return isLocale(locale) ? feedResponse(form, locale) : notFound();
  };

/** The newest articles of one section. */
export const sectionFeed = feedOf<{ section: string }>(async ({ section }, locale) => {
  const found = await getSection(section);
  return (
    found && {
      name: nameIn(found, locale),
      description: fieldIn('description', found, locale),
      page: `/${found.slug}`,
      filter: { sectionId: found.id },
    }
  );
});

/** The newest articles of a tag. */
export const tagFeed = feedOf<{ slug: string }>(async ({ slug }) => {
  const known = normalizeSlug(slug);
  const found = known ? await getTag(known) : undefined;
  return (
    found && { name: found.name, description: '', page: `/tag/${found.slug}`, filter: { tagId: found.id } }
  );
});

/** The newest articles of an author. */
export const authorFeed = feedOf<{ slug: string }>(async ({ slug }, locale) => {
  const known = normalizeSlug(slug);
  const found = known ? await getAuthor(known) : undefined;
  return (
    found && {
      name: nameIn(found, locale),
      description: fieldIn('bio', found, locale),
      page: `/author/${found.slug}`,
      filter: { authorId: found.id },
    }
  );
});
