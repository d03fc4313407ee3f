/** The number of stories beside the lead, in the row below it, and in a section's block. */
export const BESIDE = 5;
const ROW = 4;
export const IN_SECTION = 4;
/** The number of second places in the newsroom: those beside the lead, then those in the row. */
export const SECOND = BESIDE + ROW;

/** A place of the front page. */
export type FrontPlace =
  | { slot: 'lead'; sectionId: null; position: 0 }
  | { slot: 'second'; sectionId: null; position: number }
  | { slot: 'section'; sectionId: string; position: number };

/** A place as a string for forms and URLs: `lead`, `second-3`, `section-0-{id}`. */
export function placeKey({
  slot,
  sectionId,
  position,
}: {
  slot: string;
  sectionId: string | null;
  position: number;
}): string {
  if (slot === 'lead') return 'lead';
  return slot === 'section' ? `section-${position}-${sectionId}` : `${slot}-${position}`;
}

/**
 * The place that a key refers to; undefined if the front page has no such place. Does not check that the
 * section exists.
 */
export function parsePlace(key: string): FrontPlace | undefined {
  if (key === 'lead') return { slot: 'lead', sectionId: null, position: 0 };
  const [, slot, digits, sectionId] = /^(second|section)-(\d)(?:-([\w-]{1,64}))?$/.exec(key) ?? [];
  const position = Number(digits);
  if (slot === 'second' && !sectionId && position < SECOND) return { slot, sectionId: null, position };
  if (slot === 'section' && sectionId && position < IN_SECTION) return { slot, sectionId, position };
  return undefined;
}
