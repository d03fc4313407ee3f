import type { ArticleContent } from './content.ts';
import type { Locale } from '#lib/locales.ts';

/** The display names of ids and values, for pages on which a person compares versions. */
export type LineNames = {
  section: (id: string) => string;
  author: (id: string) => string;
  picture: (id: string) => string;
  moment: (iso: string) => string;
  words: Record<'yes' | 'no' | 'decorative' | Locale | 'article' | 'live', string>;
  priority: (priority: ArticleContent['priority']) => string;
};

export const CONTENT_KEYS = [
  'headline',
  'standfirst',
  'label',
  'source',
  'city',
  'sectionId',
  'authorIds',
  'tags',
  'lead',
  'priority',
  'slug',
  'seoTitle',
  'seoDescription',
  'socialMediaId',
  'canonicalUrl',
  'commentsOpen',
  'commentsQuestion',
  'commentsCloseAt',
  'breakingUntil',
  'locale',
  'kind',
] as const satisfies readonly Exclude<keyof ArticleContent, 'body'>[];
export type ContentKey = (typeof CONTENT_KEYS)[number];

/** A field as one line of text; empty if the field is empty. */
export function contentLine(content: ArticleContent, key: ContentKey, names: LineNames): string {
  const { words } = names;
  switch (key) {
    case 'sectionId':
      return names.section(content.sectionId);
    case 'authorIds':
      return content.authorIds.map(names.author).join('، ');
    case 'tags':
      return content.tags.join('، ');
    case 'lead': {
      const { mediaId, caption, credit, alt, decorative } = content.lead;
      return [mediaId && names.picture(mediaId), caption, credit, alt, decorative && words.decorative]
        .filter(Boolean)
        .join(' · ');
    }
    case 'socialMediaId':
      return content.socialMediaId ? names.picture(content.socialMediaId) : '';
    case 'commentsOpen':
      return content.commentsOpen ? words.yes : words.no;
    case 'commentsCloseAt':
    case 'breakingUntil':
      return content[key] ? names.moment(content[key]) : '';
    case 'priority':
      return names.priority(content.priority);
    case 'locale':
    case 'kind':
      return words[content[key]];
    default:
      return content[key];
  }
}
