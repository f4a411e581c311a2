/** Further cases of the kinds that feeds from other systems come with. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openFeed } from '../../../src/feed/document.js';
import { makeMending } from '../../../src/feed/mending/make-mending.js';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { sessions } from '../../../src/feed/sections/sessions.js';

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

it('08: a list inside what a service answers is that list, with the fields of its entries', () => {
  const entry = { id: 'a', name: 'A' };
  const answers: readonly object[] = [
    { data: [entry], meta: { count: 1 }, links: { self: 'https://x.example/a' } },
    { d: { results: [entry] } },
    { edges: [{ node: entry }] },
    { records: [{ id: 'a', createdTime: '2027', fields: { name: 'A' } }] },
    { data: [{ type: 'node--a', id: 'a', attributes: { name: 'A' } }] },
  ];
  for (const enterprises of answers) {
    const [enterprise, ...others] = read({ enterprises }).enterprises;
    assert.deepEqual([enterprise?.id, enterprise?.name, others.length], ['a', 'A', 0]);
  }
  const links = { items: [{ url: 'https://x.nl/' }], total: 1 };
  assert.equal(read({ enterprises: [{ ...entry, links }] }).enterprises[0]?.links.length, 1);
});

it('17: texts with the language beside them, and in spans, are texts', () => {
  const { enterprises } = read({
    enterprises: [
      {
        id: 'a',
        name: [
          { value: 'Soep', lang: 'nl' },
          { value: 'Soup', lang: 'en' },
        ],
        tagline: { nl: { value: 'Warm' } },
        description: [{ plain_text: 'Wij ' }, { plain_text: 'koken' }],
      },
    ],
  });
  const { name, tagline, description } = enterprises[0]!;
  assert.deepEqual([name, tagline, description], [{ nl: 'Soep', en: 'Soup' }, { nl: 'Warm' }, 'Wij koken']);
});

it('16: a word for no address is no link; slips in a scheme are mended', () => {
  const none = ['-', 'n.v.t.', 'geen', '#', 'http://', 'n/a', 'Nog geen website', 'www.', 'null'];
  const slips = [
    'htps://x.nl',
    'https//x.nl',
    'https:/x.nl',
    'https:\\\\x.nl',
    'ttps://x.nl',
    'htpps;//x.nl',
  ];
  const urls = [...none, ...slips];
  const feed = { enterprises: [{ id: 'a', name: 'A', links: urls.map((url) => ({ url })) }] };
  assert.deepEqual(
    read(feed).enterprises[0]?.links.map(({ url }) => url),
    slips.map(() => 'https://x.nl/'),
  );
  const parsed = parseFeed({ version: 1, id: 'a', ...feed }, 'https://x.example/feed.json');
  assert.ok(parsed.ok);
  const refused = parsed.issues.filter(({ code }) => code === 'bad-address');
  assert.deepEqual(
    refused.map(({ params }) => params['value']),
    none,
  );
  const [session] = read({ sessions: [{ id: 'a', title: 'A', place: '-', online: 'n.v.t.' }] }).sessions;
  assert.deepEqual([session?.place, session?.online], [undefined, undefined]);
});

it('04: hours in a start are its start and end', () => {
  const starts = [
    '2027-09-09 13:30-17:00',
    '9 september 2027, 13.30 uur - 17.00 uur',
    'do 9 sep 2027 13.30u-17u',
  ];
  const { sessions } = read({
    sessions: starts.map((start, index) => ({ id: `s${index}`, title: 'Soep', start })),
  });
  for (const { start, end } of sessions)
    assert.deepEqual([start, end], ['2027-09-09T13:30', '2027-09-09T17:00']);
});

it('18b: names of before version 1.0 are read without an issue or advice', () => {
  const feed = {
    version: 1,
    id: 'a',
    language: 'nl',
    enterprises: [
      { id: 'a', name: 'A', becameId: 'b' },
      { id: 'b', name: 'B' },
    ],
    oasis: {
      title: 'Oasis',
      steps: [{ id: 's', name: 'S', or: true, activities: [{ id: 't', title: 'T', or: true }] }],
    },
    signups: [{ id: 's', title: 'S', keepMonths: 3, next: 'Tot dan' }],
  };
  const parsed = parseFeed(feed, 'https://x.example/feed.json');
  assert.ok(parsed.ok);
  const { enterprises, oasis, signups } = parsed.feed;
  assert.equal(enterprises[0]?.successorId, 'b');
  assert.deepEqual([oasis?.steps[0]?.alternative, oasis?.steps[0]?.activities[0]?.alternative], [true, true]);
  assert.deepEqual([signups[0]?.retentionMonths, signups[0]?.nextSteps], [3, 'Tot dan']);
  assert.deepEqual([...parsed.issues, ...parsed.advice], []);
});

it('02: a choice as a group of a service, and between other signs, is read', () => {
  const statuses = [{ name: 'Cancelled', color: 'red' }, '✗ cancelled', 'is geannuleerd', 'gecanceld'];
  const { sessions } = read({
    sessions: statuses.map((status, index) => ({ id: `s${index}`, title: 'Soep', status })),
  });
  for (const { status } of sessions) assert.equal(status, 'cancelled');
});

it('05: counts and measures with their words and signs are read', () => {
  const { enterprises } = read({
    enterprises: ['12 leden', '12 vrijwilligers', '12.'].map((people, index) => ({
      id: `e${index}`,
      name: 'A',
      people,
      place: { name: 'P', lat: '52,1° N', lon: '5.1°' },
    })),
  });
  for (const { people, place } of enterprises)
    assert.deepEqual([people, place?.lat, place?.lon], [12, 52.1, 5.1]);
});

it('06: names between commas, and groups with a name, find their entries', () => {
  const themes = [
    { id: 1, label: 'Eten' },
    { id: 2, label: { nl: 'Zorg', en: 'Care' } },
  ];
  const written = [
    'Eten, Zorg',
    'eten; care',
    [{ name: 'Eten' }, { term_id: 2 }],
    { data: [{ id: 1 }, { id: 2 }] },
  ];
  for (const value of written) {
    const [enterprise] = read({ themes, enterprises: [{ id: 'a', name: 'A', themes: value }] }).enterprises;
    assert.deepEqual(enterprise?.themes, ['1', '2'], JSON.stringify(value));
  }
});

it('17: texts of editors that keep blocks and spans are texts; a title is a name', () => {
  const span = (text: string) => ({ type: 'text', text });
  const texts = [
    { type: 'doc', content: [{ type: 'paragraph', content: [span('A'), span('B')] }] },
    [{ type: 'paragraph', children: [{ text: 'A' }, { text: 'B', bold: true }] }],
    { time: 1, blocks: [{ type: 'paragraph', data: { text: 'AB' } }] },
    { root: { children: [{ children: [{ text: 'A' }, { text: 'B' }] }] } },
    { html: '<p>AB</p>' },
  ];
  const { enterprises } = read({
    enterprises: texts.map((content, id) => ({ id, title: { rendered: 'Soep' }, content })),
  });
  assert.deepEqual(
    enterprises.map(({ name, description }) => [name, description]),
    texts.map(() => ['Soep', 'AB']),
  );
});

it('what was read once is read again in slices that leave the page free', async (context) => {
  let now = 0;
  let pauses = 0;
  context.mock.method(performance, 'now', () => (now += 1000));
  context.mock.method(globalThis, 'setTimeout', (resume: () => void) => {
    pauses++;
    queueMicrotask(resume);
  });
  const entries = [...Array(40).keys()].map((id) => ({ id, title: 'A &amp; B' }));
  const opened = openFeed({ version: 1, id: 'a', sessions: entries }, 'https://x.example/', {
    loadMending: () => Promise.resolve(makeMending),
  });
  assert.ok(opened.ok);
  opened.document.reader(sessions).readNext(30);
  const reader = (await opened.document.mended()).reader(sessions);
  assert.ok(reader.readCount >= 30 && reader.readCount < 40);
  assert.ok(pauses > 5);
  assert.equal(reader.values.length, reader.readCount);
});
