import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listThreads } from '#db/comments/threads.ts';
import { listSections } from '#db/paper/sections.ts';
import { newId } from '#db/engine/ids.ts';
import { addComment, addNewsroom, after, changeArticle, publish } from '#db/testing/articles.ts';
import { SORTS } from '#lib/comments/sorts.ts';
import { createFrontDoor } from './front-door.ts';
import { placeKey } from './place-key.ts';
import { ask } from './test-request.ts';

let article: { id: string; number: number };
let path: string;
let opening: string;
let reply: string;

beforeAll(addNewsroom);
beforeEach(async () => {
  article = await publish();
  path = `/ar/local/${article.number}/x`;
  opening = await addComment(article.id);
  reply = await addComment(article.id, { parentId: opening, threadId: opening, depth: 1 });
});

describe('the cache key of a place in the comments', () => {
  it('is that of the first page for an invented comment', async () => {
    expect(await placeKey(`${path}?at=${newId()}`)).toBe(path);
    expect(await placeKey(`${path}?sort=oldest&at=${newId()}`)).toBe(`${path}?sort=oldest`);
  });

  it('is that of the first page for a comment of another article', async () => {
    const other = await publish();
    expect(await placeKey(`${path}?at=${await addComment(other.id)}`)).toBe(path);
  });

  it('is that of the first page for a comment in a thread without public comments', async () => {
    for (const status of ['pending', 'rejected', 'trash'] as const)
      expect(await placeKey(`${path}?at=${await addComment(article.id, { status })}`)).toBe(path);
  });

  it('names the thread of a comment, also of one whose text is gone', async () => {
    const removed = await addComment(article.id, {
      parentId: opening,
      threadId: opening,
      depth: 1,
      status: 'withdrawn',
    });
    for (const at of [opening, reply, removed])
      expect(await placeKey(`${path}?at=${at}`)).toBe(`${path}?at=${opening}`);
  });

  it('leads to the same threads as the comment itself', async () => {
    for (let n = 0; n < 30; n++) await addComment(article.id, { createdAt: after(n) });
    for (const sort of SORTS)
      expect(await listThreads(article.id, sort, { at: opening })).toEqual(
        await listThreads(article.id, sort, { at: reply }),
      );
  });

  it('holds only one place, the one that the page shows', async () => {
    const [a, b] = [`after=${opening}`, `before=${newId()}`];
    expect(await placeKey(`${path}?sort=oldest&${a}&${b}&at=${reply}`)).toBe(`${path}?sort=oldest&${a}`);
    expect(await placeKey(`${path}?${b}&at=${reply}&live=${newId()}`)).toBe(`${path}?${b}`);
    const places = { after: opening, before: newId(), at: reply };
    expect(await listThreads(article.id, 'newest', { ...places })).toEqual(
      await listThreads(article.id, 'newest', { after: opening }),
    );
  });

  it('holds an entry only for a coverage', async () => {
    const live = `live=${newId()}`;
    expect(await placeKey(`${path}?${live}`)).toBe(path);
    await changeArticle(article.id, { kind: 'live' });
    expect(await placeKey(`${path}?${live}`)).toBe(`${path}?${live}`);
    expect(await placeKey(`${path}?at=${reply}&${live}`)).toBe(`${path}?at=${opening}`);
  });

  it('holds nothing for a retracted article', async () => {
    await changeArticle(article.id, { status: 'retracted' });
    expect(await placeKey(`${path}?sort=oldest&after=${opening}&live=${newId()}`)).toBe(path);
  });

  it('stays as it is for another page, and for an article that does not exist', async () => {
    for (const key of ['/ar', '/ar/local?page=2', path, `${path}?sort=oldest`, `/ar/local/9/x?at=${reply}`])
      expect(await placeKey(key)).toBe(key);
  });
});

it('finds no threads beside a comment of another article', async () => {
  const other = await publish();
  const foreign = await addComment(other.id, { createdAt: after(1) });
  expect(await listThreads(article.id, 'newest', { after: foreign })).toBeUndefined();
  expect(await listThreads(article.id, 'oldest', { before: foreign })).toBeUndefined();
});

it('renders one page for a client that asks for 100 invented comments', async () => {
  const rendered: string[] = [];
  const { handle } = createFrontDoor(async (request: IncomingMessage, response: ServerResponse) => {
    await listSections();
    rendered.push(request.url!);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><p>');
  });
  for (let n = 0; n < 100; n++) await ask(handle, { path: `${path.slice(3)}?at=${newId()}` });
  expect(rendered).toEqual([path]);
});
