/** An export that fails, one that nobody reads to its end, and an import that cannot begin. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openPglite } from '../../src/receiver/storage/pglite.js';
import { migrate } from '../../src/receiver/storage/schema.js';
import { fillFolder } from '../support/node/pglite.js';
import { ceal, PROGRAM } from '../support/node/program.js';

let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-export-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder with so many sign-ups of one entry. */
async function dataOf(name: string, entry: object | null, count: number): Promise<string> {
  const data = await fillFolder(join(folder, name));
  const database = await openPglite(data);
  await migrate(database);
  await database.query(
    `insert into ceal_signups (id, feed, status, reference, entry)
     select gen_random_uuid(), 'proef', 'accepted', n::text, $1::jsonb from generate_series(1, $2::integer) n`,
    [JSON.stringify(entry), count],
  );
  await database.close();
  return data;
}

describe('import', () => {
  it('says in a word that a file cannot be read', async () => {
    const data = await fillFolder(join(folder, 'empty'));
    const socket = createServer().listen(join(folder, 'socket'));
    await once(socket, 'listening');
    try {
      const { code, output } = await ceal('import', join(folder, 'socket'), '--data', data);
      assert.equal(code, 1);
      assert.match(output, /^ENXIO: [^\n]*\n?$/);
    } finally {
      socket.close();
    }
  });
});

describe('export', () => {
  it('leaves no file where it fails, so that the next try can write it', async () => {
    const file = join(folder, 'signups.csv');
    // JSON's `null` is no entry.
    const damaged = await dataOf('damaged', null, 1);
    for (const _time of [1, 2]) {
      const { code, output } = await ceal('export', '--data', damaged, '--feed', 'proef', '--output', file);
      assert.equal(code, 1, output);
      assert.doesNotMatch(output, /is there already/);
      assert.ok(!existsSync(file));
    }
  });

  it('ends without a word where the reader of its output has gone', async () => {
    const entry = { name: 'x'.repeat(1_000), answers: {}, consents: [], language: 'nl' };
    const data = await dataOf('large', entry, 1_000);
    for (const format of ['csv', 'json', 'archive', 'ods']) {
      const command = `{ ${process.execPath} ${PROGRAM} export --data ${data} --feed proef --format ${format}; echo $? >&2; } | head -c 10`;
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'latin1' });
      assert.equal(stdout.length, 10);
      // What is packed is small enough to be written whole.
      assert.match(stderr, format === 'ods' ? /^[01]\n$/ : /^1\n$/, `${format}: ${stderr}`);
    }
    const file = join(folder, 'large.json');
    assert.equal(
      (await ceal('export', '--data', data, '--feed', 'proef', '--format', 'json', '--output', file)).code,
      0,
    );
    assert.ok(statSync(file).size > 1_000_000);
  });
});
