/**
 * Under these keys our own export says what WordPress has no field for; other readers of WXR keep or skip
 * them.
 */
export const OWN_META = { id: '_midad_id', status: '_midad_status' } as const;

/** What WXR says of an article that has comments. */
export type WxrItem = {
  /** The site that wrote the file, without protocol: two files of one site have one. */
  source: string;
  postId: string;
  title: string;
  /** Where it stood; percent-encoded as it came. */
  link: string;
  /** `wp:post_name`, percent-encoded as it came. */
  slug: string;
  at: Date | null;
};

export type WxrComment = {
  id: string;
  /** Empty for one that opens a thread. */
  parentId: string;
  author: string;
  email: string;
  /** HTML, as WordPress keeps it. */
  content: string;
  at: Date | null;
  /** `1`, `0`, `spam`, `trash` or `post-trashed`. */
  approved: string;
  /** Empty or `comment` for a reader's; `pingback`, `trackback`, `note` … */
  type: string;
  /** Its id and state here, in a file that we wrote. */
  own: { id: string; status: string } | null;
};

/** A part of an item's comments; the next part has the same item. */
export type WxrPortion = { item: WxrItem; comments: WxrComment[] };

/** A file that cannot be read, and the line at which that showed. */
export class WxrFault extends Error {
  override name = 'WxrFault';
  constructor(message: string, line: number) {
    super(`Line ${line}: ${message}`);
  }
}
