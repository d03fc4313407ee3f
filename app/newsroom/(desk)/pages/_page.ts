import { notFound } from 'next/navigation';
import { getPageDesk, type PageDesk } from '#db/paper/page-drafts.ts';
import { pageKeySchema } from '#db/paper/pages.ts';
import { requireStaff, type Staff } from '../../_session.ts';

export type PageParams = Promise<{ locale: string; slug: string }>;

/**
 * The page of an address below `/newsroom/pages`, for people who may write it. The person is checked first.
 */
export async function openPage(
  params: PageParams,
  below = '',
): Promise<{ desk: PageDesk; staff: Staff; path: string }> {
  const asked = await params;
  const path = `/newsroom/pages/${asked.locale}/${asked.slug}`;
  const staff = await requireStaff('curate', path + below);
  const key = pageKeySchema.safeParse(asked);
  const desk = key.success ? await getPageDesk(key.data) : undefined;
  if (!desk) notFound();
  return { desk, staff, path };
}
