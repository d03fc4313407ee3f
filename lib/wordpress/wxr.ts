/**
 * The keys under which our own export stores what WordPress has no field for. Other readers of WXR keep or
 * skip them.
 */
export const OWN_META = { id: '_midad_id', status: '_midad_status' } as const;

/** An article that has comments. */
export type WxrItem = {
  /** The site that wrote the file, without protocol: equal for two files of one site. */
  source: string;
  postId: string;
  title: string;
  /** The original URL, percent-encoded as in the file. */
  link: string;
  /** `wp:post_name`, percent-encoded as in the file. */
  slug: string;
  at: Date | null;
};

export type WxrComment = {
  id: string;
  /** Empty for a comment that opens a thread. */
  parentId: string;
  author: string;
  email: string;
  /** HTML, as WordPress stores it. */
  content: string;
  at: Date | null;
  /** `1`, `0`, `spam`, `trash` or `post-trashed`. */
  approved: string;
  /** Empty or `comment` for a reader's comment; `pingback`, `trackback`, `note` … */
  type: string;
  /** Its id and state on our site, if we wrote the file. */
  own: { id: string; status: string } | null;
};

/** A part of an item's comments. The next part may have the same item. */
export type WxrPortion = { item: WxrItem; comments: WxrComment[] };

/** A file that cannot be read, with the line of the error. */
export class WxrFault extends Error {
  override name = 'WxrFault';
  constructor(message: string, line: number) {
    super(`Line ${line}: ${message}`);
  }
}
