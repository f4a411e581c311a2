/**
 * An empty embedded database, made once: making one takes seconds, copying it does not. Where it is made from has the
 * name of the package's version, so that a new one is made for a new version.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openPglite } from '../../../src/receiver/storage/pglite.js';

const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8'));
const TEMPLATE = resolve(`out/pglite-${version}`);

/** Puts an empty database into a data folder, as the first start of a receiver would. */
export async function fillFolder(folder) {
  if (!existsSync(TEMPLATE)) await makeTemplate();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(join(TEMPLATE, 'pgdata'), join(folder, 'pgdata'), { recursive: true });
  return folder;
}

async function makeTemplate() {
  const aside = mkdtempSync(`${dirname(TEMPLATE)}/pglite-`);
  await (await openPglite(aside)).close();
  try {
    renameSync(aside, TEMPLATE);
  } catch {
    // Another test was quicker.
    rmSync(aside, { recursive: true, force: true });
  }
}
