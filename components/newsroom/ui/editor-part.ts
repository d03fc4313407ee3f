import type { ArticleEditor } from '#components/editor/article-editor.tsx';

/*
 * The editor is large and loads after the page. Until it is there, or if it never loads, a form shows its
 * plain fields.
 */

export type Editor = typeof ArticleEditor;

let part: Editor | undefined;

export const getEditor = () => part;

export async function loadEditor(): Promise<Editor> {
  part ??= (await import('#components/editor/article-editor.tsx')).ArticleEditor;
  return part;
}
