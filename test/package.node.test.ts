/** The published package: packed, unpacked elsewhere, and used with its dependencies alone. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { PAGES } from '#tools/docs/pages.mjs';
import { ELEMENTS } from '#tools/elements.mjs';
import { node } from '#tools/process.mjs';
import { deadLinks } from './support/node/pages.js';
import { exportedFiles, readPackageFile } from './support/node/published.js';

const packageFile = readPackageFile();
const { bin, dependencies, version } = packageFile;

let folder: string;
let tarball: string;
let home: string;
let program: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-package-'));
  // The build is there; `prepack` would make it again.
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'ignore' });
  const [file = ''] = readdirSync(folder);
  tarball = join(folder, file);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  home = join(folder, 'package');
  program = join(home, bin['ceal-widgets']!);
  for (const name of Object.keys(dependencies)) provide(name);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the unpacked package find another one, as npm would have put it there. */
function provide(name: string): void {
  const place = join(home, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve('node_modules', name), place, 'dir');
}

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  node([program, ...args], { cwd: folder, env: { ...process.env, ...env } });
const FEED = resolve('stories/feeds/overvecht.json');

/** The names to import by, with those that a pattern stands for; a file that no script can import is none of them. */
const entryPoints = (): string[] =>
  Object.keys(packageFile.exports)
    .filter((name) => !name.endsWith('.yaml') && !name.includes('*'))
    .concat(ELEMENTS.flatMap(({ folder: room }) => [`./${room}`, `./${room}/define`]));

describe('the packed package', () => {
  it('has a program that says which version it is', async () => {
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.ok(statSync(program).mode & 0o100, 'it can be run');
    const { code, output } = await run(['--version']);
    assert.equal(output, `${version}\n`);
    assert.equal(code, 0);
  });

  it('has every file that it names', () => {
    for (const path of exportedFiles(packageFile)) assert.ok(statSync(join(home, path)).isFile(), path);
    assert.match(readFileSync(join(home, 'dist/openapi.yaml'), 'utf8'), /^openapi: 3\.1/);
  });

  for (const page of PAGES)
    it(`has what ${page} links to, and the headings that it names`, () => {
      assert.deepEqual(deadLinks(join(home, page)), []);
    });

  it('has the notices of everything that is in its scripts', () => {
    const notices = readFileSync(join(home, 'dist/LICENSES.txt'), 'utf8');
    assert.ok(notices.includes(readFileSync(join(home, 'LICENSE'), 'utf8').trim()));
    assert.match(notices, /^CEAL Widgets 0\.1\.0 \(EUPL-1\.2\)$/m);
    for (const name of ['@lit/context', '@lit/reactive-element', 'lit-element', 'lit-html'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(BSD-3-Clause\\)$`, 'm'));
    assert.match(notices, /Copyright \(c\) 2017 Google LLC/);
    assert.doesNotMatch(notices, /^zod /m, 'nothing of it is in the scripts');
  });

  it('is typed for every way to import it that it serves', async () => {
    const { types, problems } = {
      problems: [],
      ...(await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
        entrypoints: entryPoints(),
      })),
    };
    assert.ok(types);
    const found = problems
      .filter(({ kind }) => kind !== 'CJSResolvesToESM')
      .map((problem) => ({ entrypoint: '', resolutionKind: '', ...problem }))
      .filter(({ resolutionKind }) => resolutionKind !== 'node10')
      .map(({ kind, entrypoint, resolutionKind }) => `${entrypoint}: ${kind} (${resolutionKind})`);
    assert.deepEqual(found, []);
  });

  it('says what to install where the receiver lacks something', async () => {
    const embedded = await run(['receive', '--feed', FEED], { DATABASE_URL: '' });
    assert.equal(embedded.code, 1);
    assert.equal(
      embedded.output,
      'The embedded database needs the package @electric-sql/pglite. Install it: npm install @electric-sql/pglite\n',
    );
    const server = await run(['list'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1/x' });
    assert.equal(server.code, 1);
    assert.match(
      server.output,
      /^PostgreSQL \(DATABASE_URL\) needs the package pg\. Install it: npm install pg\n$/,
    );
  });

  it('stores and reads with the embedded database', async () => {
    provide('@electric-sql/pglite');
    const url = `${new URL(`file://${home}/dist/modules/receiver/receiver.js`)}`;
    const code = `
      import { startReceiver } from ${JSON.stringify(url)};
      const receiver = await startReceiver({ feed: ${JSON.stringify(FEED)}, folder: 'data', port: 0, log: () => {} });
      const response = await fetch(receiver.url + '/signups', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'signup=meedoen&name=Noor&email=noor%40example.org&roles=student&oldEnough=yes',
      });
      console.log(response.status);
      await receiver.stop();`;
    const { output } = await node(['--input-type=module', '-e', code], { cwd: folder });
    assert.equal(output, '201\n');
    assert.equal(statSync(join(folder, 'data')).mode & 0o077, 0, 'nobody else can look into the folder');
    const { output: csv } = await run(['export', '--data', 'data'], { DATABASE_URL: '' });
    assert.match(csv, /"Noor","noor@example\.org"/);
  });
});
