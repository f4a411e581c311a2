/** A network between a client and a server that can be lost: what is sent then arrives nowhere, and nobody is told. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface DroppingProxy {
  readonly port: number;
  /** Drops all that is sent from now on. Connections that were open then, or are opened meanwhile, stay silent for ever. */
  drop(): void;
  /** Lets new connections through again. */
  restore(): void;
  close(): void;
}

/** Stands before a port of this machine. */
export async function dropTo(port: number): Promise<DroppingProxy> {
  const sockets = new Set<Socket>();
  const lost = new WeakSet<Socket>();
  let isDropping = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    if (isDropping) lost.add(socket);
  };
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (!lost.has(from)) to.write(chunk);
    });
    from.once('close', () => {
      if (!lost.has(from)) to.destroy();
    });
  };
  const server = createServer((client) => {
    keep(client);
    const upstream = connect(port, '127.0.0.1');
    keep(upstream);
    pass(client, upstream);
    pass(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    drop: () => {
      isDropping = true;
      for (const socket of sockets) lost.add(socket);
    },
    restore: () => (isDropping = false),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
