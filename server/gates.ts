import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '#lib/comments/network.ts';
import { clientAddress } from './client-address.ts';
import { RenderGate, type Asker } from './render-gate.ts';
import { holdsSignedSession } from './session-cookie.ts';

/**
 * What is made at one time: pages that readers ask for, forms that they send, the newsroom, and its doors for
 * who is not signed in. None waits behind another kind.
 */
export const openGates = () => ({
  pages: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 400, mostWaitingOfNetwork: 100 }),
  forms: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
  // Colleagues share the network of their office.
  newsroom: new RenderGate({ most: 3, mostOfNetwork: 2, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
  doors: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
});

/**
 * The gate of a request to the newsroom. A cookie that says it holds a session is not enough: anybody can
 * send one.
 */
export const newsroomGate = (gates: ReturnType<typeof openGates>, request: IncomingMessage): RenderGate =>
  holdsSignedSession(request.headers.cookie) ? gates.newsroom : gates.doors;

export const askerOf = (request: IncomingMessage, response: ServerResponse): Asker => ({
  network: networkOf(clientAddress(request)),
  isGone: () => response.destroyed || request.socket.destroyed,
});
