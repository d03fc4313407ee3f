import { tagFeed } from '../../../feed-routes.ts';

export const dynamic = 'force-dynamic';

export const GET = tagFeed('json');
