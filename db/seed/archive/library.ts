import { tagSlug } from '#lib/arabic/slug.ts';
import { fold } from '#lib/arabic/fold.ts';
import type { Role } from '#lib/people/can.ts';
import { sha256 } from '#lib/security/crypto.ts';
import type { Bulk } from '#db/engine/bulk.sqlite.ts';
import { idOf } from '#db/engine/ids.ts';
import { demoAuthors, demoSections } from '#db/seed/cast.ts';
import { authors, media, sections, tags, users, wordRules } from '#db/tables/tables.ts';
import { createZipf, type Random } from './random.ts';
import { inventWord, type Texts } from './texts.ts';

export type Making = { bulk: Bulk; random: Random; texts: Texts; now: Date; from: Date };

const STAFF: [Role, number][] = [
  ['editor', 8],
  ['author', 20],
  ['moderator', 6],
];
const AUTHORS = 60;
const WORD_RULES = 60;
/** Tags that one article each has, besides those that are drawn. */
const SINGLE_TAGS = 20;

function makeStaff({ bulk, texts, from, now }: Making) {
  const add = bulk.into(users);
  return STAFF.flatMap(([role, count]) =>
    Array.from({ length: count }, (_, n) => {
      const id = idOf(`${role} ${n}`, from);
      add({
        id,
        name: texts.name(),
        email: `${role}-${n}@midad.example`,
        emailVerified: true,
        image: null,
        twoFactorEnabled: null,
        role,
        locale: 'ar',
        disabledAt: null,
        mustSettle: false,
        createdAt: from,
        updatedAt: now,
      });
      return { id, role };
    }),
  );
}

function makeSections({ bulk, from }: Making) {
  const add = bulk.into(sections);
  return demoSections.map((section, position) => {
    const row = { id: idOf(section.slug, from), ...section, position };
    add(row);
    return row;
  });
}

function makeAuthors({ bulk, texts, from }: Making) {
  const add = bulk.into(authors);
  const named = Array.from({ length: AUTHORS - demoAuthors.length }, (_, n) => ({
    slug: `writer-${n}`,
    nameAr: texts.name(),
    nameEn: texts.line('en', 2).text,
    bioAr: texts.line('ar', 15).text,
    bioEn: texts.line('en', 15).text,
  }));
  return [...demoAuthors, ...named].map((author) => {
    const id = idOf(author.slug, from);
    add({ id, ...author, titleAr: '', titleEn: '', mediaId: null, links: [], userId: null });
    return id;
  });
}

/** 2,000 tags for 100,000 articles; their number grows with the root of the archive. */
function makeTags({ bulk, random, from }: Making, articleCount: number) {
  const add = bulk.into(tags);
  const count = Math.round(2000 * Math.sqrt(articleCount / 100_000));
  const seen = new Set<string>();
  const rows: { id: string; name: string }[] = [];
  while (rows.length < count + SINGLE_TAGS) {
    const name = `${inventWord('ar', random)} ${inventWord('ar', random)}`;
    const slug = tagSlug(name);
    if (seen.has(slug)) continue;
    seen.add(slug);
    const id = idOf(slug, from);
    add({ id, slug, name });
    rows.push({ id, name });
  }
  const drawn = rows.slice(0, count);
  return { drawn, single: rows.slice(count), draw: createZipf(count, random) };
}

/** Pictures without files: pages are rendered from the rows. */
function makeMedia({ bulk, texts, from, now }: Making, userIds: string[], articleCount: number) {
  const add = bulk.into(media);
  const count = Math.ceil(articleCount / 3);
  return Array.from({ length: count }, (_, n) => {
    const createdAt = new Date(from.getTime() + ((now.getTime() - from.getTime()) * n) / count);
    const alt = texts.line('ar', 9).text;
    const id = idOf(`picture ${n}`, createdAt);
    add({
      id,
      hash: sha256(`picture ${n}`).slice(0, 16),
      type: 'image',
      mime: 'image/jpeg',
      bytes: 400_000,
      fileName: `photo-${n}.jpg`,
      width: 1600,
      height: 1067,
      alt,
      credit: 'مداد',
      caption: '',
      license: '',
      sourceUrl: '',
      searchText: fold(`${alt} مداد photo-${n}.jpg`),
      focalX: 500,
      focalY: 500,
      userId: userIds[n % userIds.length]!,
      createdAt,
    });
    return id;
  });
}

function makeWordRules({ bulk, random, from }: Making, userId: string) {
  const add = bulk.into(wordRules);
  for (let n = 0; n < WORD_RULES; n++)
    add({
      id: idOf(`rule ${n}`, from),
      word: inventWord('ar', random),
      mode: 'affixes',
      level: 'suspect',
      userId,
      createdAt: from,
    });
}

/** What the articles and comments of an archive refer to. */
export function makeLibrary(making: Making, articleCount: number) {
  const staff = makeStaff(making);
  const of = (role: Role) => staff.filter((each) => each.role === role).map(({ id }) => id);
  const people = { editors: of('editor'), authors: of('author'), moderators: of('moderator') };
  makeWordRules(making, people.moderators[0]!);
  return {
    ...people,
    sections: makeSections(making),
    bylines: makeAuthors(making),
    tags: makeTags(making, articleCount),
    media: makeMedia(making, people.editors, articleCount),
  };
}

export type Library = ReturnType<typeof makeLibrary>;
