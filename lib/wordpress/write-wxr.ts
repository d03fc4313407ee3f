import { escapeMarkup, writableText } from '#lib/text/escape-markup.ts';
import { factsOf, type CommentStatus } from '../comments/states.ts';
import { commentToHtml } from './comment-to-html.ts';
import { OWN_META } from './wxr.ts';

type Site = { title: string; url: string; language: string };
type Item = {
  number: number;
  title: string;
  url: string;
  slug: string;
  status: string;
  publishedAt: Date | null;
  isOpen: boolean;
};
/** `order` and `parentOrder`: the WordPress ids of the comment and of its parent, 0 for none. */
type Comment = {
  order: number;
  parentOrder: number;
  id: string;
  name: string;
  email: string;
  body: string;
  /** WordPress has four states. Our own state is written in addition. */
  status: CommentStatus;
  createdAt: Date;
};

const cdata = (text: string) => `<![CDATA[${writableText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const wxrTime = (at: Date | null) =>
  at ? at.toISOString().slice(0, 19).replace('T', ' ') : '0000-00-00 00:00:00';

const POST_STATUS: Record<string, string> = { published: 'publish', retracted: 'publish', trash: 'trash' };

/** The head of a WXR 1.2 file; items and WXR_END follow. */
export const wxrHead = (
  { title, url, language }: Site,
  now: Date,
): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${escapeMarkup(title)}</title>
<link>${escapeMarkup(url)}</link>
<description></description>
<pubDate>${now.toUTCString()}</pubDate>
<language>${language}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${escapeMarkup(url)}</wp:base_site_url>
<wp:base_blog_url>${escapeMarkup(url)}</wp:base_blog_url>
<generator>Midad</generator>
`;

/** An article without its text, enough to assign its comments. */
export const wxrItemStart = ({
  number,
  title,
  url,
  slug,
  status,
  publishedAt,
  isOpen,
}: Item): string => `<item>
<title>${cdata(title)}</title>
<link>${escapeMarkup(url)}</link>
<pubDate>${(publishedAt ?? new Date(0)).toUTCString()}</pubDate>
<dc:creator>${cdata('')}</dc:creator>
<guid isPermaLink="false">${escapeMarkup(new URL(`/n/${number}`, url).href)}</guid>
<description></description>
<content:encoded>${cdata('')}</content:encoded>
<excerpt:encoded>${cdata('')}</excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${cdata(wxrTime(publishedAt))}</wp:post_date>
<wp:post_date_gmt>${cdata(wxrTime(publishedAt))}</wp:post_date_gmt>
<wp:comment_status>${cdata(isOpen ? 'open' : 'closed')}</wp:comment_status>
<wp:ping_status>${cdata('closed')}</wp:ping_status>
<wp:post_name>${cdata(encodeURIComponent(slug).toLowerCase())}</wp:post_name>
<wp:status>${cdata(POST_STATUS[status] ?? 'draft')}</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>${cdata('post')}</wp:post_type>
<wp:post_password>${cdata('')}</wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
`;

const metaOf = (key: string, value: string) =>
  `<wp:commentmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:commentmeta>`;

/** One comment. The email address is empty unless the export includes addresses; there is never a network. */
export const wxrComment = ({
  order,
  parentOrder,
  id,
  name,
  email,
  body,
  status,
  createdAt,
}: Comment): string => `<wp:comment>
<wp:comment_id>${order}</wp:comment_id>
<wp:comment_author>${cdata(name)}</wp:comment_author>
<wp:comment_author_email>${cdata(email)}</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url>
<wp:comment_author_IP></wp:comment_author_IP>
<wp:comment_date>${cdata(wxrTime(createdAt))}</wp:comment_date>
<wp:comment_date_gmt>${cdata(wxrTime(createdAt))}</wp:comment_date_gmt>
<wp:comment_content>${cdata(commentToHtml(body))}</wp:comment_content>
<wp:comment_approved>${cdata(factsOf(status).wxr.written)}</wp:comment_approved>
<wp:comment_type>${cdata('comment')}</wp:comment_type>
<wp:comment_parent>${parentOrder}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id>
${metaOf(OWN_META.id, id)}${metaOf(OWN_META.status, status)}
</wp:comment>
`;

export const WXR_ITEM_END = '</item>\n';
export const WXR_END = '</channel>\n</rss>\n';
