import { randomBytes } from 'node:crypto';
import type { Queries } from './database.js';

/** Reads what an installation remembers under a name, for one feed or, with an empty id, for all. */
export async function readSetting(queries: Queries, feed: string, name: string): Promise<unknown> {
  const [row] = await queries.query<{ value: unknown }>(
    'select value from ceal_settings where feed = $1 and name = $2',
    [feed, name],
  );
  return row?.value;
}

/** Remembers a value in place of the one before. */
export async function writeSetting(
  queries: Queries,
  feed: string,
  name: string,
  value: unknown,
): Promise<void> {
  await queries.query(
    `insert into ceal_settings (feed, name, value) values ($1, $2, $3::jsonb)
     on conflict (feed, name) do update set value = excluded.value`,
    [feed, name, JSON.stringify(value)],
  );
}

/** The setting of a feed that says whether somebody is told: else a command puts nothing into the outbox. */
export const IS_TOLD = 'is-told';

const SECRET_BYTES = 32;

/** The secret of this database with which keys for forms without script are made: the same for every instance. */
export async function formSecretOf(queries: Queries): Promise<Buffer> {
  await queries.query(
    `insert into ceal_settings (feed, name, value) values ('', 'form-secret', $1::jsonb) on conflict do nothing`,
    [JSON.stringify(randomBytes(SECRET_BYTES).toString('base64'))],
  );
  return Buffer.from((await readSetting(queries, '', 'form-secret')) as string, 'base64');
}
