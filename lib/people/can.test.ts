import { describe, expect, it } from 'vitest';
import { can, mustBeAble, NotAllowed, ROLES, type Role } from './can.ts';

const person = (role: Role, id = 'me') => ({ id, role });

describe('can', () => {
  it('lets every role into the newsroom', () => {
    for (const role of ROLES) expect(can(person(role), 'enter')).toBe(true);
  });

  it('gives moderation to moderators, editors and administrators only', () => {
    expect(ROLES.filter((role) => can(person(role), 'moderate'))).toEqual(['admin', 'editor', 'moderator']);
  });

  it('keeps the rules of moderation and readers’ addresses from those who only moderate', () => {
    for (const capability of ['moderationRules', 'revealAddress'] as const) {
      expect(ROLES.filter((role) => can(person(role), capability))).toEqual(['admin', 'editor']);
    }
  });

  it('gives people and settings to administrators only', () => {
    expect(ROLES.filter((role) => can(person(role), 'manageUsers'))).toEqual(['admin']);
    expect(ROLES.filter((role) => can(person(role), 'settings'))).toEqual(['admin']);
  });

  it('lets an author write what is theirs, an editor what is anybody’s', () => {
    expect(can(person('author'), 'write', { ownerId: 'me' })).toBe(true);
    expect(can(person('author'), 'write', { ownerId: 'other' })).toBe(false);
    expect(can(person('editor'), 'write', { ownerId: 'other' })).toBe(true);
    expect(can(person('moderator'), 'write', { ownerId: 'me' })).toBe(false);
  });

  it('refuses a role it does not know', () => {
    expect(can({ id: 'me', role: 'owner' as Role }, 'enter')).toBe(false);
  });

  it('throws where a command asks', () => {
    expect(() => mustBeAble(person('author'), 'moderate')).toThrow(NotAllowed);
  });
});
