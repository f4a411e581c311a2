/** A feed that fits the format needs no second reading: its page loads nothing for one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openFeed } from '../../../src/feed/document.js';
import { EXAMPLE } from '../../../src/feed/format/example.js';
import { SECTIONS } from '../../../src/feed/parse-feed.js';
import type { Section } from '../../../src/feed/section.js';
import { BASE } from '../../support/node/read.js';

/** The parts of a feed that wait for a second reading. */
function waitingIn(feed: unknown): readonly string[] {
  const opened = openFeed(feed, BASE, { loadMending: () => Promise.reject(new Error('not needed')) });
  assert.ok(opened.ok);
  const { document } = opened;
  const sections = Object.values(SECTIONS) as readonly Section<unknown>[];
  const waiting = sections.filter((section) => document.reader(section).readNext(Infinity).isWaiting);
  return [...(document.isHeadWaiting ? ['head'] : []), ...waiting.map(({ key }) => key)];
}

describe('no second reading is needed', () => {
  it('for the sample feed', () =>
    assert.deepEqual(waitingIn(readFileSync('stories/feeds/overvecht.json', 'utf8')), []));

  it('for the example of the format', () => assert.deepEqual(waitingIn(EXAMPLE), []));

  it('for texts and addresses with signs that mean what they say', () => {
    const enterprises = [
      { id: 'a', name: 'AT&T, R&D: 3 < 4 <3 É–Ã', links: [{ url: 'https://www.a.example/?a=1&b=2' }] },
      { id: 'b', name: 'SÃO «É» a\\b', image: { src: 'foto/tafel.v2.jpg' } },
      { id: 'c', name: 'C', links: [{ url: 'foto.jpg' }, { url: './a.b/c' }, { url: '//b.example' }] },
    ];
    assert.deepEqual(waitingIn({ version: '1.0', id: 'a', enterprises }), []);
  });

  it('for what is absent in the ways of spreadsheets', () => {
    const nothing = { tagline: null, links: [], place: {}, description: '', status: null };
    assert.deepEqual(
      waitingIn({ version: '1.0', id: 'a', enterprises: [{ id: 'a', name: 'A', ...nothing }, null] }),
      [],
    );
  });

  it('but for what may be meant otherwise', () => {
    const themes = [{ id: 'a', label: 'Eten &amp; drinken' }];
    assert.deepEqual(waitingIn({ version: '1.0', id: 'A', themes }), ['head', 'themes']);
  });
});
