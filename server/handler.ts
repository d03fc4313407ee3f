import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, as Next does; resolves when it has. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
