import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkOf } from '#lib/comments/network.ts';
import { clientAddress } from './client-address.ts';
import { RenderGate, type Asker } from './render-gate.ts';

/** What is made at one time: pages that readers ask for, forms that they send, and the newsroom. None waits behind another kind. */
export const openGates = () => ({
  pages: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 400, mostWaitingOfNetwork: 100 }),
  forms: new RenderGate({ most: 2, mostOfNetwork: 1, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
  newsroom: new RenderGate({ most: 3, mostOfNetwork: 2, mostWaiting: 200, mostWaitingOfNetwork: 50 }),
});

export const askerOf = (request: IncomingMessage, response: ServerResponse): Asker => ({
  network: networkOf(clientAddress(request)),
  isGone: () => response.destroyed || request.socket.destroyed,
});
