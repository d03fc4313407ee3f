import { expect, it } from 'vitest';
import { buildReplyTree, type ReplyNode } from './reply-tree.ts';

type Reply = { id: string; parentId: string | null; name: string };
const reply = (id: string, parentId: string): Reply => ({ id, parentId, name: `كاتب ${id}` });
const opening = { id: 'o', parentId: null, name: 'كاتب o' };

/** `a1(b2)`: which comment is under which, and at which level. */
const draw = (nodes: ReplyNode<Reply>[]): string =>
  nodes
    .map(
      ({ comment, level, isFlat, replies }) =>
        `${comment.id}${level}${isFlat ? '!' : ''}${replies.length > 0 ? `(${draw(replies)})` : ''}`,
    )
    .join(' ');

it('puts each reply under its parent, in the given order', () => {
  expect(
    draw(buildReplyTree(opening, [reply('a', 'o'), reply('b', 'a'), reply('c', 'o'), reply('d', 'a')])),
  ).toBe('a1(b2 d2) c1');
});

it('puts replies deeper than three levels beside their parent, with a reference to it', () => {
  const chain = [
    reply('a', 'o'),
    reply('b', 'a'),
    reply('c', 'b'),
    reply('d', 'c'),
    reply('e', 'd'),
    reply('f', 'c'),
  ];
  const tree = buildReplyTree(opening, chain);
  expect(draw(tree)).toBe('a1(b2(c3 d4! e5! f4!))');
  expect(tree[0]!.replies[0]!.replies.map(({ answered }) => answered?.id)).toEqual(['b', 'c', 'd', 'c']);
  expect(tree[0]!.answered).toBe(opening);
});

it('puts a reply whose parent is not shown under the opening comment, without a reference', () => {
  const tree = buildReplyTree(opening, [reply('a', 'gone'), reply('b', 'a')]);
  expect(draw(tree)).toBe('a1(b2)');
  expect(tree[0]!.answered).toBeUndefined();
});
