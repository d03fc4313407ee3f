import { editionFeed } from '../feed-routes.ts';

export const dynamic = 'force-dynamic';

export const GET = editionFeed('xml');
