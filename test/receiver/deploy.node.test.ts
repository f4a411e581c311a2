/** The files for those who run a receiver: a systemd unit and a container file that hold what they promise. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { needs } from '../support/node/needs.js';
import { ceal } from '../support/node/program.js';
import { serve } from '../support/node/served.js';

const DEPLOY = 'src/receiver/deploy';
const read = (name: string) => readFileSync(join(DEPLOY, name), 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly peerDependencies: Readonly<Record<string, string>>;
};
/** Where the program is once the package is installed. */
const INSTALLED = `node_modules/ceal-widgets/${manifest.bin['ceal-widgets']}`;

let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), 'ceal-deploy-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Fails where a command line has an option that the program does not know. */
async function assertKnown(command: string, words: readonly string[]): Promise<void> {
  const { output } = await ceal(command, '--help');
  const options = words.filter((word) => word.startsWith('--'));
  assert.ok(options.length > 0);
  for (const option of options)
    assert.match(output, new RegExp(`^ *${option} `, 'm'), `${command} ${option}`);
}

describe('what ships beside the receiver', () => {
  it('is in the package, and named in the README', () => {
    assert.ok(manifest.files.includes(DEPLOY));
    const page = readFileSync('src/receiver/README.md', 'utf8');
    for (const name of readdirSync(DEPLOY)) assert.ok(page.includes(`(deploy/${name})`), name);
  });
});

describe('the settings of a proxy', () => {
  it('R14: name every address that is for visitors, and no other', () => {
    const { paths } = parse(readFileSync('src/receiver/openapi.yaml', 'utf8')) as { readonly paths: object };
    const own = ['/health', '/ready'];
    const names = Object.keys(paths)
      .filter((path) => !own.includes(path))
      .map((path) => path.slice(1));
    for (const file of ['nginx.conf', 'apache.conf', 'haproxy.cfg', 'Caddyfile']) {
      const [list = ''] = /signups[ |/]+availability[ |/\w]*/.exec(read(file)) ?? [];
      assert.deepEqual(list.match(/\w+/g), names, file);
    }
  });
});

describe('the systemd unit', () => {
  /** The unit with programs that are there, in a file of its own. */
  const unit = () => {
    const path = join(folder, 'ceal-receiver.service');
    writeFileSync(path, read('ceal-receiver.service').replace('/usr/bin/node', process.execPath));
    return path;
  };

  it('R12, R15: starts node itself, waits for the network and the database, and is started again', async () => {
    const text = read('ceal-receiver.service');
    const [, command = ''] = /^ExecStart=((?:.*\\\n)*.*)$/m.exec(text) ?? [];
    const [program, script, name = '', ...words] = command.replaceAll('\\\n', ' ').split(/\s+/);
    assert.equal(basename(program!), 'node');
    assert.ok(script!.endsWith(`/${INSTALLED}`));
    await assertKnown(name, words);
    const settings = new Map(
      text
        .split('\n')
        .flatMap((line) => (/^\w+=/.test(line) ? [line.split('=', 2) as [string, string]] : [])),
    );
    assert.equal(settings.get('Restart'), 'always');
    assert.equal(settings.get('RestartSec'), '5');
    assert.equal(settings.get('StartLimitIntervalSec'), '0');
    assert.match(settings.get('After')!, /network-online\.target postgresql\.service/);
    assert.ok(!settings.has('MemoryDenyWriteExecute'));
  });

  it('R15: is one that systemd understands', needs('systemd-analyze', '--version'), () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit()], {
      encoding: 'utf8',
    });
    // Others' units on the machine may have faults of their own.
    const faults = stderr.split('\n').filter((line) => line.includes('ceal-receiver'));
    assert.deepEqual({ status, faults }, { status: 0, faults: [] });
  });

  it('R15: is hardened: systemd counts little that it may', needs('systemd-analyze', '--version'), () => {
    const args = ['security', '--offline=true', '--threshold=20', '--no-pager', unit()];
    const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
});

describe('the container file', () => {
  /** The instructions, lines that go on joined. */
  const instructions = () =>
    read('Containerfile')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, name = '', value = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
        assert.ok(name, line);
        return [name, value.trim()] as const;
      });
  const valueOf = (name: string) => {
    const [first, ...others] = instructions().filter(([own]) => own === name);
    assert.ok(first && others.length === 0, `one ${name}`);
    return first[1];
  };
  /** The words of an instruction in the form that no shell stands between. */
  const wordsOf = (value: string) => JSON.parse(value) as readonly string[];

  it('R15: has only instructions that there are, and runs as nobody in particular', () => {
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'ENV',
      'USER',
      'VOLUME',
      'EXPOSE',
      'STOPSIGNAL',
      'HEALTHCHECK',
      'ENTRYPOINT',
    ];
    const names = instructions().map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => !known.includes(name)),
      [],
    );
    assert.equal(names[0], 'FROM');
    assert.equal(valueOf('USER'), 'node');
    assert.ok(names.indexOf('USER') < names.indexOf('ENTRYPOINT'));
    assert.equal(valueOf('STOPSIGNAL'), 'SIGTERM');
    const [, program, , ...words] = wordsOf(valueOf('ENTRYPOINT'));
    assert.equal(program, INSTALLED);
    assert.ok(words.at(-1)!.startsWith(`${valueOf('VOLUME')}/`));
  });

  it('R15: starts node itself, with options that there are', async () => {
    const [command, , name = '', ...words] = wordsOf(valueOf('ENTRYPOINT'));
    assert.equal(command, 'node');
    await assertKnown(name, words);
    for (const [, option = ''] of read('Containerfile').matchAll(/^#.* (--(?:feed|behind-proxy))/gm))
      await assertKnown('receive', [option]);
    const packages = valueOf('RUN').split(/\s+/);
    // The receiver renders no widgets.
    const needed = Object.keys(manifest.peerDependencies).filter((peer) => peer !== '@lit-labs/ssr');
    for (const peer of needed) assert.ok(packages.includes(peer), peer);
  });

  it('R15: asks the receiver how it is, in words that work', async () => {
    const [, value = ''] = /CMD (\[.*\])$/.exec(valueOf('HEALTHCHECK')) ?? [];
    const [command = '', ...words] = wordsOf(value);
    const served = await serve();
    const ask = async (port: number) => {
      const child = spawn(
        command,
        words.map((word) => word.replace('8787', String(port))),
        { stdio: 'ignore' },
      );
      const [code] = (await once(child, 'exit')) as [number];
      return code;
    };
    try {
      assert.equal(await ask(served.port), 0);
    } finally {
      await served.close();
    }
    assert.equal(await ask(served.port), 1);
  });
});
