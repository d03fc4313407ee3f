import { parseCommentText } from '#lib/comments/comment-text.ts';

/** A reader's words: each paragraph in its own direction, addresses as links that lend no weight. */
export function CommentText({ text }: { text: string }) {
  return parseCommentText(text).map((lines, p) => (
    <p key={p} dir="auto" className="text-comment text-start wrap-break-word [&+p]:mt-3">
      {lines.map((parts, l) => (
        <span key={l}>
          {l > 0 && <br />}
          {parts.map((part, n) =>
            part.href ? (
              <a key={n} href={part.href} rel="ugc nofollow noopener noreferrer" className="text-sea underline">
                <bdi dir="ltr">{part.text}</bdi>
              </a>
            ) : part.text,
          )}
        </span>
      ))}
    </p>
  ));
}
