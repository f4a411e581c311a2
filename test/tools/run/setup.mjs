/**
 * Runs before every command of package.json: installs the npm packages when they are not those of the lock file. Needs
 * nothing but Node and npm itself. `node test/tools/run/setup.mjs . test/bench` does it for two folders.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NEEDED_NODE = [20, 19];

requireNode();
for (const folder of process.argv.length > 2 ? process.argv.slice(2) : ['.']) install(folder);

/** The packages of a folder that has a lock file. A second run with nothing changed does nothing. */
function install(folder) {
  const lock = readText(join(folder, 'package-lock.json'));
  const stamp = join(folder, 'node_modules/.installed');
  const wanted = createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex');
  if (readText(stamp) === wanted) return;
  if (!isInstalled(lock, readText(join(folder, 'node_modules/.package-lock.json')))) {
    console.log('Installing packages (npm ci).');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  }
  writeFileSync(stamp, wanted);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  console.error(`Node ${NEEDED_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True if all packages are there, as after an `npm install` by hand: npm keeps a list of what it put in place. */
function isInstalled(lock, hidden) {
  if (!hidden) return false;
  const present = JSON.parse(hidden).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional, peer }]) =>
      path === '' || present[path]?.version === version || (!present[path] && (optional || peer)),
  );
}

function npm(args, cwd) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) execFileSync(process.execPath, [script, ...args], { cwd, stdio: 'inherit' });
  else execFileSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
