/** How many stories stand beside the lead, in the row below it, and in a section's block. */
export const BESIDE = 5;
const ROW = 4;
export const IN_SECTION = 4;
/** The second row as the newsroom counts it: beside the lead first, then the row. */
export const SECOND = BESIDE + ROW;

/** A place of the front page. */
export type FrontPlace =
  | { slot: 'lead'; sectionId: null; position: 0 }
  | { slot: 'second'; sectionId: null; position: number }
  | { slot: 'section'; sectionId: string; position: number };

/** A place as one word, for forms and addresses: `lead`, `second-3`, `section-0-{id}`. */
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
 * The place that a word means; undefined when the page has none like it. Whether there is such a section is
 * not asked.
 */
export function parsePlace(key: string): FrontPlace | undefined {
  if (key === 'lead') return { slot: 'lead', sectionId: null, position: 0 };
  const [, slot, digits, sectionId] = /^(second|section)-(\d)(?:-([\w-]{1,64}))?$/.exec(key) ?? [];
  const position = Number(digits);
  if (slot === 'second' && !sectionId && position < SECOND) return { slot, sectionId: null, position };
  if (slot === 'section' && sectionId && position < IN_SECTION) return { slot, sectionId, position };
  return undefined;
}
