import type { IncomingMessage } from 'node:http';
import { hasAppreciatedOn } from '#db/comments/appreciations.ts';
import { hasOwnOn } from '#db/comments/own.ts';
import { readWriter } from '#lib/comments/writer-token.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * An article's page is one for all, and kept. Only who has sent something that waits there, or found a
 * comment good, gets a page of their own, never kept: so a request with the writer cookie is looked at once
 * more (a signature and a read by index), and all others are not.
 */
const ARTICLE = /^\/[a-z]{2}\/[^/]+\/([1-9]\d{0,9})\/[^/]+$/;

/**
 * Whether a request may come from somebody who has written here; says nothing about whether the cookie is
 * ours.
 */
export const isWriters = ({ headers }: IncomingMessage): boolean =>
  headers.cookie?.includes('writer=') ?? false;

/** The writer by the signed cookie; empty without one. */
export const writerOf = ({ headers }: IncomingMessage): string =>
  headers.cookie ? readWriter(getKeys().commentLink, headers.cookie) : '';

/**
 * Whether this writer sees something on a page that others do not; `path` is internal, without or with its
 * query.
 */
export async function isMadeFor(writerId: string, path: string): Promise<boolean> {
  const [, number] = writerId === '' ? [] : (ARTICLE.exec(path.split('?', 1)[0]!) ?? []);
  return (
    number !== undefined &&
    ((await hasOwnOn(writerId, Number(number))) || hasAppreciatedOn(writerId, Number(number)))
  );
}
