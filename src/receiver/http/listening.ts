import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The time that open connections get to end by themselves, before they are closed. */
export const CLOSE_TIMEOUT_MS = 5_000;

/** Lets a server listen on a socket, or on a port of an address; rejects where it cannot. */
export function listen(
  server: Server,
  ...address: [path: string] | [port: number, host: string]
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const onListening = () => {
      server.off('error', reject);
      resolve();
    };
    if (address.length === 1) server.listen(address[0], onListening);
    else server.listen(address[0], address[1], onListening);
  });
}

/** The port on which a server listens. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Closes a server when its requests have been answered, or at the end of their time. */
export function closeServer(server: Server, timeoutMs = CLOSE_TIMEOUT_MS): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
