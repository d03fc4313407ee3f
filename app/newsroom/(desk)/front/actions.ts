'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { endBreaking, setBreaking } from '#db/front/breaking.ts';
import { composeFront } from '#db/front/page.ts';
import { pinStory, unpinStory } from '#db/front/slots.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { fromLocalDateTime } from '#lib/arabic/local-time.ts';
import type { Person } from '#lib/people/can.ts';
import { DEFAULT_LOCALE, type Locale, LOCALES } from '#lib/locales.ts';
import { withQuery } from '../../_query.ts';
import { answerWith, requireStaffAction } from '../../_session.ts';
import { allPlaces, drawPlan } from './_places.ts';

const PATH = '/newsroom/front';
const HOUR = 3_600_000;

const edition = z.enum(LOCALES).catch(DEFAULT_LOCALE);
const stamp = z.string().max(32).catch('');
const placing = z.object({
  edition,
  stamp,
  articleId: z.string().max(64),
  place: z.string().max(90),
  from: z.string().max(90).default(''),
  /** The expiry that the pin already has. */
  keep: z.iso.datetime().optional().catch(undefined),
});
const unpinning = z.object({ edition, stamp, slotId: z.string().max(64) });
const breaking = z.object({
  edition,
  articleId: z.string().max(64),
  hours: z.coerce.number().int().min(1).max(72).catch(3),
});

const back = (locale: Locale, told: Record<string, string>): never =>
  redirect(withQuery(PATH, { edition: locale, ...told }));

async function placeName(locale: Locale, key: string): Promise<string> {
  const dates = await getDateSettings((await getLocale()) as Locale);
  const plan = await drawPlan(await composeFront(locale, new Date()), dates);
  return allPlaces(plan).find((place) => place.key === key)?.name ?? '';
}

type Placing = z.infer<typeof placing>;

function put(
  { edition: locale, stamp: seen, articleId, place, from, keep }: Placing,
  expiresAt: Date | null | undefined,
  person: Person,
) {
  const now = new Date();
  const kept = keep && new Date(keep) > now ? new Date(keep) : null;
  return pinStory(
    { locale, articleId, place, from, expiresAt: expiresAt === undefined ? kept : expiresAt, stamp: seen },
    person,
    now,
  );
}

/** Moves a story to another place, or puts a story that was found into a place. */
export async function move(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const parsed = placing.safeParse(Object.fromEntries(form));
  if (!parsed.success) return back(DEFAULT_LOCALE, { fault: 'gone' });
  const result = await put(parsed.data, undefined, person);
  return back(
    parsed.data.edition,
    'fault' in result ? { fault: result.fault } : { done: 'pinned', at: result.place },
  );
}

/** The same with scripts: returns what happened, in words. */
export async function moveHere(form: FormData): Promise<string> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.front');
  const parsed = placing.safeParse(Object.fromEntries(form));
  const result = parsed.success ? await put(parsed.data, undefined, person) : { fault: 'gone' as const };
  revalidatePath(PATH);
  if ('fault' in result) return t(`faults.${result.fault}`);
  return t('done.moved', {
    headline: result.headline,
    place: await placeName(parsed.data!.edition, result.place),
  });
}

/** Saves the form of one place: where its story goes, and until when. */
export async function savePlace(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const [t, { timeZone }] = await Promise.all([
    getTranslations('newsroom.front'),
    getDateSettings(DEFAULT_LOCALE),
  ]);
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = placing.safeParse(values);
  if (!parsed.success) return back(DEFAULT_LOCALE, { fault: 'gone' });
  const until = values.until ? fromLocalDateTime(values.until, timeZone) : null;
  const result = values.until && !until ? { fault: 'past' as const } : await put(parsed.data, until, person);
  if (!('fault' in result)) return back(parsed.data.edition, { done: 'pinned', at: result.place });
  if (result.fault === 'conflict' || result.fault === 'gone')
    return back(parsed.data.edition, { fault: result.fault });
  answerWith(422);
  return { values, faults: { [result.fault === 'past' ? 'until' : 'place']: t(`faults.${result.fault}`) } };
}

export async function unpin(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const parsed = unpinning.safeParse(Object.fromEntries(form));
  if (!parsed.success) return back(DEFAULT_LOCALE, { fault: 'gone' });
  const { edition: locale, ...given } = parsed.data;
  const result = await unpinStory({ locale, ...given }, person);
  return back(locale, 'fault' in result ? { fault: result.fault } : { done: 'unpinned', at: result.place });
}

export async function breakStory(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const parsed = breaking.safeParse(Object.fromEntries(form));
  if (!parsed.success) return back(DEFAULT_LOCALE, { fault: 'gone' });
  const { edition: locale, articleId, hours } = parsed.data;
  const now = new Date();
  const result = await setBreaking({ articleId, until: new Date(now.getTime() + hours * HOUR) }, person, now);
  return back(locale, 'fault' in result ? { fault: 'gone' } : { done: 'breaking' });
}

export async function stopBreaking(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const parsed = breaking.safeParse(Object.fromEntries(form));
  if (!parsed.success) return back(DEFAULT_LOCALE, { fault: 'gone' });
  const result = await endBreaking(parsed.data.articleId, person);
  return back(parsed.data.edition, 'fault' in result ? { fault: 'gone' } : { done: 'breakingEnded' });
}
