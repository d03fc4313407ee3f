'use server';

import { z } from 'zod';
import { atMost } from '#lib/arabic/at-most.ts';
import { banCommenter, liftBan, undoBan } from '#db/moderation/bans.ts';
import { findCommentByAddress } from '#db/privacy/addresses/find.ts';
import { featureComment, unfeatureComment } from '#db/moderation/picks.ts';
import { sentId } from '#db/engine/ids.ts';
import { replyAsStaff } from '#db/moderation/staff-reply.ts';
import { noteOnWriter } from '#db/moderation/writers.ts';
import { cleanLine, cleanMultiline } from '#lib/arabic/bidi.ts';
import { LIMITS } from '#lib/comments/rules.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { requireStaffAction } from '../../_session.ts';
import { comeBack, missTarget } from './_come-back.ts';

const QUEUE = '/newsroom/comments';

const commentId = z.uuid();
const line = (most: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().check(atMost(most)));
const words = (most: number) =>
  z
    .string()
    .transform(cleanMultiline)
    .pipe(z.string().min(1).check(atMost(most)));

/** The parsed fields of a form. An invalid form redirects to the list with a message. */
function read<T extends z.ZodType>(schema: T, form: FormData): z.output<T> {
  const parsed = schema.safeParse(Object.fromEntries(form));
  return parsed.success ? parsed.data : comeBack(form, { said: 'notUnderstood' });
}

const banOrder = z.object({
  commentId,
  kind: z.enum(['writer', 'email', 'network']),
  days: z.enum(['1', '7', '30', 'ever']).transform((days) => (days === 'ever' ? null : Number(days))),
  reason: line(300).default(''),
  withAll: z
    .literal('on')
    .optional()
    .transform((on) => on !== undefined),
});

export async function ban(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const result = await banCommenter(read(banOrder, form), person);
  comeBack(
    form,
    'fault' in result
      ? { said: result.fault === 'networkPast' ? 'networkPast' : 'writerUnknown' }
      : { banned: result.banId },
  );
}

export async function takeBanBack(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const undone = await undoBan(read(z.object({ banId: z.uuid() }), form).banId, person);
  comeBack(form, { said: undone ? 'banUndone' : 'banGone' });
}

export async function lift(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const lifted = await liftBan(read(z.object({ banId: z.uuid() }), form).banId, person);
  comeBack(form, { said: lifted ? 'banLifted' : 'banGone' });
}

export async function feature(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const asked = read(z.object({ commentId, line: line(160).default('') }), form);
  comeBack(form, {
    said: (await featureComment(asked.commentId, asked.line, person)) ? 'featured' : 'notPublic',
  });
}

export async function unfeature(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  comeBack(form, {
    said: (await unfeatureComment(read(z.object({ commentId }), form).commentId, person))
      ? 'unfeatured'
      : 'notPublic',
  });
}

export async function reply(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const asked = read(z.object({ commentId, body: words(LIMITS.body) }), form);
  if (
    !(await replyAsStaff(
      asked.commentId,
      asked.body,
      person,
      new Date(),
      sentId(form.get('sending'), person.id),
    ))
  )
    await missTarget(form, { said: 'notPublic' });
  comeBack(form, { said: 'replied' });
}

export async function note(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const asked = read(z.object({ commentId, text: words(1000) }), form);
  if (!(await noteOnWriter(asked.commentId, asked.text, person)))
    await missTarget(form, { said: 'writerUnknown' });
  comeBack(form, { said: 'noted' });
}

/**
 * Search words go into the list's address. A complete mail address does not: the id of one of its comments
 * replaces it.
 */
export async function search(form: FormData): Promise<void> {
  await requireStaffAction('moderate', QUEUE);
  const { q } = read(z.object({ q: line(254).default('') }), form);
  const isAddress = readMailAddress(q) !== undefined;
  const same = isAddress ? await findCommentByAddress(q) : undefined;
  comeBack(form, { said: isAddress && !same ? 'addressUnknown' : undefined }, (query) => {
    for (const key of ['q', 'same', 'after']) query.delete(key);
    if (same) query.set('same', same);
    else if (q && !isAddress) query.set('q', q);
  });
}
