/** A folder with a feed in it, of which a test has the command make a site. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach } from 'node:test';
import { VERSION } from '../../../src/version.js';
import { ceal } from './program.js';

export const MOVING = VERSION.split('.')[0]!;
export const FEED = {
  version: '1.0',
  id: 'proef',
  language: 'nl',
  updated: '2026-11-24',
  enterprises: [
    { id: 'soep', name: 'Soep', image: { src: 'foto/soep.svg' }, successorId: 'geheim' },
    { id: 'geheim', name: 'Nog geheim', draft: true },
  ],
  sessions: [{ id: 'start', title: 'Start', start: '2027-09-09' }],
};
export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';

export const folder = mkdtempSync(join(tmpdir(), 'ceal-site-'));
export const feed = join(folder, 'bron', 'feed.json');
export const out = join(folder, 'uit');
export const at = (path: string) => join(out, path);
export const read = (path: string) => readFileSync(at(path), 'utf8');
export const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
export const writeFeed = (changes: object) => write(feed, JSON.stringify({ ...FEED, ...changes }));

export const make = (...args: readonly string[]) => ceal('site', '--feed', feed, '--out', out, ...args);
export const made = async (...args: readonly string[]) => {
  const { code, output } = await make(...args);
  assert.equal(code, 0, output);
  return output;
};

/** Enters a file in the list of what an earlier run made. */
export const addMade = (path: string, text: string) => {
  write(at(path), text);
  const manifest = JSON.parse(read('ceal-site.json')) as { files: Record<string, string> };
  manifest.files[path] = createHash('sha256').update(text).digest('hex');
  writeFileSync(at('ceal-site.json'), JSON.stringify(manifest));
};

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeFeed({});
  write(join(folder, 'bron', 'foto', 'soep.svg'), PICTURE);
});
after(() => rmSync(folder, { recursive: true, force: true }));
