import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { FrontMoves } from '#components/newsroom/front/front-moves.tsx';
import { FrontPlace } from '#components/newsroom/front/front-place.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { ToolsNav } from '#components/newsroom/frame/tools-nav.tsx';
import { Time } from '#components/ui/time.tsx';
import { composeFront } from '#db/front/page.ts';
import { readSlots } from '#db/front/slots.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import { DEFAULT_LOCALE, isLocale, type Locale, LOCALES } from '#lib/locales.ts';
import { withQuery } from '../../_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { Breaking } from './_breaking.tsx';
import { Choose } from './_choose.tsx';
import { allPlaces, drawPlan, type PlanPlace } from './_places.ts';
import { move, moveHere, unpin } from './actions.ts';

const PATH = '/newsroom/front';
const HOUR = 3_600_000;
const FAULTS = ['conflict', 'gone', 'place', 'past'] as const;
const DONE = ['pinned', 'unpinned', 'breaking', 'breakingEnded'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.front'))('title') };
}

type PlanProps = {
  plan: Awaited<ReturnType<typeof drawPlan>>;
  draw: (place: PlanPlace, isLarge?: boolean) => ReactNode;
};

/** The places of the page, in the order of the page. */
function Plan({ plan, draw }: PlanProps) {
  const t = useTranslations('newsroom.front');
  return (
    <>
      <section aria-labelledby="plan-top">
        <h2 id="plan-top" className="mb-3 text-h3">
          {t('top')}
        </h2>
        <ol className="grid gap-3 lg:grid-cols-2">
          {draw(plan.lead, true)}
          <li>
            <ol className="grid gap-3">{plan.beside.map((place) => draw(place))}</ol>
          </li>
        </ol>
        <ol className="mt-3 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
          {plan.row.map((place) => draw(place))}
        </ol>
      </section>
      {plan.blocks.map(({ section, name, places: own }) => (
        <section key={section.id} aria-labelledby={`plan-${section.slug}`}>
          <h2 id={`plan-${section.slug}`} className="mb-3 text-h3">
            {name}
          </h2>
          <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">{own.map((place) => draw(place))}</ol>
        </section>
      ))}
    </>
  );
}

type AwayProps = {
  away: Awaited<ReturnType<typeof readSlots>>['away'];
  edition: Locale;
  stamp: string;
  dates: DateSettings;
  nameOf: (place: string) => string;
};

/** Pins whose story readers do not see at present. */
function AwayPins({ away, edition, stamp, dates, nameOf }: AwayProps) {
  const t = useTranslations('newsroom.front');
  return (
    <Block title={t('away.title')} lead={t('away.lead')}>
      <ul className="divide-y divide-hairline">
        {away.map((pin) => (
          <li key={pin.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">
                <bdi lang={edition}>{pin.headline}</bdi>
              </p>
              <p className="text-caption text-ink-soft">
                {nameOf(pin.place)} ·{' '}
                {pin.from
                  ? t.rich('away.from', { time: () => <Time at={pin.from!} dates={dates} /> })
                  : t('away.hidden')}
              </p>
            </div>
            <SafeForm action={unpin}>
              {Object.entries({ edition, stamp, slotId: pin.id }).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button className={buttonStyle.text}>
                {t('unpin')}
                <span className="sr-only">
                  : <bdi lang={edition}>{pin.headline}</bdi>
                </span>
              </button>
            </SafeForm>
          </li>
        ))}
      </ul>
    </Block>
  );
}

type PreviewProps = { edition: Locale; now: Date; dates: DateSettings };

/** Asks for the front page at another time. */
function PreviewForm({ edition, now, dates }: PreviewProps) {
  const t = useTranslations('newsroom.front');
  return (
    <Block title={t('preview.title')} lead={t('preview.lead')}>
      <form action="/newsroom/front/preview" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="edition" value={edition} />
        <label className="block">
          <span className="mb-1 block font-medium">{t('preview.at')}</span>
          <input
            name="at"
            type="datetime-local"
            dir="ltr"
            defaultValue={localDateTime(new Date(now.getTime() + HOUR), dates.timeZone)}
            className="block min-h-11 rounded-paper border border-field bg-paper px-3 text-ui"
          />
        </label>
        <button className={buttonStyle.plain}>{t('preview.show')}</button>
      </form>
    </Block>
  );
}

export default async function FrontDesk({ searchParams }: { searchParams: Query }) {
  await requireStaff('curate', PATH);
  const query = await searchParams;
  const asked = single(query.edition);
  const edition: Locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const now = new Date();
  const [t, dates, front, { stamp, away }] = await Promise.all([
    getTranslations('newsroom.front'),
    getDateSettings((await getLocale()) as Locale),
    composeFront(edition, now),
    readSlots(edition, now),
  ]);
  const plan = await drawPlan(front, dates);
  const places = allPlaces(plan);
  const chosenKey = single(query.place);
  const chosen = places.find(({ key }) => key === chosenKey);
  const nameOf = (key: string) => places.find((place) => place.key === key)?.name ?? key;
  const fault = FAULTS.find((each) => each === query.fault);
  const done = DONE.find((each) => each === query.done);
  const draw = (place: PlanPlace, isLarge = false) => (
    <FrontPlace
      key={place.key}
      place={place}
      edition={edition}
      stamp={stamp}
      dates={dates}
      move={move}
      unpin={unpin}
      isLarge={isLarge}
      isChosen={place.key === chosenKey}
      chooseHref={`${withQuery(PATH, { edition, place: place.key })}#choose`}
    />
  );
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-h2">{t('title')}</h1>
          <p className="text-ink-soft">{t('lead')}</p>
        </div>
        <ToolsNav
          label={t('edition')}
          links={LOCALES.map((locale) => ({
            href: withQuery(PATH, { edition: locale }),
            label: t(`editions.${locale}`),
            isCurrent: locale === edition,
          }))}
        />
      </div>
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`, { place: nameOf(single(query.at)) })}</p>
        </Notice>
      )}
      <FrontMoves hint={t('hint')} waiting={t('moving')} move={moveHere}>
        {(chosen || chosenKey === 'breaking') && (
          <Choose
            place={chosen}
            places={places}
            edition={edition}
            stamp={stamp}
            query={single(query.q).trim()}
            dates={dates}
          />
        )}
        <Plan plan={plan} draw={draw} />
      </FrontMoves>
      <Breaking edition={edition} front={front} dates={dates} />
      {away.length > 0 && <AwayPins {...{ away, edition, stamp, dates, nameOf }} />}
      <PreviewForm edition={edition} now={now} dates={dates} />
    </div>
  );
}
