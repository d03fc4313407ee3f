import { useTranslations } from 'next-intl';
import type { Standing } from '#db/front/page.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/articles/path.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { Time } from '#components/ui/time.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { sectionNameIn } from '#lib/locales.ts';

type Named = { key: string; name: string };
type Act = (form: FormData) => Promise<void>;
type Props = {
  place: Named & { story: Standing | undefined; up?: Named; down?: Named };
  edition: string;
  stamp: string;
  dates: DateSettings;
  /** The page to choose another story for this place. */
  chooseHref: string;
  isChosen: boolean;
  move: Act;
  unpin: Act;
  isLarge?: boolean;
};

const square =
  'inline-flex size-11 items-center justify-center rounded-paper border border-field hover:border-sea hover:text-sea';

/** Moves a story one place up or down. */
function MoveForm({
  place: { key, up, down },
  story,
  edition,
  stamp,
  move,
}: Pick<Props, 'place' | 'edition' | 'stamp' | 'move'> & { story: Standing }) {
  const t = useTranslations('newsroom.front');
  return (
    <form action={move} data-move="" className="flex gap-2">
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="stamp" value={stamp} />
      <input type="hidden" name="articleId" value={story.id} />
      <input type="hidden" name="from" value={key} />
      <input type="hidden" name="keep" value={story.pin?.expiresAt?.toISOString() ?? ''} />
      {up && (
        <button
          name="place"
          value={up.key}
          data-way="up"
          aria-label={t('moveTo', { headline: story.headline, place: up.name })}
          className={square}
        >
          <Icon name="up" />
        </button>
      )}
      {down && (
        <button
          name="place"
          value={down.key}
          data-way="down"
          aria-label={t('moveTo', { headline: story.headline, place: down.name })}
          className={square}
        >
          <Icon name="up" className="size-5 rotate-180" />
        </button>
      )}
    </form>
  );
}

/** One place of the plan: its story, why it is there, and the actions on it. A drag sends the same form. */
export function FrontPlace({
  place,
  edition,
  stamp,
  dates,
  chooseHref,
  isChosen,
  move,
  unpin,
  isLarge = false,
}: Props) {
  const t = useTranslations('newsroom.front');
  const { story } = place;
  const pin = story?.pin;
  return (
    <li
      data-place={place.key}
      {...(story && { 'data-article': story.id, draggable: true })}
      className={`flex flex-col gap-1 ${isLarge ? 'self-start' : ''} rounded-paper border bg-sheet p-3 data-[over]:border-sea data-[over]:bg-paper ${isChosen ? 'border-sea' : pin ? 'border-ink-soft' : 'border-hairline'}`}
    >
      <p className="flex flex-wrap justify-between gap-x-3 text-caption text-ink-soft">
        <span>{place.name}</span>
        {story && (
          <span className={pin ? 'font-bold text-sea' : undefined}>
            {pin?.expiresAt
              ? t.rich('pinnedUntil', { time: () => <Time at={pin.expiresAt!} dates={dates} /> })
              : t(pin ? 'pinned' : 'automatic')}
          </span>
        )}
      </p>
      {isLarge && story?.image && (
        <Picture
          source={story.image}
          sizes="(width >= 64rem) 460px, 100vw"
          alt=""
          className="aspect-3/2 rounded-paper object-cover"
        />
      )}
      {story ? (
        <p className={`font-bold ${isLarge ? 'text-h3' : ''}`}>
          <a href={articlePath(story)} draggable={false} lang={edition} className="hover:text-sea">
            <bdi>{story.headline}</bdi>
          </a>
        </p>
      ) : (
        <p className="text-ink-soft">{t('emptyPlace')}</p>
      )}
      {story && (
        <p className="text-caption text-ink-soft">
          {sectionNameIn(story, dates.locale)} · <Time at={story.publishedAt} dates={dates} />
        </p>
      )}
      <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-1">
        {story && <MoveForm {...{ place, edition, stamp, move }} story={story} />}
        <a
          href={chooseHref}
          draggable={false}
          {...(isChosen && { 'aria-current': 'true' as const })}
          className={buttonStyle.text}
        >
          {t('change')}
          <span className="sr-only">: {place.name}</span>
        </a>
        {pin && (
          <SafeForm action={unpin} className="contents">
            <input type="hidden" name="edition" value={edition} />
            <input type="hidden" name="stamp" value={stamp} />
            <input type="hidden" name="slotId" value={pin.id} />
            <button className={buttonStyle.text}>
              {t('unpin')}
              <span className="sr-only">
                : <bdi lang={edition}>{story.headline}</bdi>
              </span>
            </button>
          </SafeForm>
        )}
      </div>
    </li>
  );
}
