/** Walks through the partner pages, the same in every engine: Chromium, Firefox and WebKit. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import { nl as detailWords } from '../../src/enterprise-gallery/detail/locales/nl.js';
import { t } from '../support/guide-words.js';
import { ENTERPRISES, FEED, inDutch, sayCount, until } from '../support/node/visit.js';
import { openWalk, type Walk } from '../support/node/walk.js';
import { PAGES } from './pages.js';

const NARROW = [390, 320];

let walk: Walk;
before(async () => {
  walk = await openWalk();
});
after(() => walk?.close());

const widest = () => walk.ask(({ all }) => all('main')[0]!.ownerDocument.documentElement.scrollWidth);

describe('each page', () => {
  for (const { path } of PAGES)
    it(`${path} stands in silence, wide and narrow`, async () => {
      await walk.open(path);
      assert.ok((await widest()) <= 1280);
      assert.deepEqual(await walk.trouble(), []);
      for (const width of NARROW) {
        await walk.narrowTo(width);
        assert.ok((await widest()) <= width, `${await widest()} px at ${width}`);
      }
      assert.deepEqual(await walk.trouble(), []);
    });
});
