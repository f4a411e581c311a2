/** What systems and people write for a feed, by the rows of the reports that it was seen in, and what is read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../../src/feed/parse-feed.js';
import { BASE, linesOf } from '../../support/node/read.js';

/** A feed with these sections in both readings. */
function read(sections: object) {
  const parsed = parseFeed({ version: '1.0', id: 'proef', language: 'nl', ...sections }, BASE);
  assert.ok(parsed.ok);
  return { ...parsed.feed, issues: parsed.issues, lines: linesOf(parsed.issues) };
}

const enterprise = (fields: object) => read({ enterprises: [{ id: 'a', name: 'A', ...fields }] });

describe('01: flags as text', () => {
  for (const yes of ['TRUE', 'true', 1, 'ja', ' Waar ', 'yes', 'x'])
    it(`${JSON.stringify(yes)} is yes`, () => {
      assert.deepEqual(enterprise({ draft: yes }).enterprises, []);
      const { enterprises, lines } = enterprise({ example: yes });
      assert.equal(enterprises[0]?.example, true);
      assert.deepEqual(lines, ['/enterprises/0/example read-as']);
    });

  for (const no of ['FALSE', 0, 'nee', 'onwaar'])
    it(`${JSON.stringify(no)} is no`, () => {
      assert.equal(enterprise({ draft: no }).enterprises.length, 1);
      assert.equal(enterprise({ example: no }).enterprises[0]?.example, false);
    });

  for (const unclear of ['misschien', 2, { a: 1 }, ['x', 'y']])
    it(`${JSON.stringify(unclear)} falls to the safe side: hidden, or with its badge`, () => {
      assert.deepEqual(enterprise({ draft: unclear }).enterprises, []);
      const { enterprises, lines } = enterprise({ example: unclear });
      assert.equal(enterprises[0]?.example, true);
      assert.deepEqual(lines, ['/enterprises/0/example wrong-type']);
    });
});

describe('02: statuses in other spellings', () => {
  const statusOf = (status: unknown) =>
    read({ sessions: [{ id: 'a', title: 'A', status }] }).sessions[0]?.status;
  for (const written of [
    'canceled',
    'CANCELLED',
    'Cancelled',
    'cancelled ',
    'gaat niet door',
    'Afgelast',
    'geannuleerd',
  ])
    it(`${JSON.stringify(written)} is cancelled`, () => assert.equal(statusOf(written), 'cancelled'));

  it('one that nobody knows is never as planned', () => assert.equal(statusOf('zie website'), 'unknown'));
  it('none is as planned', () => assert.equal(statusOf(null), 'scheduled'));
});

describe('03: a whole day as midnight', () => {
  const daysOf = (start: string, end?: string) => {
    const [session] = read({ sessions: [{ id: 'a', title: 'A', start, end }] }).sessions;
    return [session?.start, session?.end];
  };
  it('in Greenwich', () => assert.deepEqual(daysOf('2027-09-09T00:00:00.000Z'), ['2027-09-09', undefined]));
  it('in Amsterdam', () => assert.deepEqual(daysOf('2027-09-08T22:00:00.000Z'), ['2027-09-09', undefined]));
  it('until the next midnight', () =>
    assert.deepEqual(daysOf('2027-12-09T00:00:00.000Z', '2027-12-11T00:00:00.000Z'), [
      '2027-12-09',
      '2027-12-10',
    ]));
  it('but an evening until midnight is a time', () =>
    assert.deepEqual(daysOf('2027-09-09T19:30:00+02:00', '2027-09-10T00:00:00+02:00'), [
      '2027-09-09T19:30:00+02:00',
      '2027-09-10T00:00:00+02:00',
    ]));
});

describe('05: numbers as text, years as numbers, days of a spreadsheet', () => {
  it('are the numbers', () => {
    const { editions, sessions, enterprises } = read({
      editions: [{ id: 'e', title: 'E', start: 2027, capacity: '25' }],
      sessions: [
        { id: 's', title: 'S', week: '3.0', revision: '2', place: { name: 'P', lat: '52.117', lon: '5,11' } },
      ],
      enterprises: [{ id: 'a', name: 'A', people: ' 12 ', founded: 2016 }],
    });
    assert.deepEqual([editions[0]?.start, editions[0]?.capacity], ['2027', 25]);
    assert.deepEqual([sessions[0]?.week, sessions[0]?.revision], [3, 2]);
    assert.deepEqual(sessions[0]?.place, { name: 'P', lat: 52.117, lon: 5.11 });
    assert.deepEqual([enterprises[0]?.people, enterprises[0]?.founded], [12, '2016']);
  });

  it('a day number stays out, with the day that it looks like; the event stays', () => {
    const { history, issues } = read({ history: [{ id: 'h', date: 42370, title: 'H' }] });
    assert.equal(history[0]?.date, 'XXXX');
    assert.deepEqual(issues, [
      { pointer: '/history/0/date', code: 'day-number', params: { value: '42370', as: '2016-01-01' } },
    ]);
  });
});

