/** Further cases of the kinds that feeds from other systems come with. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';

function read(sections: object) {
  const parsed = parseFeed({ version: 1, id: 'a', ...sections }, 'https://x.example/feed.json');
  assert.ok(parsed.ok);
  return parsed.feed;
}

it('01: flags of databases and forms are read', () => {
  const drafts = ['f', '0.0', '❌', 't', '1.0', '√', 'checked'];
  const { enterprises } = read({
    enterprises: drafts.map((draft, index) => ({ id: `e${index}`, name: 'Soep', draft })),
  });
  assert.deepEqual(
    enterprises.map(({ id }) => id),
    ['e0', 'e1', 'e2'],
  );
});

it('02: a status with a remark is read, but one that the remark may take back', () => {
  const statuses = ['Cancelled (ill)', 'annulé', '[geannuleerd]', 'gaatnietdoor', 'scheduled (maybe)'];
  const { sessions } = read({
    sessions: statuses.map((status, index) => ({ id: `s${index}`, title: 'Soep', status })),
  });
  assert.deepEqual(
    sessions.map(({ status }) => status),
    ['cancelled', 'cancelled', 'cancelled', 'cancelled', 'unknown'],
  );
});

it('06: references find the entry whose id was written the same, or that alone has the name', () => {
  const { themes, enterprises } = read({
    themes: ['Eten', 'eten', '🍲', 'x'].map((id) => ({ id, label: `Label ${id}` })),
    enterprises: [{ id: 'a', name: 'A', themes: ['Eten', 'eten', '🍲', { id: 'x' }, 'label X'] }],
  });
  assert.deepEqual(
    enterprises[0]?.themes,
    themes.map(({ id }) => id),
  );
});

it('09: other elements, cells and CDATA are markup; a word between angle brackets is none', () => {
  const texts = [
    '<time>9</time> <o:p>a</o:p>',
    '<tr><td>a</td><td>b</td></tr>',
    '<![CDATA[a & b]]>',
    'a<b>c',
  ];
  const { enterprises } = read({
    enterprises: texts.map((description, index) => ({ id: `e${index}`, name: 'Soep', description })),
  });
  assert.deepEqual(
    enterprises.map(({ description }) => description),
    ['9 a', 'a b', 'a & b', 'a<b>c'],
  );
});

it('16: addresses with a name, a port, a letter with an accent or their scheme twice are read', () => {
  const urls = [
    'Mo <mo@x.nl>',
    'x.nl:8080/a',
    'café.nl',
    'https://https://x.nl',
    'tel: 06 12345678',
    '2027-09-09',
  ];
  const { enterprises } = read({
    enterprises: [{ id: 'a', name: 'A', links: urls.map((url) => ({ url })) }],
  });
  assert.deepEqual(
    enterprises[0]?.links.map(({ url }) => url),
    [
      'mailto:mo@x.nl',
      'https://x.nl:8080/a',
      'https://xn--caf-dma.nl/',
      'https://x.nl/',
      'tel:0612345678',
      'https://x.example/2027-09-09',
    ],
  );
});
