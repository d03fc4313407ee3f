import type { WxrItem } from '#lib/wordpress/wxr.ts';
import type { CommentStatus } from '#lib/comments/states.ts';

/** Items named in the report; the others are only counted. */
const MOST_NAMED = 500;

export type ImportReport = {
  /** New comments, by state. */
  imported: Partial<Record<CommentStatus, number>>;
  /**
   * New comments that were published at the source and wait here, because the form would have rejected them.
   */
  held: number;
  /** Imported in an earlier run. */
  known: number;
  /**
   * Pingbacks and other entries that no reader wrote, by type. `empty`, `tooLong` and `noTime` count comments
   * with nothing to keep.
   */
  skipped: Record<string, number>;
  addresses: { kept: number; tooOld: number };
  /** Items without an article here, with the number of comments that were left out. */
  unmatched: { title: string; link: string; comments: number }[];
  unmatchedComments: number;
};

export const skip = ({ skipped }: ImportReport, why: string) => {
  skipped[why] = (skipped[why] ?? 0) + 1;
};

export function addUnmatched(report: ImportReport, { title, link }: WxrItem, count: number): void {
  report.unmatchedComments += count;
  const last = report.unmatched.at(-1);
  if (last?.link === link && last.title === title) last.comments += count;
  else if (report.unmatched.length < MOST_NAMED) report.unmatched.push({ title, link, comments: count });
}
