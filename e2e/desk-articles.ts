import { execFileSync } from 'node:child_process';
import { dataDir } from './house.ts';

const SETUP = `
  const { db, closeDatabase } = await import('#db/client.ts');
  const { sections, users, articles } = await import('#db/tables.ts');
  const { eq } = await import('drizzle-orm');
  const drafts = await import('#db/drafts.ts');
  const acts = await import('#db/article-acts.ts');
  const { publishDraft } = await import('#db/publish-draft.ts');
  const { correctArticle } = await import('#db/corrections.ts');
  const { endPreviewLinks, getPreviewLink } = await import('#db/preview.ts');
  const { docFromLines } = await import('#lib/body/from-lines.ts');
  const { articlePath } = await import('#lib/article-path.ts');
  const [editor] = await db().select().from(users).where(eq(users.role, 'admin'));
  const [section] = await db().select().from(sections).where(eq(sections.slug, 'local'));
  const now = () => new Date();
  const later = (seconds) => new Date(Date.now() + seconds * 1000);
  const change = async (id, changes) => {
    const { draft } = await drafts.getDraft(id);
    return drafts.saveDraft({ articleId: id, content: { ...draft.content, ...changes }, version: draft.version }, editor, now());
  };
  const write = async (headline, changes = {}) => {
    const { id } = await drafts.beginArticle({ locale: changes.locale ?? 'ar', kind: 'article', sectionId: section.id, headline }, editor, now());
    await change(id, { standfirst: 'مقدمة', source: 'مداد', tags: ['تجربة النشر'], body: docFromLines(['نص الخبر كما كُتب.']), ...changes });
    return id;
  };
  const publish = async (id, at) => {
    const { draft } = await drafts.getDraft(id);
    const done = await publishDraft({ articleId: id, version: draft.version, ...(at && { at }) }, editor, now());
    if (done.fault) throw new Error(JSON.stringify(done));
    return { id, number: done.article.number, path: articlePath({ ...done.article, sectionSlug: 'local' }) };
  };
  const preview = async (id, at = now()) => (await getPreviewLink(id, editor, at)).path;
`;

/** Does something at the desk, in a process of its own, and gives what it answers: as a colleague at another machine would. */
export function atDesk<T>(work: string): T {
  const code = `${SETUP}\nconsole.log(JSON.stringify((await (async () => { ${work} })()) ?? null)); closeDatabase();`;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' });
  return JSON.parse(out.trim().split('\n').at(-1)!) as T;
}
