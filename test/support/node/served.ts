/** A receiver's public side on a database of its own, for tests that speak HTTP to it. */
import { once } from 'node:events';
import { publicServer } from '../../../src/receiver/http/server.js';
import { entryOf, feedOf, openDatabase, serviceOn } from './receiver.js';

/** @param {{ service?: object, server?: object }} options What differs from a receiver as it is by default. */
export async function serve({ service: serviceOptions, server: serverOptions } = {}) {
  const held = await openDatabase('PGlite');
  const on = serviceOn(held.database, { feed: feedOf(), ...serviceOptions });
  const log = [];
  const server = publicServer({
    service: on.service,
    origins: ['https://www.example.org'],
    perMinute: 100_000,
    behindProxy: false,
    log: (event, facts) => log.push({ event, ...facts }),
    ...serverOptions,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}`;
  return {
    ...on,
    database: held.database,
    server,
    port,
    url,
    log,
    /** Posts an entry as the form does; `changes` to it, and headers beside its own. */
    post: (changes = {}, headers = {}) => {
      const entry = entryOf(changes);
      return fetch(`${url}/signups`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `"${entry.submissionId}"`,
          ...headers,
        },
        body: JSON.stringify(entry),
      });
    },
    /** Posts anything. */
    postRaw: (body, headers = {}) => fetch(`${url}/signups`, { method: 'POST', headers, body }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await held.close();
    },
  };
}
