export const ROLES = ['admin', 'editor', 'author', 'moderator'] as const;
export type Role = (typeof ROLES)[number];

export type Capability =
  /** Come into the newsroom at all. */
  | 'enter'
  | 'write'
  | 'editAny'
  | 'publish'
  | 'curate'
  | 'moderate'
  /** Word rules, thresholds and switches: what the desk works with, not a single comment. */
  | 'moderationRules'
  /** See, export and erase what a commenter left with us; each look is a row. */
  | 'revealAddress'
  | 'correct'
  | 'manageMedia'
  /** Delete an article for good, with its comments. */
  | 'eraseArticles'
  | 'manageUsers'
  | 'settings';

const AUTHOR: Capability[] = ['enter', 'write'];
const MODERATOR: Capability[] = ['enter', 'moderate'];
const EDITOR: Capability[] = [
  ...AUTHOR,
  'editAny',
  'publish',
  'curate',
  'moderate',
  'moderationRules',
  'revealAddress',
  'correct',
  'manageMedia',
];
const CAPABILITIES: Record<Role, ReadonlySet<Capability>> = {
  admin: new Set([...EDITOR, 'eraseArticles', 'manageUsers', 'settings']),
  editor: new Set(EDITOR),
  author: new Set(AUTHOR),
  moderator: new Set(MODERATOR),
};

/** Who can put something before readers, or let somebody in, signs in with two steps. */
export const needsTwoSteps = (role: Role): boolean => CAPABILITIES[role].has('publish');

export type Person = { id: string; name: string; role: Role };
/** What is acted on, as far as the answer depends on it. */
export type ActedOn = { ownerId: string | null };

/** The one question of the newsroom, asked in every page and every action. */
export function can(person: Pick<Person, 'id' | 'role'>, capability: Capability, object?: ActedOn): boolean {
  const has = CAPABILITIES[person.role];
  if (!has?.has(capability)) return false;
  if (capability === 'write' && object && object.ownerId !== person.id) return has.has('editAny');
  return true;
}

/** Thrown by a command when it was reached past the pages' own check. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

export function mustBeAble(
  person: Pick<Person, 'id' | 'role'>,
  capability: Capability,
  object?: ActedOn,
): void {
  if (!can(person, capability, object)) throw new NotAllowed(`${person.role} may not ${capability}`);
}
