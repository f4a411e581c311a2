/** All that a page needs is asked for at once: nothing is answered here until everything has been asked for. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HTTPRequest } from 'puppeteer-core';
import { openSite, type Site } from '../support/node/visit.js';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const FEED = /overvecht\.json$/;
const nameOf = (request: HTTPRequest) => new URL(request.url()).pathname;

/**
 * Opens a page and holds its chunks and feeds back until one of each that is `expected` has been asked for. Resolves
 * with their paths, in alphabetical order, once the page shows its widgets; a page that asks in turn never does.
 */
async function heldUntilAsked(path: string, expected: readonly RegExp[]): Promise<string[]> {
  const held: HTTPRequest[] = [];
  const asked: string[] = [];
  let isReleased = false;
  const { seen, close } = await site.visit(path, {
    before: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const name = nameOf(request);
        const isHeld = /\/chunks\/|\.json$/.test(name);
        if (isHeld) asked.push(name);
        if (!isHeld || isReleased) return void request.continue();
        held.push(request);
        isReleased = expected.every((pattern) => held.some((each) => pattern.test(nameOf(each))));
        if (isReleased) for (const each of held.splice(0)) void each.continue();
      });
    },
    waitUntil: 'domcontentloaded',
  });
  assert.deepEqual(seen.violations, []);
  await close();
  return asked.sort();
}

describe('the first round of the network', () => {
  it('has the chunks of the widgets, what those import, and the feed, once each', async () => {
    const chunks = [/shared-/, /facets-/, /enterprise-gallery-/];
    const asked = await heldUntilAsked('/universiteit/', [...chunks, /sessions-/, /timeline-/, FEED]);
    assert.deepEqual(
      asked.filter((name, index) => name === asked[index - 1]),
      [],
    );
  });
});
