import { open } from 'node:fs/promises';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { UploadAnswer } from '#components/newsroom/library/picked-media.ts';
import { addMedia, mayChangeMedia, getMedia, replaceMedia, type AddedMedia } from '#db/media/media.ts';
import { isId } from '#db/engine/ids.ts';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { receiveUpload, type ReceivedFile } from '#lib/media/receive-upload.ts';
import { sniffType } from '#lib/media/sniff-type.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { findStaff, getStaff, requireOwnPage } from '#app/newsroom/_session.ts';
import type { MediaFault } from '../_faults.ts';
import { toPicked } from '../_picked.ts';

const LIBRARY = '/newsroom/media';
/** A form without scripts may bring many files; a larger request is not a form of ours. */
const MAX_FORM = 300 * 1024 * 1024;

type Outcome = AddedMedia | { fault: MediaFault };

async function isDocument({ path }: ReceivedFile): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096) });
    return sniffType(buffer.subarray(0, bytesRead)) === 'application/pdf';
  } finally {
    await handle.close();
  }
}

async function take(
  file: ReceivedFile,
  { replaces, onlyPictures }: { replaces: string | undefined; onlyPictures: boolean },
  person: Person,
): Promise<Outcome> {
  if (file.isTooBig) return { fault: 'tooBig' };
  if (onlyPictures && (await isDocument(file))) return { fault: 'onlyPictures' };
  return replaces ? replaceMedia(replaces, file, person) : addMedia(file, person);
}

/** After a form, a 303 makes the browser GET a page. Another redirect would make it send the files again. */
const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

const statusOf = (fault: MediaFault) =>
  fault === 'tooBig' ? 413 : fault === 'failed' ? 500 : fault === 'gone' ? 404 : 422;

async function answerScript(outcome: Outcome): Promise<Response> {
  if ('fault' in outcome) {
    const t = await getTranslations('newsroom.media.faults');
    return Response.json({ fault: outcome.fault, message: t(outcome.fault) } satisfies UploadAnswer, {
      status: statusOf(outcome.fault),
    });
  }
  const { media, wasKnown, isMoving } = outcome;
  return Response.json({ media: toPicked(media), wasKnown, isMoving } satisfies UploadAnswer);
}

/**
 * Without scripts: one good file leads to its page, where it is described. Several lead to the library, which
 * reports how many were added and the first fault.
 */
function answerForm(outcomes: { name: string; outcome: Outcome }[], replaces: string | undefined): Response {
  const [first] = outcomes;
  const wrong = outcomes.find(({ outcome }) => 'fault' in outcome);
  const fault =
    wrong && 'fault' in wrong.outcome
      ? { fault: wrong.outcome.fault, about: wrong.name }
      : first
        ? {}
        : { fault: 'form' };
  if (replaces)
    return seeOther(withQuery(`${LIBRARY}/${replaces}`, 'fault' in fault ? fault : { done: 'replaced' }));
  if (outcomes.length === 1 && !wrong && first && 'media' in first.outcome) {
    const { media, wasKnown, isMoving } = first.outcome;
    return seeOther(
      withQuery(`${LIBRARY}/${media.id}`, { done: wasKnown ? 'known' : isMoving ? 'moving' : 'added' }),
    );
  }
  const added = outcomes.filter(({ outcome }) => 'media' in outcome && !outcome.wasKnown).length;
  return seeOther(withQuery(LIBRARY, { ...fault, ...(added > 0 && { added }) }));
}

/**
 * Takes files into the library, or a file that replaces another. A script sends one file and asks for JSON.
 */
export async function POST(request: Request): Promise<Response> {
  const isScript = request.headers.get('accept')?.startsWith('application/json') ?? false;
  await requireOwnPage();
  const staff = await findStaff('write');
  if ('status' in staff) {
    if (isScript) return new Response(null, { status: staff.status });
    if (staff.status === 403) forbidden();
    return seeOther(
      withQuery((await getStaff()) ? '/newsroom/account' : '/newsroom/sign-in', { next: LIBRARY }),
    );
  }
  const { person } = staff;
  const length = Number(request.headers.get('content-length') ?? 0);
  const received = length <= MAX_FORM ? await receiveUpload(request, env.uploadsDir) : undefined;
  if (!received)
    return isScript
      ? answerScript({ fault: length > MAX_FORM ? 'tooBig' : 'form' })
      : answerForm([], undefined);
  try {
    const asked = received.fields.replaces;
    const replaces = asked && isId(asked) ? asked : undefined;
    const replaced = replaces ? await getMedia(replaces) : undefined;
    if (replaced && !(await mayChangeMedia(replaced, person))) forbidden();
    const outcomes: { name: string; outcome: Outcome }[] = [];
    // One after the other, so that each file has the image process to itself.
    for (const file of received.files.slice(0, isScript || replaces ? 1 : undefined))
      outcomes.push({
        name: file.name,
        outcome: await take(file, { replaces, onlyPictures: received.fields.only === 'pictures' }, person),
      });
    return isScript
      ? await answerScript(outcomes[0]?.outcome ?? { fault: 'form' })
      : answerForm(outcomes, replaces);
  } finally {
    await received.discard();
  }
}
