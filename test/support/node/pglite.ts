/**
 * An empty embedded database, made once: making one takes seconds, copying it does not. The template is named after what
 * makes it, so that a new one is made for another version of the package, or of ours.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openPglite } from '../../../src/receiver/storage/pglite.js';

const MAKERS = ['node_modules/@electric-sql/pglite/package.json', 'src/receiver/storage/pglite.ts'];
const hash = createHash('sha256').update(MAKERS.map((file) => readFileSync(file, 'utf8')).join('\0'));
const TEMPLATE = resolve(`out/pglite-${hash.digest('hex').slice(0, 12)}`);

/** Puts an empty database into a data folder, as the first start of a receiver would. @returns the folder */
export async function fillFolder(folder: string): Promise<string> {
  if (!existsSync(TEMPLATE)) await makeTemplate();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  cpSync(join(TEMPLATE, 'pgdata'), join(folder, 'pgdata'), { recursive: true });
  return folder;
}

async function makeTemplate(): Promise<void> {
  const draft = mkdtempSync(`${dirname(TEMPLATE)}/cluster-`);
  await (await openPglite(draft)).close();
  try {
    renameSync(draft, TEMPLATE);
  } catch {
    // Another test was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The files of a data folder that hold a text. */
export function filesWith(folder: string, text: string): readonly string[] {
  const { stdout } = spawnSync('grep', ['-rlai', text, folder], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}
