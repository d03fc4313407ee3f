import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '#lib/comments/network.ts';
import { clientAddress } from './client-address.ts';
import { RenderGate, type Client } from './render-gate.ts';
import { holdsSignedSession } from './session-cookie.ts';

/**
 * The limits of concurrent work: readers' pages, searches, readers' forms, the newsroom, and its public pages
 * for clients that are not signed in. The kinds do not wait for each other.
 */
export const openGates = () => ({
  pages: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 400, mostWaitingOfNetwork: 100 }),
  searches: new RenderGate({ most: 1, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 100 }),
  forms: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
  // Colleagues share the network of their office.
  newsroom: new RenderGate({ most: 3, mostOfNetwork: 2, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
  signIn: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
});

/**
 * The gate of a request to the newsroom. The session cookie must have a valid signature, because anyone can
 * send a cookie of that name.
 */
export const newsroomGate = (gates: ReturnType<typeof openGates>, request: IncomingMessage): RenderGate =>
  holdsSignedSession(request.headers.cookie) ? gates.newsroom : gates.signIn;

export const clientOf = (request: IncomingMessage, response: ServerResponse): Client => ({
  network: networkOf(clientAddress(request)),
  isGone: () => response.destroyed || request.socket.destroyed,
});
