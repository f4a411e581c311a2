/** The list of what is new, and the facts of a feed that the pages of its site say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NOWHERE } from '../../src/feed/fields.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { newsFile } from '../../src/site/news.js';

const BASE = 'https://widgets.example.org/ceal/';
const FEED = {
  version: '1.0',
  id: 'proef',
  title: { nl: 'Proef', en: 'Trial' },
  language: 'nl',
  updated: '2026-11-24',
  publisher: 'Organisatie (voorbeeld)',
  licence: 'CC BY 4.0',
  enterprises: [
    {
      id: 'soep',
      name: 'Soep',
      tagline: 'Van wat over is.',
      published: '2026-07-01',
      image: { src: 'a.svg' },
    },
    { id: 'oud', name: 'Oud', published: '2026-10' },
    { id: 'zonder', name: 'Zonder' },
  ],
  sessions: [
    { id: 'start', title: 'Start', published: '2026-11-20T09:30:00+01:00' },
    { id: 'later', title: 'Later', published: '2026-12-24' },
  ],
};

interface News {
  readonly version: string;
  readonly items: readonly Readonly<Record<string, string>>[];
  readonly [key: string]: unknown;
}

function newsOf(feed: object, base: string | undefined = BASE): News {
  const parsed = parseFeed(feed, base ? `${base}feed.json` : NOWHERE);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.issues, []);
  return JSON.parse(newsFile(parsed.feed, base || undefined).content as string) as News;
}

describe('the list of what is new', () => {
  it('has what was published on a day, the newest first, and nothing from after the feed’s own day', () => {
    const news = newsOf(FEED);
    assert.equal(news.version, 'https://jsonfeed.org/version/1.1');
    assert.deepEqual(
      news.items.map(({ id, date_published }) => [id, date_published]),
      [
        ['proef/s/start.html', '2026-11-20T09:30:00+01:00'],
        ['proef/e/soep.html', '2026-07-01T00:00:00+02:00'],
      ],
    );
    assert.deepEqual(news['authors'], [{ name: 'Organisatie (voorbeeld)' }]);
    assert.deepEqual(
      [news['title'], news['language'], news['feed_url']],
      ['Proef', 'nl', `${BASE}news.json`],
    );
    const [, soep] = news.items;
    assert.deepEqual(soep, {
      id: 'proef/e/soep.html',
      url: `${BASE}e/soep.html`,
      title: 'Soep',
      content_text: 'Van wat over is.',
      image: `${BASE}a.svg`,
      date_published: '2026-07-01T00:00:00+02:00',
    });
  });

  it('has all that was published where the feed has no day of its own', () => {
    const { updated: _, ...undated } = FEED;
    assert.equal(newsOf(undated).items.length, 3);
  });

  it('is whole where nobody knows where the site will stand, and of a feed without news', () => {
    const news = newsOf({ version: '1.0', id: 'leeg' }, '');
    assert.deepEqual(news, {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'CEAL Widgets',
      language: 'nl',
      items: [],
    });
  });
});
