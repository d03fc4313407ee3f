/** What a reader wrote, as paragraphs; each finds its own direction. */
export function CommentText({ body, className = '' }: { body: string; className?: string }) {
  return (
    <div className={`space-y-2 wrap-anywhere ${className}`}>
      {body.split(/\n+/).filter((line) => line.trim()).map((line, i) => <p key={i} dir="auto">{line}</p>)}
    </div>
  );
}
