import { getLocale, getTranslations } from 'next-intl/server';
import type { FrontPage, Standing } from '#db/front/page.ts';
import type { Section } from '#db/tables/tables.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { BESIDE, IN_SECTION, placeKey, SECOND } from '#lib/articles/front-places.ts';
import { nameIn } from '#lib/locales.ts';

/** A place of the plan: its story, and its neighbours in the group, for the move buttons. */
export type PlanPlace = {
  key: string;
  name: string;
  story: Standing | undefined;
  up?: { key: string; name: string };
  down?: { key: string; name: string };
};
export type Plan = {
  lead: PlanPlace;
  beside: PlanPlace[];
  row: PlanPlace[];
  blocks: { section: Section; name: string; places: PlanPlace[] }[];
};

type Named = { key: string; name: string };

function withNeighbours(places: Named[], stories: (Standing | undefined)[]): PlanPlace[] {
  return places.map((place, n) => {
    const [up, down] = [places[n - 1], places[n + 1]];
    return { ...place, story: stories[n], ...(up && { up }), ...(down && stories[n + 1] && { down }) };
  });
}

/** The places of the front page with their names in the newsroom's language. */
export async function drawPlan({ lead, second, blocks }: FrontPage, dates: DateSettings): Promise<Plan> {
  const [t, locale] = await Promise.all([getTranslations('newsroom.front'), getLocale()]);
  const nth = (position: number) => formatNumber(position + 1, dates);
  const top = withNeighbours(
    [
      { key: 'lead', name: t('places.lead') },
      ...Array.from({ length: SECOND }, (_, position) => ({
        key: placeKey({ slot: 'second', sectionId: null, position }),
        name:
          position < BESIDE
            ? t('places.beside', { n: nth(position) })
            : t('places.row', { n: nth(position - BESIDE) }),
      })),
    ],
    [lead, ...second],
  );
  return {
    lead: top[0]!,
    beside: top.slice(1, 1 + BESIDE),
    row: top.slice(1 + BESIDE),
    blocks: blocks.map(({ section, cards }) => {
      const name = nameIn(section, locale);
      const places = Array.from({ length: IN_SECTION }, (_, position) => ({
        key: placeKey({ slot: 'section', sectionId: section.id, position }),
        name: t('places.section', { section: name, n: nth(position) }),
      }));
      return { section, name, places: withNeighbours(places, cards) };
    }),
  };
}

export const allPlaces = ({ lead, beside, row, blocks }: Plan): PlanPlace[] => [
  lead,
  ...beside,
  ...row,
  ...blocks.flatMap(({ places }) => places),
];
