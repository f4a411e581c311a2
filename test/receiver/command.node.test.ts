/** What `--command` runs: what it gets, what it does not, and how long it may. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toCommand } from '../../src/receiver/notices/command.js';
import { until } from '../support/node/until.js';

let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-command-'))));
after(() => rmSync(folder, { recursive: true }));

const running = new AbortController().signal;
const deliver = (command: string, body = '{}', options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  toCommand(command, options.timeoutMs)({ id: 'id', body, signal: options.signal ?? running });

/** The number of a process that the command wrote into a file. */
const pidIn = async (file: string): Promise<number> => {
  await until(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
  return Number(readFileSync(file, 'utf8'));
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a command', () => {
  it('gets the message on its standard input and nothing in its arguments', async () => {
    const file = join(folder, 'message.json');
    await deliver(`cat > ${file}`, '{"name":"$(touch x); `id`"}');
    assert.equal(readFileSync(file, 'utf8'), '{"name":"$(touch x); `id`"}');
  });

  it('is tried again when it ends badly', async () => {
    await assert.rejects(deliver('exit 3', 'x'.repeat(1_000_000)), /exit 3/);
    await assert.rejects(deliver('kill -9 $$'), /signal SIGKILL/);
  });

  it('receiver.md 11: knows nothing of the database and no secret of the receiver', async () => {
    const file = join(folder, 'environment');
    const secrets = ['DATABASE_URL', 'PGPASSWORD', 'CEAL_WEBHOOK_SECRET', 'POSTGRES_PASSWORD'];
    const before = { ...process.env };
    for (const name of [...secrets, 'MAIL_HOST']) process.env[name] = 'value (voorbeeld)';
    try {
      await deliver(`env > ${file}`);
    } finally {
      process.env = before;
    }
    const environment = readFileSync(file, 'utf8');
    for (const name of secrets) assert.ok(!environment.includes(name), name);
    assert.match(environment, /^MAIL_HOST=/m);
    assert.match(environment, /^PATH=/m);
  });

  it('R32: is ended after its time with everything that it started', async () => {
    const file = join(folder, 'late');
    const command = `sh -c 'trap "" TERM; sleep 1000' & echo $! > ${file}; wait`;
    await assert.rejects(deliver(command, '{}', { timeoutMs: 300 }), /timeout/);
    const pid = await pidIn(file);
    await until(() => !isAlive(pid));
  });

  it('R32: leaves nothing behind that outlives its time', async () => {
    const file = join(folder, 'left');
    await deliver(`sleep 1000 & echo $! > ${file}`, '{}', { timeoutMs: 500 });
    const pid = await pidIn(file);
    await until(() => !isAlive(pid));
  });

  it('R32: leaves nothing behind where the receiver stops', async () => {
    const file = join(folder, 'left-at-stop');
    const stopping = new AbortController();
    await deliver(`sleep 1000 & echo $! > ${file}`, '{}', { signal: stopping.signal });
    const pid = await pidIn(file);
    assert.ok(isAlive(pid));
    stopping.abort();
    await until(() => !isAlive(pid));
  });

  it('writes nothing into the log', { skip: process.platform !== 'linux' }, async () => {
    const file = join(folder, 'outputs');
    await deliver(`readlink /proc/$$/fd/2 > ${file}`);
    assert.equal(readFileSync(file, 'utf8'), '/dev/null\n');
  });

  it('is not started where the receiver has stopped', async () => {
    const file = join(folder, 'not-started');
    await assert.rejects(deliver(`touch ${file}`, '{}', { signal: AbortSignal.abort() }), /stopped/);
    assert.ok(!existsSync(file));
  });

  it('is ended where the receiver stops', async () => {
    const file = join(folder, 'stopped');
    const stopping = new AbortController();
    const delivery = deliver(`echo $$ > ${file}; sleep 1000`, '{}', { signal: stopping.signal });
    const pid = await pidIn(file);
    stopping.abort();
    await assert.rejects(delivery);
    await until(() => !isAlive(pid));
  });
});
