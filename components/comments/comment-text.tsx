import { Fragment } from 'react';
import { directionOf, type Direction } from '#lib/arabic/text-direction.ts';
import { parseCommentText, type CommentPart } from '#lib/comments/comment-text.ts';
import { type Locale } from '#lib/locales.ts';
import { editionWith, mixedPiece } from '#lib/text/mixed-text.ts';

type Link = Extract<CommentPart, { kind: 'link' }>;

/**
 * Whether the typed address begins with the host that it leads to. `https://аррӏе.com` does not: its host is
 * another one.
 */
const namesHost = ({ text, host }: Link) =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .startsWith(host);

function LinkPart({ link }: { link: Link }) {
  return (
    <>
      <a href={link.href} rel="ugc nofollow noopener noreferrer" className="text-sea underline">
        <bdi dir="ltr">{link.text}</bdi>
      </a>
      {!namesHost(link) && (
        <>
          {' '}
          <bdi dir="ltr" className="text-meta text-ink-soft">
            ({link.host})
          </bdi>
        </>
      )}
    </>
  );
}

/** `run`: the edition whose text direction these lines have, whatever the edition of the page. */
function Parts({ parts, run }: { parts: CommentPart[]; run: Locale }) {
  return parts.map((part, n) => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={n}>{mixedPiece(part.text, run)}</Fragment>;
      case 'link':
        return <LinkPart key={n} link={part} />;
      case 'bold':
        return (
          <strong key={n} className="font-bold">
            <Parts parts={part.parts} run={run} />
          </strong>
        );
      case 'italic':
        // Arabic letters are not slanted, so emphasis has the colour of links; links are also underlined.
        return (
          <em key={n} className="text-sea not-italic">
            <Parts parts={part.parts} run={run} />
          </em>
        );
    }
  });
}

/** The words of a line without its links: an address does not decide the direction of the text around it. */
const wordsOf = (parts: CommentPart[]): string =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'link' ? ' ' : wordsOf(part.parts)))
    .join('');

/** Groups lines by direction. A line without letters has the direction of the line before it. */
function runsOf(lines: CommentPart[][]) {
  const runs: { dir: Direction | undefined; lines: CommentPart[][] }[] = [];
  for (const line of lines) {
    const dir = directionOf(wordsOf(line));
    const last = runs.at(-1);
    if (last && (!dir || !last.dir || dir === last.dir)) {
      last.lines.push(line);
      last.dir ??= dir;
    } else runs.push({ dir, lines: [line] });
  }
  return runs;
}

/** One paragraph to the reader, but one `<p>` for each direction of its lines. */
function Paragraph({ lines }: { lines: CommentPart[][] }) {
  return runsOf(lines).map((run, n) => (
    <p
      key={n}
      {...(run.dir && { dir: run.dir })}
      className={n > 0 ? 'comment-paragraph comment-turn' : 'comment-paragraph'}
    >
      {run.lines.map((parts, line) => (
        <span key={line}>
          {line > 0 && <br />}
          <Parts parts={parts} run={editionWith(run.dir ?? 'rtl')} />
        </span>
      ))}
    </p>
  ));
}

/**
 * A reader's text: each line in its own direction. Links are `nofollow` and show their host if the typed
 * address hides it.
 */
export function CommentText({ text }: { text: string }) {
  return (
    <div className="text-comment">
      {parseCommentText(text).map((block, n) =>
        block.kind === 'paragraph' ? (
          <Paragraph key={n} lines={block.lines} />
        ) : (
          <blockquote key={n} className="border-s-2 border-hairline ps-4 text-ink-soft [&+*]:mt-3">
            {block.paragraphs.map((lines, p) => (
              <Paragraph key={p} lines={lines} />
            ))}
          </blockquote>
        ),
      )}
    </div>
  );
}
