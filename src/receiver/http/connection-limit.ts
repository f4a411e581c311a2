import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { NetworkMap } from '../network-map.js';
import { networkOf } from './client-address.js';

/** Connections that one network may have at once. */
const MAX_CONNECTIONS_PER_NETWORK = 100;

/** Cuts off whoever opens more connections at once than a network may have. Not for a proxy, which opens all of them. */
export function limitConnections(server: Server): void {
  /** Open connections. A network without any is not there. */
  const counts = new NetworkMap<number>();
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    if ((counts.get(network) ?? 0) >= MAX_CONNECTIONS_PER_NETWORK) return void socket.destroy();
    counts.update(network, (count = 0) => count + 1);
    socket.once('close', () => {
      if (counts.update(network, (count = 1) => count - 1) === 0) counts.delete(network);
    });
  });
}
