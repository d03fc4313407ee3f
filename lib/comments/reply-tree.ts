/**
 * How many levels of replies are indented below the opening comment. Deeper replies are beside their parent.
 */
const LEVELS = 3;

type Reply = { id: string; parentId: string | null; name: string };
export type ReplyNode<T> = {
  comment: T;
  /** 1 for a reply to the opening comment. */
  level: number;
  /** The comment that it replies to, if that is shown. */
  answered: T | undefined;
  /** Whether it is beside its parent, so that a text has to name the parent. */
  isFlat: boolean;
  replies: ReplyNode<T>[];
};

/**
 * Puts replies under their parents, in the given order. A reply whose parent is not shown goes under the
 * opening comment.
 */
export function buildReplyTree<T extends Reply>(opening: T, replies: T[]): ReplyNode<T>[] {
  const top: ReplyNode<T>[] = [];
  const nodes = new Map<string, { node: ReplyNode<T>; home: ReplyNode<T>[] }>();
  for (const comment of replies) {
    const parent = comment.parentId ? nodes.get(comment.parentId) : undefined;
    const level = (parent?.node.level ?? 0) + 1;
    const isFlat = level > LEVELS;
    const home = !parent ? top : isFlat ? parent.home : parent.node.replies;
    const answered = parent?.node.comment ?? (comment.parentId === opening.id ? opening : undefined);
    const node = { comment, level, answered, isFlat, replies: [] };
    home.push(node);
    nodes.set(comment.id, { node, home });
  }
  return top;
}
