import { authorFeed } from '#app/[locale]/feed-routes.ts';

export const dynamic = 'force-dynamic';

export const GET = authorFeed('xml');
