import type { Kit } from '#db/engine/kit.sqlite.ts';
import { buildCommentTables } from './comments.ts';
import { buildNewsroomTables } from './newsroom.ts';
import { buildStaffTables } from './staff.ts';
import { buildCommunityTables } from './community.ts';
import { buildContentTables } from './content.ts';

/** All tables, built with the column kit of one engine. */
export function buildTables(kit: Kit) {
  const staff = buildStaffTables(kit);
  const content = buildContentTables(kit, staff);
  const newsroom = buildNewsroomTables(kit, { ...content, ...staff });
  const fromReaders = buildCommentTables(kit, { ...content, ...staff });
  const community = buildCommunityTables(kit, { ...fromReaders, ...staff });
  return { content, staff, newsroom, fromReaders, community };
}
