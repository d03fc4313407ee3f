import { findPasswordFault, type PasswordFault } from '#lib/password-rules.ts';
import { askAuth, type Visitor } from './auth.ts';
import { writeAudit } from './audit-log.ts';

export type ChangeResult = { setCookies: string[] } | { fault: PasswordFault | 'passwordWrong' | 'locked' };
type Owner = { id: string; name: string; email: string };

/** A new password for oneself. It ends every session but the one that asks, whose cookie is made anew. */
export async function changePassword(owner: Owner, current: string, password: string, visitor: Visitor): Promise<ChangeResult> {
  const fault = findPasswordFault(password, owner);
  if (fault) return { fault };
  const answer = await askAuth('/change-password', { currentPassword: current, newPassword: password, revokeOtherSessions: true }, visitor);
  if (answer.status === 429) return { fault: 'locked' };
  if (answer.status !== 200) return { fault: 'passwordWrong' };
  await writeAudit({ userId: owner.id, action: 'staff.passwordChanged', subject: owner.id }, new Date());
  return { setCookies: answer.setCookies };
}
