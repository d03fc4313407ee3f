import { eq, inArray, ne, notInArray, type Column } from 'drizzle-orm';
import { states, type CommentStatus } from '#lib/comments/states.ts';
import { comments } from './tables.ts';

/*
 * Conditions by the state of a comment. One state is compared with `=`: SQLite can then read the rest of the
 * index in its order.
 */
export const inStates = (wanted: readonly CommentStatus[], column: Column = comments.status) =>
  wanted.length === 1 ? eq(column, wanted[0]) : inArray(column, [...wanted]);

export const notInStates = (unwanted: readonly CommentStatus[], column: Column = comments.status) =>
  unwanted.length === 1 ? ne(column, unwanted[0]) : notInArray(column, [...unwanted]);

export const isPublicComment = (column?: Column) => inStates(states.with('isPublic', true), column);
export const isOpenComment = (column?: Column) => inStates(states.with('isOpen', true), column);
