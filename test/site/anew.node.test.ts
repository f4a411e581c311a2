/** A site that is made anew in its folder: what of the earlier one stays. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { node } from '#tools/process.mjs';
import { VERSION } from '../../src/version.js';
import {
  addMade,
  at,
  feed,
  folder,
  made,
  make,
  MOVING,
  out,
  read,
  write,
  writeFeed,
} from '../support/node/made-site.js';
import { PROGRAM } from '../support/node/program.js';
import { contentsOf } from '../support/node/site.js';

describe('a site that is made anew', () => {
  it('keeps earlier versions and their chunks, and takes away pages that are no more', async () => {
    await made();
    addMade('0.0.9/ceal-widgets.js', '// 0.0.9');
    addMade(`${MOVING}/chunks/gallery-EARLIER.js`, '// chunk');
    addMade(`${MOVING}/of-before.js`, '// gone');
    addMade('e/gone.html', 'gone');
    await made();
    assert.equal(read('0.0.9/ceal-widgets.js'), '// 0.0.9');
    assert.equal(read(`${MOVING}/chunks/gallery-EARLIER.js`), '// chunk');
    for (const gone of [`${MOVING}/of-before.js`, 'e/gone.html']) assert.equal(existsSync(at(gone)), false);
    assert.ok('0.0.9/ceal-widgets.js' in (JSON.parse(read('integrity.json')) as object));
    assert.match(read('_headers'), /^\/0\.0\.9\/\*$/m);
    // They are ours still at the run after that.
    assert.match(await made(), /Nothing has changed/);
    assert.ok(existsSync(at('0.0.9/ceal-widgets.js')));
  });

  it('keeps what somebody put there, and the settings of frames that were changed', async () => {
    await made();
    write(at('robots.txt'), 'User-agent: *');
    // The default of an earlier version stays as well, with its version.
    const usual = read(`${MOVING}/embed/allowed.json`);
    addMade('0.0.8/embed/allowed.json', usual);
    addMade('0.0.9/embed/allowed.json', usual);
    const paths = [MOVING, VERSION, '0.0.9'].map((version) => `${version}/embed/allowed.json`);
    const changed = JSON.stringify({ feeds: ['https://www.example.org'], forms: [] });
    for (const path of paths) writeFileSync(at(path), changed);
    // Each run has something to write.
    for (const title of ['Een', 'Twee', 'Drie']) {
      writeFeed({ title });
      assert.match(await made(), /is made/);
      assert.equal(read('robots.txt'), 'User-agent: *');
      for (const path of paths) assert.equal(read(path), changed, `${title}: ${path}`);
      assert.equal(read('0.0.8/embed/allowed.json'), usual, title);
    }
    assert.match(await made(), /Nothing has changed/);
    // One that says what the default says is ours again.
    writeFileSync(at(paths[0]!), usual);
    await made();
    assert.equal(read(paths[0]!), usual);
  });

  it('never changes a version that partners hold to its hash, unless that is asked for', async () => {
    await made();
    const manifest = JSON.parse(read('ceal-site.json')) as { files: Record<string, string> };
    manifest.files[`${VERSION}/ceal-widgets.js`] = 'of another build';
    writeFileSync(at('ceal-site.json'), JSON.stringify(manifest));
    const { code, output } = await make();
    assert.equal(code, 1);
    assert.match(output, /is there already, from another build: 1 files differ/);
    await made('--replace-version');
  });
});

/** Ends the process that it is loaded into as a power cut would, instead of renaming for the nth time. */
const killedAtRename = (nth: number) => `
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
const { rename } = fs;
let times = 0;
fs.rename = async (...paths) => {
  if (++times === ${nth}) process.kill(process.pid, 'SIGKILL');
  return rename(...paths);
};
syncBuiltinESMExports();`;

describe('a run that is killed', () => {
  for (const nth of [1, 2])
    it(`leaves a whole site for the next run, at its rename ${nth}`, async () => {
      await made();
      write(at('robots.txt'), 'User-agent: *');
      const before = contentsOf(out);
      writeFeed({ title: 'Ander' });
      const hook = join(folder, 'bron', 'hook.mjs');
      writeFileSync(hook, killedAtRename(nth));
      await node(['--import', hook, PROGRAM, 'site', '--feed', feed, '--out', out]);
      assert.equal(existsSync(out), nth === 1);
      if (nth === 1) assert.deepEqual(contentsOf(out), before);
      writeFileSync(feed, 'broken');
      // Also one that makes nothing puts the old folder back.
      assert.equal((await make()).code, 1);
      assert.deepEqual(contentsOf(out), before);
      writeFeed({ title: 'Ander' });
      await made();
      assert.equal(read('robots.txt'), 'User-agent: *');
      assert.match(read('feed.json'), /Ander/);
      assert.deepEqual(readdirSync(folder).toSorted(), ['bron', 'uit']);
    });

  it('is told from one that still works, whose folders stay', async () => {
    await made();
    const ofAnother = [process.pid, process.ppid].map((pid) => `.uit.new-${pid}-abcdef`);
    for (const name of [...ofAnother, '.uit.old-1', '.uit.backup']) write(join(folder, name, 'a.txt'), 'a');
    await made();
    assert.deepEqual(
      readdirSync(folder).toSorted(),
      [...ofAnother, '.uit.old-1', '.uit.backup', 'bron', 'uit'].toSorted(),
    );
  });
});

describe('what somebody put into the folder', () => {
  it('never leads a run to write elsewhere', async () => {
    const elsewhere = join(folder, 'elders');
    mkdirSync(elsewhere);
    await made();
    for (const path of ['e', MOVING]) {
      rmSync(at(path), { recursive: true, force: true });
      symlinkSync(elsewhere, at(path));
      writeFeed({ title: path });
      const { code, output } = await make();
      assert.equal(code, 1, output);
      assert.match(
        output,
        new RegExp(`^${path}, which somebody put into the folder of the site, is in the way`, 'm'),
      );
      assert.deepEqual(readdirSync(elsewhere), []);
      rmSync(at(path));
    }
    mkdirSync(at('e'));
    rmSync(at('index.html'));
    write(at('index.html/a.txt'), 'a');
    assert.match((await make()).output, /^index\.html\/a\.txt, which .* is in the way/m);
  });

  it('stays a link where it is one, and is not written through', async () => {
    const elsewhere = join(folder, 'elders.html');
    writeFileSync(elsewhere, 'elsewhere');
    await made();
    for (const path of ['index.html', 'eigen.html']) {
      rmSync(at(path), { force: true });
      symlinkSync(elsewhere, at(path));
    }
    await made();
    assert.equal(readFileSync(elsewhere, 'utf8'), 'elsewhere');
    assert.match(read('index.html'), /<h1>/);
    assert.equal(readlinkSync(at('eigen.html')), elsewhere);
  });
});
