import { findPasswordFault, type PasswordFault } from '#lib/people/password-rules.ts';
import type { Visitor } from './auth.ts';
import { endLinks } from './account-links.ts';
import { writeAudit } from './audit-log.ts';
import { askWithPassword } from './two-step.ts';

export type ChangeResult = { setCookies: string[] } | { fault: PasswordFault | 'passwordWrong' | 'locked' };
type Owner = { id: string; name: string; email: string };

/** Changes one's own password. This ends all sessions except the current one, which gets a new cookie. */
export async function changePassword(
  owner: Owner,
  current: string,
  password: string,
  visitor: Visitor,
): Promise<ChangeResult> {
  const fault = findPasswordFault(password, owner);
  if (fault) return { fault };
  const answer = await askWithPassword(
    owner.id,
    '/change-password',
    { currentPassword: current, newPassword: password, revokeOtherSessions: true },
    visitor,
  );
  if ('fault' in answer) return answer;
  await endLinks(owner.id);
  await writeAudit({ userId: owner.id, action: 'staff.passwordChanged', subject: owner.id }, new Date());
  return { setCookies: answer.setCookies };
}
