import type { ServerResponse } from 'node:http';
import { openDatabase } from '#db/engine/client.ts';
import { watchPageSource, type PageSource } from './page-source.ts';

/** Node refuses a head of more than 16 kB. */
const MOST_REASON = 3000;

/**
 * The end of a statement, which names its tables and conditions, in the characters that a header may have.
 */
const sayReason = (why: string) => encodeURIComponent(why.slice(-MOST_REASON));

/**
 * `db;desc="17"`, and for a cached page that was not right without a question `page;desc="asked"`, or
 * `page;desc="rendered", why;desc="expired"` (page-source.ts).
 */
function sayTiming(count: number, { how, why }: PageSource): string {
  const parts = [`db;desc="${count}"`];
  if (how) parts.push(`page;desc="${how}"`);
  if (how && how !== 'asked' && why) parts.push(`why;desc="${sayReason(why)}"`);
  return parts.join(', ');
}

/**
 * Adds the number of SQL statements of a request to its response, as `Server-Timing`. Next sends
 * the head of a newsroom page before its last read, so a body without an explicit head is kept until its end.
 */
export function countQueries<T>(response: ServerResponse, answer: () => T): T {
  let count = 0;
  const source: PageSource = {};
  const kept: Buffer[] = [];
  const { writeHead, flushHeaders, write, end } = response;
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    response.setHeader('Server-Timing', sayTiming(count, source));
    return writeHead.apply(response, args);
  }) as typeof writeHead;
  response.flushHeaders = () => {
    if (response.headersSent) flushHeaders.call(response);
  };
  response.write = ((...args: Parameters<typeof write>) => {
    if (response.headersSent) return write.apply(response, args);
    const [chunk] = args;
    return kept.push(Buffer.from(chunk as Uint8Array)) > 0;
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    if (kept.length === 0) return end.apply(response, args);
    const [chunk] = args as unknown[];
    const last =
      typeof chunk === 'string' || chunk instanceof Uint8Array ? [Buffer.from(chunk as Uint8Array)] : [];
    return response.end(Buffer.concat([...kept.splice(0), ...last]));
  }) as typeof end;
  return openDatabase().watch(
    () => count++,
    () => watchPageSource(source, answer),
  );
}
