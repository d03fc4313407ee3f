/**
 * Lists of the newsroom are counted up to this number; above it a count says «more than». Counting 200,000
 * rows would be the slowest part of every page.
 */
export const MOST_COUNTED = 10_000;
