import { diffBodies } from '#lib/body/block-diff.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { WritingWords } from './article-words.ts';
import { MarkedPieces } from '#components/newsroom/ui/marked-pieces.tsx';
import { dirOf, type Locale } from '#lib/locales.ts';

type Props = {
  title: string;
  /** The body without the merge. */
  before: Doc;
  /** The merged body. */
  after: Doc;
  lang: Locale;
  words: WritingWords;
};

/** The merged body, with additions and deletions marked. */
export function MergedText({ title, before, after, lang, words }: Props) {
  return (
    <details className="group/part w-full border-t border-dashed border-hairline">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-medium marker:content-none hover:text-sea">
        <span aria-hidden="true" className="text-ink-soft group-open/part:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden text-ink-soft group-open/part:inline">
          −
        </span>
        {title}
      </summary>
      <p className="mb-2 text-caption text-ink-soft">
        {words.mergedLead} <ins className="text-leaf decoration-2 underline-offset-4">{words.added}</ins> ·{' '}
        <del className="text-madder decoration-2">{words.removed}</del>
      </p>
      <div lang={lang} dir={dirOf(lang)} className="space-y-3 pb-3 font-serif text-comment">
        {diffBodies(before, after).map(({ type, change, pieces }, n) => (
          <div key={n} className={change === 'same' ? '' : 'border-s-4 border-sea ps-3'}>
            {change === 'restyled' && (
              <p className="font-sans text-caption text-ink-soft">{words.restyled}</p>
            )}
            <p
              className={`wrap-anywhere whitespace-pre-wrap ${type === 'heading' ? 'font-sans font-bold' : ''}`}
            >
              <MarkedPieces pieces={pieces} words={words} />
            </p>
          </div>
        ))}
      </div>
    </details>
  );
}
