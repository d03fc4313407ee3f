import { z } from 'zod';
import { readWhole } from '#lib/arabic/read-number.ts';
import { isWebhookUrl } from '#lib/security/webhook.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { changeSettings, getSettings, type Settings } from '#db/paper/settings.ts';

const HOUR = 3_600_000;
export const HOLD_HOURS = 24;
const SLOW_HOURS = 24;

/** A whole number in any digits: ٤٥ is 45. Empty input is not a number. */
const whole = (from: number, to: number) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? readWhole(typed) : typed),
    z.number().int().min(from).max(to),
  );

export const commentSettingsSchema = z
  .object({
    commentEmail: z.enum(['required', 'optional']),
    commentsCloseAfterDays: whole(0, 3650),
    holdScore: whole(1, 1000),
    spamScore: whole(2, 1000),
    trustAfter: whole(0, 1000),
    classifierOn: z.enum(['on', 'off']).transform((value) => value === 'on'),
    webhookUrl: z.literal('').or(z.string().max(500).refine(isWebhookUrl)),
  })
  .refine(({ holdScore, spamScore }) => holdScore < spamScore, { path: ['spamScore'] });

/** Writes the settings that differ, with a log row of old and new values. */
async function change(changes: Partial<Settings>, action: string, actor: Person, now: Date): Promise<void> {
  mustBeAble(actor, 'moderationRules');
  const before = await getSettings();
  const keys = (Object.keys(changes) as (keyof Settings)[]).filter((key) => changes[key] !== before[key]);
  if (keys.length === 0) return;
  const pick = (from: Partial<Settings>) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  await db().transaction(async (tx) => {
    await changeSettings(tx, pick(changes));
    await writeAudit(
      { userId: actor.id, action, subject: 'comments', before: pick(before), after: pick(changes) },
      now,
      tx,
    );
  });
}

export const changeCommentSettings = (
  changes: z.output<typeof commentSettingsSchema>,
  actor: Person,
  now = new Date(),
) => change(changes, 'settings.changed', actor, now);

/** For one day, every comment waits for review, from any writer. */
export const holdAll = (actor: Person, now = new Date()) =>
  change(
    { holdAllUntil: new Date(now.getTime() + HOLD_HOURS * HOUR).toISOString() },
    'incident.holdAll',
    actor,
    now,
  );

export const endHoldAll = (actor: Person, now = new Date()) =>
  change({ holdAllUntil: '' }, 'incident.holdAllEnded', actor, now);

export const slowModeSchema = z.object({ minutes: whole(1, 60) });

/** For one day, a writer may send one comment per this many minutes. */
export const slowDown = ({ minutes }: z.output<typeof slowModeSchema>, actor: Person, now = new Date()) =>
  change(
    {
      slowModeUntil: new Date(now.getTime() + SLOW_HOURS * HOUR).toISOString(),
      slowModeSeconds: minutes * 60,
    },
    'incident.slowMode',
    actor,
    now,
  );

export const endSlowMode = (actor: Person, now = new Date()) =>
  change({ slowModeUntil: '' }, 'incident.slowModeEnded', actor, now);

export type Incident = { kind: 'holdAll'; until: Date } | { kind: 'slowMode'; until: Date; minutes: number };

/** The incident switches that are on now. */
export async function listIncidents(now: Date): Promise<Incident[]> {
  const { holdAllUntil, slowModeUntil, slowModeSeconds } = await getSettings();
  const isOn = (until: string) => until !== '' && new Date(until) > now;
  return [
    ...(isOn(holdAllUntil) ? [{ kind: 'holdAll' as const, until: new Date(holdAllUntil) }] : []),
    ...(isOn(slowModeUntil)
      ? [
          {
            kind: 'slowMode' as const,
            until: new Date(slowModeUntil),
            minutes: Math.round(slowModeSeconds / 60),
          },
        ]
      : []),
  ];
}
