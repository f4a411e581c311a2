/** The limits on what a PostgreSQL server may keep waiting, and what becomes of a connection that breaks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import { openPostgres } from '../../src/receiver/storage/postgres.js';

describe('a PostgreSQL server', { skip: findPostgres() ? false : 'PostgreSQL is missing' }, () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  before(async () => (server = await startPostgres()));
  after(() => server.stop());

  const setting = async (limited: boolean, name: string, address = server.url) => {
    const database = await openPostgres(address, { limited });
    try {
      return await database.transaction(async (tx) => {
        const [row] = await tx.query<{ value: string }>('select current_setting($1) as value', [name]);
        return row?.value;
      });
    } finally {
      await database.close();
    }
  };

  it('R20: lets go of what a vanished client holds, and waits for no lock for long', async () => {
    assert.equal(await setting(true, 'idle_in_transaction_session_timeout'), '8s');
    assert.equal(await setting(true, 'lock_timeout'), '3s');
    assert.equal(await setting(true, 'statement_timeout'), '5s');
    for (const name of ['idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'])
      assert.equal(await setting(false, name), '0');
  });

  it('R20: sets its limits for a transaction only, as PgBouncer needs, and keeps those of the address', async () => {
    const database = await openPostgres(`${server.url}&options=-c%20search_path%3Dutrecht`);
    await database.transaction((tx) => tx.query('select 1'));
    const shown = async (name: string) =>
      (await database.query<{ value: string }>(`select current_setting('${name}') as value`))[0]?.value;
    assert.deepEqual([await shown('lock_timeout'), await shown('search_path')], ['0', 'utrecht']);
    await database.close();
  });

  it('R9: ends a connection, and gets another', async () => {
    const database = await openPostgres(server.url);
    const terminated = database.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await server.query(`select pg_terminate_backend(${row!.pid})`);
      await tx.query('select 1');
    });
    await assert.rejects(terminated);
    assert.deepEqual(await database.transaction((tx) => tx.query('select 1 as one')), [{ one: 1 }]);
    await database.close();
  });

  it('R19: is left within some seconds, whatever still goes on there', async () => {
    const database = await openPostgres(server.url);
    await new Promise<void>((begun) => {
      void database
        .transaction(async () => {
          begun();
          await new Promise(() => {});
        })
        .catch(() => {});
    });
    await database.close();
  });
});
