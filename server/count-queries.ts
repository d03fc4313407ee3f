import type { ServerResponse } from 'node:http';
import { openDatabase } from '#db/engine/client.ts';

/**
 * Adds the number of SQL statements of a request to its response: `Server-Timing: db;desc="17"`. Next sends
 * the head of a newsroom page before its last read, so a body without an explicit head is kept until its end.
 */
export function countQueries<T>(response: ServerResponse, answer: () => T): T {
  let count = 0;
  const kept: Buffer[] = [];
  const { writeHead, flushHeaders, write, end } = response;
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    response.setHeader('Server-Timing', `db;desc="${count}"`);
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
  return openDatabase().watch(() => count++, answer);
}