describe('06: ids of a content management system', () => {
  it('are kept, and meet on both sides of a reference', () => {
    const { sessions, editions } = read({
      pillars: [{ id: 'Oasis', title: 'O' }],
      editions: [{ id: 254, title: 'E' }],
      sessions: [
        { id: 101, edition: '254', title: 'A', pillars: ['oasis'] },
        { id: 'Soep 1', edition: 254, title: 'B' },
        { id: 'soep_1', title: 'C' },
        { id: '{3F2504E0-4F89}', title: 'D' },
        { id: 'café-avond', title: 'E' },
        { id: 'супы', title: 'F' },
      ],
    });
    assert.deepEqual(
      editions.map(({ id }) => id),
      ['254'],
    );
    assert.deepEqual(
      sessions.slice(0, 5).map(({ id, edition }) => [id, edition]),
      [
        ['101', '254'],
        ['soep-1', '254'],
        ['soep-1-2', undefined],
        ['3f2504e0-4f89', undefined],
        ['cafe-avond', undefined],
      ],
    );
    assert.deepEqual(sessions[0]?.pillars, ['oasis']);
    assert.match(sessions[5]?.id ?? '', /^id-[a-z0-9]+$/);
  });
});

describe('06: ten thousand entries of a system that writes everything in its own way', () => {
  it('are all read', () => {
    const sessions = Array.from({ length: 10_000 }, (_, n) => ({
      id: n,
      title: '<p>Soep &amp; praten</p>',
      start: '2027-09-09 13:30',
      status: 'Scheduled ',
      week: '3',
      example: 'FALSE',
    }));
    assert.equal(read({ sessions }).sessions.length, 10_000);
  });
});

describe('07b: nothing in the ways of spreadsheets', () => {
  it('is absent without an issue, also inside a group', () => {
    const { sessions, lines } = read({
      sessions: [
        {
          id: 's',
          title: 'S',
          end: null,
          summary: '',
          links: [],
          place: { name: '', address: null },
          status: '',
          week: {},
        },
        null,
      ],
      programme: null,
    });
    assert.equal(sessions.length, 1);
    assert.deepEqual(lines, []);
  });
});

