export const ROLES = ['admin', 'editor', 'author', 'moderator'] as const;
export type Role = (typeof ROLES)[number];

export type Capability =
  /** Enter the newsroom. */
  | 'enter'
  | 'write'
  | 'editAny'
  | 'publish'
  | 'curate'
  | 'moderate'
  /** Word rules, thresholds and switches: the settings of the comments desk, not a single comment. */
  | 'moderationRules'
  /** See, export and erase a commenter's personal data; each access is recorded. */
  | 'revealAddress'
  | 'correct'
  | 'manageMedia'
  /** Delete an article permanently, with its comments. */
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

/** Roles that can publish or manage people sign in with two factors. All of them can publish. */
export const needsTwoSteps = (role: Role): boolean => CAPABILITIES[role].has('publish');

export type Person = { id: string; name: string; role: Role };
/** The properties of the object that affect the result. */
export type ActedOn = { ownerId: string | null };

/** Whether a person has a capability. Every page and every action of the newsroom checks it. */
export function can(person: Pick<Person, 'id' | 'role'>, capability: Capability, object?: ActedOn): boolean {
  const has = CAPABILITIES[person.role];
  if (!has?.has(capability)) return false;
  if (capability === 'write' && object && object.ownerId !== person.id) return has.has('editAny');
  return true;
}

/** Thrown by a command that was called without the page's own check. */
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
