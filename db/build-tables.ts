import type { Kit } from './kit.sqlite.ts';
import { buildCommentTables } from './schema-comments.ts';
import { buildNewsroomTables } from './schema-newsroom.ts';
import { buildStaffTables } from './schema-staff.ts';
import { buildTalkTables } from './schema-talk.ts';
import { buildContentTables } from './schema.ts';

/** All tables, of the engine whose kit is given. */
export function buildTables(kit: Kit) {
  const staff = buildStaffTables(kit);
  const content = buildContentTables(kit, staff);
  const newsroom = buildNewsroomTables(kit, { ...content, ...staff });
  const fromReaders = buildCommentTables(kit, { ...content, ...staff });
  const talk = buildTalkTables(kit, { ...fromReaders, ...staff });
  return { content, staff, newsroom, fromReaders, talk };
}
