import { createHmac, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './client-address.js';

/** Connections that one network may have at once. */
const MAX_CONNECTIONS_PER_NETWORK = 100;

/** Cuts off whoever opens more connections at once than a network may have. Not for a proxy, which opens all of them. */
export function limitConnections(server: Server): void {
  const key = randomBytes(32);
  /** Open connections, by an HMAC of their network: addresses are not kept. */
  const counts = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const network = createHmac('sha256', key)
      .update(networkOf(socket.remoteAddress ?? ''))
      .digest('base64');
    const count = counts.get(network) ?? 0;
    if (count >= MAX_CONNECTIONS_PER_NETWORK) return void socket.destroy();
    counts.set(network, count + 1);
    socket.once('close', () => {
      const left = counts.get(network)! - 1;
      if (left > 0) counts.set(network, left);
      else counts.delete(network);
    });
  });
}
