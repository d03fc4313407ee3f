import { getTranslations } from 'next-intl/server';
import { listChoices, type Queue } from '#lib/comments/queues.ts';
import { states } from '#lib/comments/states.ts';

export async function getChoices(queue: Queue) {
  const t = await getTranslations('newsroom.queue');
  return listChoices(queue, states).map(({ to, label, variant }) => ({ to, variant, label: t(label) }));
}

export type Choices = Awaited<ReturnType<typeof getChoices>>;
