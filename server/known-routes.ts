import { env } from '#lib/env.ts';
import { logLine } from '#lib/log.ts';
import { matchRoute, type Route } from './routes.ts';

const MAX_KNOWN_ROUTES = 10_000;
const MAX_KNOWN_LENGTH = 1000;

/** The routes of addresses that were requested before: a cached page is found without matching again. */
export class KnownRoutes {
  private readonly known = new Map<string, Route>();

  routeOf(url: string): Route {
    const found = this.known.get(url);
    if (found) return found;
    const route = matchRoute(url);
    if (env.dev) logDroppedKeys(url, route);
    if (this.known.size >= MAX_KNOWN_ROUTES) this.known.clear();
    if (url.length <= MAX_KNOWN_LENGTH) this.known.set(url, route);
    return route;
  }

  /** The cache key of an address that was requested before; null if its page is not cached. */
  readyKey(url: string): string | null {
    const route = this.known.get(url);
    return route?.kind === 'page' ? route.cacheKey : null;
  }
}

/** In development, logs query keys that the route does not declare: its page never gets them. */
function logDroppedKeys(url: string, route: Route) {
  if (route.kind !== 'page' || route.cacheKey === null) return;
  const [{ searchParams: asked }, { searchParams: kept }] = [
    new URL(url, env.siteUrl),
    new URL(route.path, env.siteUrl),
  ];
  const dropped = [...new Set(asked.keys())].filter((key) => !kept.has(key));
  if (dropped.length > 0)
    logLine(
      `${url}: ${dropped.join(', ')} not declared, or without effect, in route-rules.ts; the page does not get it`,
    );
}
