import { describe, expect, it } from 'vitest';
import { can, mustBeAble, NotAllowed, ROLES, type Role } from './can.ts';

const person = (role: Role, id = 'me') => ({ id, role });

describe('can', () => {
  it('lets every role into the newsroom', () => {
    for (const role of ROLES) expect(can(person(role), 'enter')).toBe(true);
  });

  it('allows moderation only for moderators, editors and administrators', () => {
    expect(ROLES.filter((role) => can(person(role), 'moderate'))).toEqual(['admin', 'editor', 'moderator']);
  });

  it('denies moderation rules and readers’ addresses to moderators', () => {
    for (const capability of ['moderationRules', 'revealAddress'] as const) {
      expect(ROLES.filter((role) => can(person(role), capability))).toEqual(['admin', 'editor']);
    }
  });

  it('allows people and settings only for administrators', () => {
    expect(ROLES.filter((role) => can(person(role), 'manageUsers'))).toEqual(['admin']);
    expect(ROLES.filter((role) => can(person(role), 'settings'))).toEqual(['admin']);
  });

  it('lets authors edit their own articles and editors edit all', () => {
    expect(can(person('author'), 'write', { ownerId: 'me' })).toBe(true);
    expect(can(person('author'), 'write', { ownerId: 'other' })).toBe(false);
    expect(can(person('editor'), 'write', { ownerId: 'other' })).toBe(true);
    expect(can(person('moderator'), 'write', { ownerId: 'me' })).toBe(false);
  });

  it('denies everything to an unknown role', () => {
    expect(can({ id: 'me', role: 'owner' as Role }, 'enter')).toBe(false);
  });

  it('mustBeAble throws for a missing capability', () => {
    expect(() => mustBeAble(person('author'), 'moderate')).toThrow(NotAllowed);
  });
});
