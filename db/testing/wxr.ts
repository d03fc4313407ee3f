import { readWxr } from '#lib/wordpress/read-wxr.ts';
import { db } from '#db/engine/client.ts';
import { importComments } from '#db/privacy/import.ts';
import { articles, comments } from '#db/tables/tables.ts';
import { NOON, publish } from './articles.ts';

type Given = {
  id: number;
  parent?: number;
  author?: string;
  email?: string;
  date?: string;
  content?: string;
  approved?: string;
  type?: string;
};
const IP = '203.0.113.77';
const comment = ({
  id,
  parent = 0,
  author = 'أمل',
  email = '',
  date = '2026-11-22 08:00:00',
  content = `نص ${id}`,
  approved = '1',
  type = 'comment',
}: Given) => `<wp:comment>
<wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${author}]]></wp:comment_author><wp:comment_author_email><![CDATA[${email}]]></wp:comment_author_email>
<wp:comment_author_url>https://spam.example/</wp:comment_author_url><wp:comment_author_IP><![CDATA[${IP}]]></wp:comment_author_IP>
<wp:comment_date><![CDATA[${date}]]></wp:comment_date><wp:comment_date_gmt><![CDATA[${date}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[${content}]]></wp:comment_content><wp:comment_approved><![CDATA[${approved}]]></wp:comment_approved>
<wp:comment_type><![CDATA[${type}]]></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>`;
/** An item of an export file of WordPress: an article with its comments. */
export const item = (
  link: string,
  given: Given[],
  slug = '',
) => `<item><title>خبر</title><link>${link}</link><wp:post_id>9</wp:post_id><wp:post_date_gmt>2026-11-20 08:00:00</wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name>${given.map(comment).join('\n')}</item>`;
export const file = (
  ...items: string[]
) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>${items.join('\n')}</channel></rss>`;

/** Imports a file. */
export const take = (text: string, now = NOON, isDry = false) =>
  importComments(readWxr([Buffer.from(text)]), { isDry }, now);
export const all = () => db().select().from(comments).orderBy(comments.createdAt, comments.id);
export const byBody = async (body: string) => (await all()).find((each) => each.body === body)!;

/** Leaves one article and no comment; returns its number and the address that items of a file link to. */
export async function replaceArticles() {
  await db().delete(comments);
  await db().delete(articles);
  const { number } = await publish({ headline: 'سوق السمك يعود' });
  return { number, path: `https://midad.example/local/${number}/x` };
}
