import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { getVersions } from '#db/paper/content-version.ts';
import { countQueries } from './count-queries.ts';
import { noteReason, noteSource } from './page-source.ts';

/** Answers one request with `answer`, counted; returns the header and the body. */
async function ask(answer: (response: ServerResponse) => Promise<void>) {
  const server = createServer((_, response) => void countQueries(response, () => answer(response)));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const response = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`);
  const said = { timing: response.headers.get('server-timing'), body: await response.text() };
  server.close();
  return said;
}

it('counts the statements after the first chunk of a body, and keeps the body whole', async () => {
  const answer = async (response: ServerResponse) => {
    await getVersions();
    response.flushHeaders();
    response.write('أول ');
    await Promise.all([getVersions(), getVersions()]);
    response.end('آخر');
  };
  expect(await ask(answer)).toEqual({ timing: 'db;desc="3"', body: 'أول آخر' });
});

it('sends each chunk of a body at once if its head was written', async () => {
  const sent: boolean[] = [];
  const answer = async (response: ServerResponse) => {
    await getVersions();
    response.writeHead(200);
    response.write('one ');
    await nextTurn();
    sent.push(response.headersSent);
    response.end('two');
  };
  expect(await ask(answer)).toEqual({ timing: 'db;desc="1"', body: 'one two' });
  expect(sent).toEqual([true]);
});

it('tells how a cached page was got, with the end of the read that had other rows', async () => {
  const answer = async (response: ServerResponse) => {
    noteReason(`${'x'.repeat(10_000)} from "sections" where id = ?`);
    noteSource('rendered');
    response.end('page');
  };
  const { timing } = await ask(answer);
  expect(timing).toMatch(/^db;desc="0", page;desc="rendered", why;desc="x+%20from%20%22sections%22/);
  expect(timing!.length).toBeLessThan(5000);
});
