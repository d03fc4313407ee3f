import { authorFeed } from '../../../feed-routes.ts';

export const dynamic = 'force-dynamic';

export const GET = authorFeed('json');
