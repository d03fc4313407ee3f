import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { listChoices } from '#db/front/slots.ts';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { localDateTime } from '#lib/arabic/local-time.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { type Locale, sectionNameIn } from '#lib/locales.ts';
import type { PlanPlace } from './_places.ts';
import { breakStory, move, savePlace } from './actions.ts';

const LIMIT = 12;
const HOURS = [1, 2, 3, 6, 12, 24];

type Props = {
  /** The place to fill; undefined for the breaking bar. */
  place: PlanPlace | undefined;
  places: PlanPlace[];
  edition: Locale;
  stamp: string;
  query: string;
  dates: DateSettings;
};

type Story = NonNullable<PlanPlace['story']>;
type PlaceFormProps = Omit<Props, 'place' | 'query'> & { place: PlanPlace; story: Story };

/** Where to move the story of a place, and until when it stays. */
function PlaceForm({ place, story, places, edition, stamp, dates }: PlaceFormProps) {
  const t = useTranslations('newsroom.front');
  const expiresAt = story.pin?.expiresAt;
  return (
    <div>
      <h3 className="mb-3 text-ui font-bold">
        <bdi lang={edition}>{story.headline}</bdi>
      </h3>
      <ActionForm
        action={savePlace}
        hidden={{ edition, stamp, articleId: story.id, from: place.key }}
        submit={t('choose.save')}
        fields={[
          {
            name: 'place',
            label: t('choose.place'),
            autoComplete: 'off',
            initial: place.key,
            options: places.map(({ key, name }) => ({ value: key, label: name })),
          },
          {
            name: 'until',
            label: t('choose.until'),
            hint: t('choose.untilHint'),
            type: 'datetime-local',
            autoComplete: 'off',
            initial: expiresAt ? localDateTime(expiresAt, dates.timeZone) : '',
          },
        ]}
      />
    </div>
  );
}

function SearchForm({ edition, place, query }: { edition: Locale; place: string; query: string }) {
  const t = useTranslations('newsroom.front');
  return (
    <form action="/newsroom/front#choose" role="search" className="mb-3 flex gap-2">
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="place" value={place} />
      <input
        name="q"
        type="search"
        aria-label={t('choose.search')}
        placeholder={t('choose.search')}
        defaultValue={query}
        maxLength={mostUnits(200)}
        dir="auto"
        autoComplete="off"
        className="min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 placeholder:text-ink-soft placeholder-shown:text-start"
      />
      <button className={buttonStyle.plain}>{t('choose.find')}</button>
    </form>
  );
}

type Card = Awaited<ReturnType<typeof listChoices>>[number];
type PutProps = Pick<Props, 'places' | 'edition' | 'stamp'> & { card: Card; place: PlanPlace };

/** Puts a story into the place. */
function PutForm({ card, place, places, edition, stamp }: PutProps) {
  const t = useTranslations('newsroom.front');
  return (
    <form action={move} data-move="">
      {Object.entries({
        edition,
        stamp,
        articleId: card.id,
        place: place.key,
        from: places.find((each) => each.story?.id === card.id)?.key ?? '',
      }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button disabled={card.id === place.story?.id} className={buttonStyle.plain}>
        {t('choose.put')}
        <span className="sr-only">
          : <bdi lang={edition}>{card.headline}</bdi>
        </span>
      </button>
    </form>
  );
}

/** Makes a story breaking for some hours. */
function BreakForm({ card, edition, dates }: Pick<Props, 'edition' | 'dates'> & { card: Card }) {
  const t = useTranslations('newsroom.front');
  return (
    <SafeForm action={breakStory} className="flex gap-2">
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="articleId" value={card.id} />
      <select
        name="hours"
        aria-label={t('breaking.howLong')}
        defaultValue="3"
        className="min-h-11 rounded-paper border border-field bg-paper px-2"
      >
        {HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {t('breaking.hours', { count: hours, n: formatNumber(hours, dates) })}
          </option>
        ))}
      </select>
      <button className={buttonStyle.plain}>
        {t('breaking.start')}
        <span className="sr-only">
          : <bdi lang={edition}>{card.headline}</bdi>
        </span>
      </button>
    </SafeForm>
  );
}

/** For one place: where to move its story and until when it stays, and other stories to put there. */
export async function Choose({ place, places, edition, stamp, query, dates }: Props) {
  const [t, locale, choices] = await Promise.all([
    getTranslations('newsroom.front'),
    getLocale(),
    listChoices(edition, query, LIMIT),
  ]);
  const now = new Date();
  const story = place?.story;
  return (
    <div id="choose" className="scroll-mt-4">
      <Block
        title={t('choose.title', { place: place?.name ?? t('breaking.title') })}
        aside={
          <a href={`/newsroom/front?edition=${edition}`} className={buttonStyle.text}>
            {t('choose.close')}
          </a>
        }
      >
        <div className={story ? 'grid gap-8 lg:grid-cols-2' : ''}>
          {place && story && <PlaceForm {...{ place, story, places, edition, stamp, dates }} />}
          <div className="min-w-0">
            <SearchForm edition={edition} place={place?.key ?? 'breaking'} query={query} />
            {choices.length === 0 && <p className="py-4 text-ink-soft">{t('choose.nothing')}</p>}
            <ul className="divide-y divide-hairline">
              {choices.map((card) => (
                <li
                  key={card.id}
                  data-article={card.id}
                  draggable={Boolean(place)}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
                >
                  <div className="min-w-0 flex-1 basis-60">
                    <p className="font-medium">
                      <bdi lang={edition}>{card.headline}</bdi>
                    </p>
                    <p className="text-caption text-ink-soft">
                      {sectionNameIn(card, locale)} ·{' '}
                      {card.publishedAt > now && (
                        <b className="font-bold text-amber">{t('choose.scheduled')} </b>
                      )}
                      <Time at={card.publishedAt} dates={dates} />
                    </p>
                  </div>
                  {place ? (
                    <PutForm {...{ card, place, places, edition, stamp }} />
                  ) : (
                    <BreakForm card={card} edition={edition} dates={dates} />
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      </Block>
    </div>
  );
}
