import { db } from '#db/engine/client.ts';
import { setFocalPoint, updateMedia } from '#db/media/media.ts';
import { authorSchema, authorStamp, changeAuthor } from '#db/paper/authors.ts';
import { publishPage, startPage } from '#db/paper/page-drafts.ts';
import { addRedirect, removeRedirect } from '#db/paper/redirects.ts';
import { changeSection, moveSection, sectionStamp } from '#db/paper/sections.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { mergeTags, removeTag, renameTag } from '#db/paper/tags.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { authors, media, redirects } from '#db/tables/tables.ts';
import { text, type Act, aTag, aSection } from './pick.ts';

export const paper: Record<string, Act> = {
  async renameSection(random, person) {
    const section = await aSection(random);
    const { slug, nameAr, nameEn, descriptionEn } = section;
    const input = { slug, nameAr, nameEn, descriptionEn, descriptionAr: text(random) };
    return changeSection({ id: section.id, stamp: sectionStamp(section) }, input, person);
  },
  moveSection: async (random, person) =>
    moveSection((await aSection(random)).id, random.pick([-1, 1] as const), person),
  renameTag: async (random, person) => renameTag((await aTag(random)).id, { name: text(random) }, person),
  mergeTags: async (random, person) => mergeTags((await aTag(random)).id, (await aTag(random)).id, person),
  removeTag: async (random, person) => removeTag((await aTag(random)).id, person),
  async changeAuthor(random, person) {
    const author = random.pick(await db().select().from(authors));
    const links = author.links.map(({ url }) => url).join('\n');
    const input = authorSchema.parse({
      ...author,
      links,
      mediaId: author.mediaId ?? '',
      userId: '',
      bioAr: text(random),
    });
    return changeAuthor({ id: author.id, stamp: authorStamp(author) }, input, person);
  },
  async page(random, person) {
    const key = { slug: `page-${random.whole(3)}`, locale: 'ar' as const };
    await startPage(key, text(random), person);
    return publishPage(key, { title: text(random), body: docFromLines([text(random)]) }, 1, person);
  },
  redirect: async (random, person) =>
    addRedirect({ fromPath: `/old-${random.whole(10)}`, toPath: '/local' }, person),
  async removeRedirect(random, person) {
    return removeRedirect(random.pick(await db().select().from(redirects)).id, person);
  },
  async picture(random, person) {
    const row = random.pick(await db().select().from(media));
    if (random.whole(3) === 0) return setFocalPoint(row.id, { x: random.whole(100), y: 50 }, person);
    const { caption, credit, license, sourceUrl, fileName } = row;
    return updateMedia(
      row.id,
      { caption, credit, license, sourceUrl: sourceUrl ?? '', fileName, alt: text(random) } as never,
      person,
    );
  },
  settings: (random) =>
    db().transaction((tx) =>
      changeSettings(
        tx,
        random.pick([
          { taglineAr: text(random) },
          { digits: random.pick(['latn', 'arab'] as const) },
          { hijri: random.whole(2) === 0 },
          { commentsCloseAfterDays: 20 + random.whole(20) },
          { commentEmail: random.pick(['required', 'optional'] as const) },
          { timeZone: random.pick(['Africa/Tripoli', 'Asia/Riyadh']) },
        ]),
      ),
    ),
};
