import { Fragment } from 'react';
import { parseCommentText, type CommentPart } from '#lib/comments/comment-text.ts';
import { mixedText } from '#lib/mixed-text.ts';

type Link = Extract<CommentPart, { kind: 'link' }>;

/** Whether the address as it was typed begins with the host it leads to: `https://аррӏе.com` leads elsewhere. */
const namesHost = ({ text, host }: Link) => text.toLowerCase().replace(/^https?:\/\//, '').startsWith(host);

function LinkPart({ link }: { link: Link }) {
  return (
    <>
      <a href={link.href} rel="ugc nofollow noopener noreferrer" className="text-sea underline">
        <bdi dir="ltr">{link.text}</bdi>
      </a>
      {!namesHost(link) && <>{' '}<bdi dir="ltr" className="text-meta text-ink-soft">({link.host})</bdi></>}
    </>
  );
}

function Parts({ parts }: { parts: CommentPart[] }) {
  return parts.map((part, n) => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={n}>{mixedText(part.text, 'ar')}</Fragment>;
      case 'link':
        return <LinkPart key={n} link={part} />;
      case 'bold':
        return <strong key={n} className="font-bold"><Parts parts={part.parts} /></strong>;
      case 'italic':
        // Arabic letters do not lean; links, of the same colour, are underlined
        return <em key={n} className="not-italic text-sea"><Parts parts={part.parts} /></em>;
    }
  });
}

function Paragraph({ lines }: { lines: CommentPart[][] }) {
  return (
    <p dir="auto" className="comment-paragraph">
      {lines.map((parts, n) => (
        <span key={n}>
          {n > 0 && <br />}
          <Parts parts={parts} />
        </span>
      ))}
    </p>
  );
}

/** A reader's words: each paragraph in its own direction, addresses as links that lend no weight and say where they lead. */
export function CommentText({ text }: { text: string }) {
  return (
    <div className="text-comment">
      {parseCommentText(text).map((block, n) =>
        block.kind === 'paragraph' ? <Paragraph key={n} lines={block.lines} /> : (
          <blockquote key={n} className="border-s-2 border-hairline ps-4 text-ink-soft [&+*]:mt-3">
            {block.paragraphs.map((lines, p) => <Paragraph key={p} lines={lines} />)}
          </blockquote>
        ),
      )}
    </div>
  );
}
