import type { IncomingMessage, ServerResponse } from 'node:http';
import { listSections } from '#db/paper/sections.ts';
import { pageRequest } from '#lib/page-request.ts';

/* A substitute for Next behind the front door. It fails as a page with a bug does. */
export async function failing(request: IncomingMessage, response: ServerResponse) {
  // As every page does; without a read it would not be cached.
  await listSections();
  const status = pageRequest()?.statusShown;
  if (!status && request.url !== '/ar/fine') throw new Error('SQLITE_ERROR: secret detail');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(
    `<!DOCTYPE html><html><body><h1>${status ?? 'fine'}</h1><script>self.__next_f.push(1)</script></body></html>`,
  );
}
