import type { FrontPage as Composed } from '#db/front/page.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { BESIDE } from '#lib/articles/front-places.ts';
import { sectionLink } from '../site/section-link.ts';
import { LeadBlock } from './lead-block.tsx';
import { SectionBlock } from './section-block.tsx';

type Props = {
  front: Composed;
  dates: DateSettings;
  words: { empty: string; more: (section: string) => string };
};

/** All places of the front page, for readers and for the newsroom's preview. */
export function FrontPage({ front: { lead, second, blocks }, dates, words }: Props) {
  return (
    <>
      {lead ? (
        <LeadBlock lead={lead} beside={second.slice(0, BESIDE)} row={second.slice(BESIDE)} dates={dates} />
      ) : (
        <p className="py-24 text-center text-h3 text-ink-soft">{words.empty}</p>
      )}
      {blocks
        .filter(({ cards }) => cards.length > 0)
        .map(({ section, cards }, n) => {
          const { slug, name } = sectionLink(section, dates.locale);
          return (
            <SectionBlock
              key={slug}
              slug={slug}
              name={name}
              more={words.more(name)}
              cards={cards}
              dates={dates}
              flipped={n % 2 === 1}
            />
          );
        })}
    </>
  );
}
