import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '#lib/env.ts';
import { refuseMethod, sendBare, WITH_FORMS } from './bare-response.ts';
import { clientOf, newsroomGate, type openGates } from './gates.ts';
import type { Handler } from './handler.ts';
import { isInnerRequest, markForNext } from './inner-request.ts';
import { findSignInRedirect } from './sign-in-redirect.ts';
import { findNewsroomFault } from './newsroom-guard.ts';
import { redirectToSignIn, passToNewsroom } from './newsroom.ts';
import { stripForNewsroom } from './next-grammar.ts';
import { refuseBody } from './reader-forms.ts';
import type { ReaderPages } from './reader-pages.ts';
import { receive, type Received } from './request-body.ts';

/** A response that takes longer (an export, a slow client) gives up its place in the gate. */
const LONG_ANSWER_MS = 5000;

/** Resolves when the work ends or after `ms`; does not abort it. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const pause = sleep(ms, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined);
  await Promise.race([work, pause]).finally(() => waiting.abort());
}

/** Answers a request to the newsroom: sign-in first, then the body, its checks, and Next. */
export async function answerNewsroom(
  request: IncomingMessage,
  response: ServerResponse,
  { next, gates, pages }: { next: Handler; gates: ReturnType<typeof openGates>; pages: ReaderPages },
) {
  const signIn = findSignInRedirect(request);
  if (signIn) return redirectToSignIn(response, signIn);
  const received = await receive(request, response);
  if ('refused' in received) return refuseBody(request, response, received, pages);
  const isInner = isInnerRequest(request);
  async function toNext({ request: given, body }: Received): Promise<void> {
    // The build lists the server actions; Next's development server has a list of its own.
    const fault = env.dev ? undefined : await findNewsroomFault(given, body);
    if (fault === 405) return refuseMethod(request, response, WITH_FORMS);
    // The header tells Next in the browser that its page is older than the build.
    if (fault) return sendBare(response, fault, fault === 404 ? { 'x-nextjs-action-not-found': '1' } : {});
    stripForNewsroom(given);
    markForNext(given);
    return passToNewsroom(next, given, response);
  }
  // An upload takes as long as its sender takes, so it gets no place in the gate.
  return received.isStreamed || isInner
    ? toNext(received)
    : newsroomGate(gates, request).run(clientOf(request, response), () =>
        atMost(LONG_ANSWER_MS, toNext(received)),
      );
}
