import type { DateSettings } from '#lib/arabic/dates.ts';
import { Time } from '../ui/time.tsx';
import { Words } from '../ui/words.tsx';
import { FoldedText } from './folded-text.tsx';

type Props = { name: string; body: string; at: Date; dates: DateSettings };

/** A comment as the subject of a page, outside its thread. */
export function CommentQuote({ name, body, at, dates }: Props) {
  return (
    <blockquote className="border-s-3 border-hairline ps-4">
      <p className="text-ui wrap-break-word">
        <b className="font-bold">
          <Words of={name} />
        </b>{' '}
        <span className="text-caption text-ink-soft">
          <Time at={at} dates={dates} />
        </span>
      </p>
      <FoldedText text={body} />
    </blockquote>
  );
}
