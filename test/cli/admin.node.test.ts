/** A receiver and its commands, from the first start to the last export. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import { fillFolder } from '../support/node/pglite.js';
import { ceal, FEED, receive } from '../support/node/program.js';
import { entryOf, times, type TestEntry } from '../support/node/receiver.js';

let folder: string;
let feed: string;
let data: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-admin-'));
  feed = join(folder, 'feed.json');
  data = await fillFolder(join(folder, 'data'));
  writeFileSync(feed, JSON.stringify(FEED));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const post = (url: string, entry: TestEntry) =>
  fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entry),
  });

describe('purge', () => {
  it('R11: ends with 1 where nobody says how long something is kept', async () => {
    const own = await fillFolder(join(folder, 'kept'));
    const unlimited = join(folder, 'unlimited.json');
    const [signup] = FEED.signups;
    writeFileSync(unlimited, JSON.stringify({ ...FEED, signups: [{ ...signup, retentionMonths: 'zes' }] }));
    const receiver = await receive('--feed', unlimited, '--data', own);
    assert.equal((await post(receiver.url, entryOf())).status, 201);
    assert.ok(receiver.lines.some((line) => /"feed-issue".*\/signups\/0\/retentionMonths/.test(line)));
    assert.equal(await receiver.stop(), 0);
    assert.match(receiver.lines.at(-1)!, /"event":"stopped"/);
    const purge = (...more: readonly string[]) => ceal('purge', '--data', own, ...more);
    const { code, output } = await purge('--feed', unlimited);
    assert.equal(code, 1);
    assert.match(output, /^0 removed\.\n1 stay: the feed has no "retentionMonths"/m);
    assert.equal((await purge('--feed', unlimited, '--months', '6')).code, 0);
    assert.equal((await purge('--feed', feed)).code, 0);
    assert.equal((await purge()).code, 1);
  });
});

describe('a receiver and its commands', () => {
  it('work together on one folder, running or not', async () => {
    const own = ['--origin', 'https://www.example.org/pad', '--rate', '10000'];
    const receiver = await receive('--feed', feed, '--data', data, ...own);
    try {
      // R16: the contract, as any receiver is tested, twice; nothing is left of it.
      for (const _time of [1, 2]) {
        const conformance = await ceal(
          ...['test-receiver', `${receiver.url}/signups`, '--feed', feed],
          ...['--availability', `${receiver.url}/availability`, '--origin', 'https://www.example.org'],
        );
        assert.equal(conformance.code, 0, conformance.output);
        assert.doesNotMatch(conformance.output, /FAILED|not looked at|are left/);
        assert.match(conformance.output, /^\d+ sign-ups of this test were withdrawn\.$/m);
        assert.equal((await ceal('export', '--data', data, '--format', 'json')).output.trim(), '[]');
      }

      // One receiver at a time.
      const second = await ceal('receive', '--feed', feed, '--data', data, '--port', '0');
      assert.equal(second.code, 1);
      assert.match(second.output, /in use by a running receiver/);

      // Reading while it runs.
      const entry = entryOf({ name: '=1+1', email: 'weg@example.org', answers: { idee: 'Een; =twee' } });
      const { reference } = (await (await post(receiver.url, entry)).json()) as { reference: string };
      const list = await ceal('list', '--data', data);
      assert.match(list.output, /^proef +meedoen +herfst +accepted +\d+$/m);
      const csv = (await ceal('export', '--data', data, '--edition', 'herfst')).output;
      assert.match(csv, /^\ufeff"reference","status"/);
      assert.ok(csv.includes(`"'=1+1"`) && csv.includes(`"Een; '=twee"`));
      for (const [option, value] of [
        ['--edition', 'herfts'],
        ['--feed', 'prof'],
      ] as const) {
        const { code, output } = await ceal('export', '--data', data, option, value);
        assert.equal(code, 1);
        assert.match(output, new RegExp(`Nothing is stored of the \\w+ "${value}". There is: `));
      }
      const dutch = await ceal('export', '--data', data, '--separator', ';');
      assert.match(dutch.output, /^\ufeff"reference";"status"/);

      // Taking out.
      assert.match(
        (await ceal('delete', '--email', 'WEG@example.org', '--data', data)).output,
        /^1 sign-up erased/,
      );
      assert.equal((await ceal('delete', '--reference', reference, '--data', data)).code, 1);
      assert.match((await ceal('purge', '--data', data)).output, /^0 removed/);

      // R11: an option is never ignored in silence.
      assert.match((await ceal('purge', '--feed', feed, '--data', data)).output, /^0 removed/);
      const other = join(folder, 'other.json');
      writeFileSync(other, JSON.stringify({ ...FEED, id: 'anders' }));
      const refused = await ceal('purge', '--feed', other, '--data', data);
      assert.equal(refused.code, 1);
      assert.match(refused.output, /goes by the feed "proef", and not by "anders"/);

      // A stop under load: what was answered with 201 is stored.
      const sent = times(100, async (index) => {
        const name = `Laatste ${index}`;
        const response = await post(receiver.url, entryOf({ name })).catch(() => undefined);
        return response?.status === 201 ? name : undefined;
      });
      const [answered, code] = await Promise.all([Promise.all(sent), receiver.stop()]);
      assert.equal(code, 0);

      // And reading afterwards, from the folder itself.
      const file = join(folder, 'export.json');
      assert.equal((await ceal('export', '--data', data, '--format', 'json', '--output', file)).code, 0);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly SignupRecord[];
      assert.ok(!rows.some((row) => row.reference === reference));
      const names = new Set(rows.map((row) => row.entry.name));
      for (const name of answered) if (name) assert.ok(names.has(name), name);
      assert.match((await ceal('export', '--data', data, '--output', file)).output, /is there already/);

      // The log says nothing about anybody.
      assert.doesNotMatch(receiver.lines.join('\n'), /noor|weg@|Laatste|example\.org/i);
      assert.ok(receiver.lines.filter((line) => line.includes('"event":"error"')).length === 0);
    } finally {
      await receiver.stop();
    }
  });
});
