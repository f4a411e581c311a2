/**
 * Installs Debian's packages of what only some tests need, where we may: as root, where there is `apt-get`. Without them
 * `npm test` skips those tests, by name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { hasEngine, onPath } from './engines.mjs';

const isOnPath = (name) => Boolean(onPath([name]));
/** What the test of calendars asks for too. */
const hasLibical = () =>
  spawnSync('/usr/bin/python3', ['-c', "import ctypes; ctypes.CDLL('libical.so.3')"]).status === 0;

const PROGRAMS = [
  { packages: ['firefox-esr'], isThere: () => hasEngine('firefox') },
  { packages: ['webkit2gtk-driver', 'xvfb'], isThere: () => hasEngine('webkit') },
  { packages: ['poppler-utils'], isThere: () => isOnPath('pdftotext') },
  { packages: ['khal'], isThere: () => isOnPath('khal') },
  { packages: ['vdirsyncer'], isThere: () => isOnPath('vdirsyncer') },
  { packages: ['libical3', 'python3-minimal'], isThere: hasLibical },
  { packages: ['nginx'], isThere: () => existsSync('/usr/sbin/nginx') },
  // Without the service, which the package apache2 adds.
  { packages: ['apache2-bin'], isThere: () => existsSync('/usr/sbin/apache2') },
  { packages: ['caddy'], isThere: () => isOnPath('caddy') },
  { packages: ['haproxy'], isThere: () => existsSync('/usr/sbin/haproxy') },
  { packages: ['php-cli', 'php-xml'], isThere: () => isOnPath('php') },
  { packages: ['systemd'], isThere: () => isOnPath('systemd-analyze') },
];

const packages = PROGRAMS.filter(({ isThere }) => !isThere()).flatMap((program) => program.packages);
if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log(`Installing what some tests need (${packages.join(', ')}).`);
  const aptGet = (...args) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    aptGet('update');
    withoutServices(() => aptGet('install', '-y', '--no-install-recommends', ...packages));
  } catch {
    console.log('They could not be installed: the tests that need them are skipped.');
  }
}

/** Runs work while Debian starts nothing that it installs: a web server would take port 80. */
function withoutServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy);
  }
}
