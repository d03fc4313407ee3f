import { sectionFeed } from '../../feed-routes.ts';

export const dynamic = 'force-dynamic';

export const GET = sectionFeed('xml');