describe('08: an object with numbers for a list', () => {
  it('is that list, at every depth, with an issue each', () => {
    const { sessions, oasis, lines } = read({
      sessions: {
        '0': { id: 'a', title: 'A', links: { '1': { url: 'https://a.example/' } } },
        '2': { id: 'b', title: 'B' },
      },
      oasis: { title: 'O', steps: { '3': { id: 'kijken', name: 'Kijken', questions: { '0': 'Wat?' } } } },
    });
    assert.deepEqual(
      sessions.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(sessions[0]?.links.length, 1);
    assert.deepEqual(oasis?.steps[0]?.questions, ['Wat?']);
    assert.deepEqual(lines, [
      '/sessions list-as-object',
      '/sessions/0/links list-as-object',
      '/oasis/steps list-as-object',
      '/oasis/steps/3/questions list-as-object',
    ]);
  });
});

describe('09: markup and entities', () => {
  const summaryOf = (summary: string) =>
    read({ sessions: [{ id: 's', title: 'S', summary }] }).sessions[0]?.summary;
  const READ = {
    'Soep &amp; praatje &#8211; caf&eacute;': 'Soep & praatje – café',
    '<p>Neem mee:<br />een pan</p>\r\n<ul><li>mes</li><li>plank</li></ul>': 'Neem mee:\neen pan\nmes\nplank',
    '&amp;amp; &amp;#8211;': '& –',
    'Oma&#146;s keuken &#133;': 'Oma’s keuken …',
    '3 < 4, AT&T en R&D': '3 < 4, AT&T en R&D',
    'Regel\\nTwee': 'Regel\nTwee',
    'C:\\nieuw': 'C:\\nieuw',
    '&lt;script&gt;alert(1)&lt;/script&gt;': '<script>alert(1)</script>',
    '<script>alert(1)</script>Tekst': 'Tekst',
    'Mail <info@example.org>': 'Mail <info@example.org>',
  };
  for (const [written, meant] of Object.entries(READ))
    it(`${JSON.stringify(written)} is ${JSON.stringify(meant)}`, () =>
      assert.equal(summaryOf(written), meant));
});

describe('16: addresses without a scheme', () => {
  const READ = {
    'www.example.org/lees': 'https://www.example.org/lees',
    'meet.example.org/abc': 'https://meet.example.org/abc',
    'soep.nl': 'https://soep.nl/',
    'info@example.org': 'mailto:info@example.org',
    '030 123 45 67': 'tel:0301234567',
    'foto/tafel.jpg': 'https://feeds.example/wijk/foto/tafel.jpg',
    'foto.jpg': 'https://feeds.example/wijk/foto.jpg',
  };
  for (const [written, meant] of Object.entries(READ))
    it(`${written} is ${meant}`, () =>
      assert.equal(enterprise({ links: [{ url: written }] }).enterprises[0]?.links[0]?.url, meant));
});

describe('17: a word where a group or a list belongs', () => {
  it('is its name, its address, its label or its one entry', () => {
    const { sessions, enterprises, history } = read({
      pillars: [
        { id: 'oasis', title: 'O' },
        { id: 'leren', title: 'L' },
      ],
      sessions: [
        { id: 's', title: 'S', place: 'De Dreef', pillars: 'oasis, leren', links: 'https://a.example/' },
      ],
      enterprises: [{ id: 'a', name: 'A', image: 'foto.jpg', links: ['https://a.example/'] }],
      history: [{ id: 'h', date: '2016', title: 'H', sources: ['DUB, 12 mei 2016'] }],
    });
    assert.deepEqual(sessions[0]?.place, { name: 'De Dreef' });
    assert.deepEqual(sessions[0]?.pillars, ['oasis', 'leren']);
    assert.deepEqual(sessions[0]?.links, [{ url: 'https://a.example/' }]);
    assert.equal(enterprises[0]?.image?.src, 'https://feeds.example/wijk/foto.jpg');
    assert.deepEqual(history[0]?.sources, [{ label: 'DUB, 12 mei 2016' }]);
  });

  it('is an activity or a material with an id that was made', () => {
    const activities = ['Loop rond', { title: 'Praat', minutes: 30 }, { title: 'Praat', minutes: '20-40' }];
    const { oasis } = read({
      oasis: { title: 'O', steps: [{ name: 'Kijken', activities, materials: ['Pen'], duration: 90 }] },
    });
    const [step] = oasis?.steps ?? [];
    assert.deepEqual(
      step?.activities.map(({ id, minutes }) => [id, minutes]),
      [
        ['loop-rond', undefined],
        ['praat', { min: 30, max: 30 }],
        ['praat-2', { min: 20, max: 40 }],
      ],
    );
    assert.deepEqual(
      [step?.id, step?.materials, step?.duration],
      ['kijken', [{ id: 'pen', label: 'Pen' }], '90'],
    );
  });
});

describe('18: steps of the Oasis', () => {
  it('with numbers as text, "or" and without an id are kept', () => {
    const steps = [
      { id: 'a', number: '1', name: 'A' },
      { id: 'b', number: '2b', name: 'B', or: 'true' },
      { name: 'Zonder id' },
    ];
    const { oasis } = read({ oasis: { title: 'O', steps } });
    assert.deepEqual(
      oasis?.steps.map(({ id, number, alternative }) => [id, number, alternative]),
      [
        ['a', 1, undefined],
        ['b', 2, true],
        ['zonder-id', undefined, undefined],
      ],
    );
  });
});

describe('19: a place with an address alone', () => {
  it('has it for its name', () => {
    const { sessions } = read({
      sessions: [{ id: 's', title: 'S', place: { name: '', address: 'Dreef 1', lat: 52.12, lon: 5.11 } }],
    });
    assert.deepEqual(sessions[0]?.place, { name: 'Dreef 1', lat: 52.12, lon: 5.11 });
  });
});
