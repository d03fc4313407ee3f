/**
 * Replies are set in this many steps under the comment that opened their thread; deeper ones stand beside
 * those they answer.
 */
const LEVELS = 3;

type Reply = { id: string; parentId: string | null; name: string };
export type ReplyNode<T> = {
  comment: T;
  /** 1 for an answer to what opened the thread. */
  level: number;
  /** The comment answered, when it is among those shown. */
  answered: T | undefined;
  /** Whether it stands beside what it answers, so that only words can say which one that is. */
  isFlat: boolean;
  replies: ReplyNode<T>[];
};

/**
 * Hangs replies, given in the order they came, under what they answer; one whose parent is not shown hangs on
 * the opening.
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
