import { expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

it.each([
  ['/newsroom', '/newsroom'],
  ['/newsroom/comments?status=spam&page=2', '/newsroom/comments?status=spam&page=2'],
  ['/newsroom?x=1', '/newsroom?x=1'],
])('returnPath keeps %s', (asked, expected) => expect(returnPath(asked)).toBe(expected));

it.each([
  undefined,
  ['/newsroom'],
  '',
  '/',
  '/newsroomy',
  '//evil.example',
  'https://evil.example/newsroom',
  '/\\evil.example',
  '/newsroom/../../evil',
  '/newsroom/..//evil.example',
  '/newsroom\\..\\x',
  '/newsroom/sign-in',
  '/newsroom/sign-out',
  '/newsroom\n/x',
])("returnPath replaces %j by the newsroom's home", (asked) => expect(returnPath(asked)).toBe('/newsroom'));
