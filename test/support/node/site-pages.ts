/** The pages of a site that a test has had made. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { ceal } from './program.js';
import { contentsOf } from './site.js';

export const BASE = 'https://widgets.example.org/ceal/';

export const folder = mkdtempSync(join(tmpdir(), 'ceal-pages-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The pages of a site by their paths, made by the command; those in the folders of versions are of the build. */
export async function pagesOf(name: string, feed: string, ...args: readonly string[]) {
  const out = join(folder, name);
  const { code, output } = await ceal('site', '--feed', feed, '--out', out, ...args);
  assert.equal(code, 0, output);
  const texts = [...contentsOf(out).keys()].filter((path) => /^(?!\d).*\.html$/.test(path));
  return { out, pages: new Map(texts.map((path) => [path, readFileSync(join(out, path), 'utf8')])) };
}

export const page = (pages: ReadonlyMap<string, string>, path: string) => {
  const text = pages.get(path);
  assert.ok(text !== undefined, path);
  return text;
};

/** The JSON-LD of a page. */
export const dataOf = (text: string) =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as { readonly '@graph': readonly Record<string, unknown>[] },
  );
