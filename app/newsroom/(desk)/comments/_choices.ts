import { getTranslations } from 'next-intl/server';
import type { Queue } from '#db/moderation/queue.ts';

const KEEP = { to: 'approved', label: 'keep', variant: 'main' } as const;
const APPROVE = { to: 'approved', label: 'approve', variant: 'main' } as const;
const REJECT = { to: 'rejected', label: 'reject', variant: 'plain' } as const;
const SPAM = { to: 'spam', label: 'spam', variant: 'plain' } as const;
const TRASH = { to: 'trash', label: 'trash', variant: 'risky' } as const;
const RESTORE = { to: 'pending', label: 'restore', variant: 'plain' } as const;

/** The decisions that each queue offers. A comment that its writer withdrew stays withdrawn. */
const CHOICES = {
  pending: [APPROVE, REJECT, SPAM, TRASH],
  reported: [KEEP, REJECT, SPAM, TRASH],
  unreviewed: [KEEP, REJECT, SPAM, TRASH],
  approved: [REJECT, SPAM, TRASH, RESTORE],
  rejected: [APPROVE, SPAM, TRASH, RESTORE],
  spam: [APPROVE, REJECT, TRASH, RESTORE],
  trash: [APPROVE, REJECT, SPAM, RESTORE],
  withdrawn: [],
} satisfies Record<Queue, unknown[]>;

export async function getChoices(queue: Queue) {
  const t = await getTranslations('newsroom.queue');
  return CHOICES[queue].map(({ to, label, variant }) => ({ to, variant, label: t(label) }));
}

export type Choices = Awaited<ReturnType<typeof getChoices>>;
