/** Calendar files as other programs take them: what was put off, what leads back, what stays the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedIssue } from '../../src/feed/issues.js';
import { feedCalendar, type FeedCalendarOptions } from '../../src/programme-timeline/calendar-feed.js';

const now = Date.parse('2027-01-01T10:00Z');

const feedOf = (session: object, head: object = {}) => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  title: 'Proef',
  editions: [
    { id: 'e', title: 'Groep' },
    { id: 'weg', title: 'Weg', status: 'cancelled' },
  ],
  ...head,
  sessions: [{ id: 's', title: 'Feest', ...session }],
});

/** The lines of the one event of a feed with one session. */
function eventOf(session: object, options: FeedCalendarOptions = {}, head: object = {}): string[] {
  const lines = feedCalendar(feedOf(session, head), { now, ...options })
    .replace(/\r\n /g, '')
    .split('\r\n');
  const begin = lines.indexOf('BEGIN:VEVENT');
  return begin < 0 ? [] : lines.slice(begin + 1, lines.indexOf('END:VEVENT'));
}

/** Asserts that an event has these lines. */
const has = (event: readonly string[], ...lines: string[]) => {
  for (const line of lines) assert.ok(event.includes(line), `${line}\nin\n${event.join('\n')}`);
};
const none = (event: readonly string[], pattern: RegExp) =>
  assert.deepEqual(
    event.filter((line) => pattern.test(line)),
    [],
  );

describe('a session that was put off', () => {
  const before = { start: '2027-09-06T10:00+02:00', end: '2027-09-06T11:00+02:00' };

  it('H1: is taken back at its old time', () => {
    has(
      eventOf({ status: 'moved', movedFrom: { ...before, place: { name: 'Zaal' } } }),
      'STATUS:CANCELLED',
      'SEQUENCE:1',
      'DTSTART;TZID=Europe/Amsterdam:20270906T100000',
      'DTEND;TZID=Europe/Amsterdam:20270906T110000',
      'SUMMARY:Verplaatst\\, datum volgt: Feest',
      'LOCATION:Zaal',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    );
    has(
      eventOf({ status: 'moved', movedFrom: { start: '2027-09-06' }, revision: 4 }, { language: 'en' }),
      'SUMMARY:Moved\\, date to follow: Feest',
      'DTSTART;VALUE=DATE:20270906',
      'DTEND;VALUE=DATE:20270907',
      'SEQUENCE:4',
    );
  });

  it('H1: has no new day yet, whatever its date says of one', () => {
    for (const start of [undefined, '2027-10', '2027', '2027-23', 'XXXX', '2027-10~'])
      has(
        eventOf({ status: 'moved', start, movedFrom: before }),
        'DTSTART;TZID=Europe/Amsterdam:20270906T100000',
        'SUMMARY:Verplaatst\\, datum volgt: Feest',
      );
    has(
      eventOf({ status: 'moved', start: '2027-10-02~', movedFrom: before }),
      'STATUS:TENTATIVE',
      'DTSTART;VALUE=DATE:20271002',
    );
  });

  it('H1: and called off after all is called that', () => {
    for (const off of [{ status: 'cancelled' }, { status: 'moved', edition: 'weg' }])
      has(eventOf({ ...off, movedFrom: before }), 'SUMMARY:Gaat niet door: Feest', 'STATUS:CANCELLED');
  });

  it('H1: is left out where nobody knows its old day, and where it was not moved', () => {
    for (const session of [
      { status: 'moved' },
      { status: 'moved', movedFrom: { place: { name: 'Zaal' } } },
      { status: 'moved', movedFrom: { start: '2027-09' } },
      { movedFrom: before },
    ])
      assert.deepEqual(eventOf(session), []);
  });
});

describe('an entry of a calendar', () => {
  const start = '2027-09-21T10:00+02:00';
  const end = '2027-09-21T11:00+02:00';

  it('H14: leads back to its session on the page', () => {
    const page = 'https://site.example/programma/?taal=nl';
    const online = 'https://meet.example/room';
    const event = eventOf({ start, end, online }, { page });
    has(event, 'URL:https://site.example/programma/?taal=nl#ceal-timeline.session=s', `LOCATION:${online}`);
    has(event, `DESCRIPTION:${online}\\n\\nhttps://site.example/programma/?taal=nl#ceal-timeline.session=s`);
    const urlOn = (address: string) =>
      eventOf({ start, end }, { page: address }).filter((line) => line.startsWith('URL:'));
    assert.deepEqual(urlOn('https://site.example/p#inhoud'), [
      'URL:https://site.example/p#ceal-timeline.session=s',
    ]);
    assert.deepEqual(urlOn('https://site.example/#/programma'), [
      'URL:https://site.example/#/programma?ceal-timeline.session=s',
    ]);
    assert.deepEqual(urlOn('HTTPS://Site.example/mijn programma#programma?x=1'), [
      'URL:https://site.example/mijn%20programma#programma?x=1&ceal-timeline.session=s',
    ]);
    assert.throws(() => urlOn('programma.html'), /"programma\.html" is no address of a page/);
    for (const base of ['feed.json', '', '/ceal/feed.json'])
      assert.throws(() => feedCalendar('{"version":"1.0"}', { base }), /is no address of a feed/);
    has(eventOf({ start, end, online }), `URL:${online}`);
  });

  it('H14: has its kind as a category, and the time of the last change', () => {
    const event = eventOf({ start, end, kind: 'learning-group' }, {}, { updated: '2027-02-03T04:05:06Z' });
    has(event, 'CATEGORIES:Leergroep', 'LAST-MODIFIED:20270203T040506Z', 'DTSTAMP:20270203T040506Z');
    has(eventOf({ start, end, kind: 'field' }, { language: 'en' }), 'CATEGORIES:In the neighbourhood');
    none(eventOf({ start, end, kind: 'other' }), /^CATEGORIES/);
  });

  it('H14: can be asked for by its kind', () => {
    assert.equal(eventOf({ start, kind: 'field' }, { kind: 'studio' }).length, 0);
    has(eventOf({ start, kind: 'field' }, { kind: 'field' }), 'CATEGORIES:In de wijk');
  });

  it('H14: that was moved says what it was', () => {
    const movedFrom = { start: '2027-09-14T10:00+02:00', place: { name: 'Oude plek' } };
    const [text = ''] = eventOf({ start, end, status: 'moved', movedFrom }).filter((line) =>
      line.startsWith('DESCRIPTION:'),
    );
    assert.match(text, /^DESCRIPTION:Was eerst: 14 september 2027 om 10:00\\, Oude plek$/);
    const place = { start, end, status: 'moved', movedFrom: { place: { name: 'Hier' } } };
    has(eventOf(place, { language: 'en' }), 'DESCRIPTION:Previously: Hier');
    none(eventOf({ start, end, movedFrom }), /^DESCRIPTION/);
  });

  it('H1: has the same name however the address of its feed is written', () => {
    const uidIn = (base: string) => eventOf({ start, end }, { base }).find((line) => line.startsWith('UID:'));
    for (const base of [
      'https://Site.example/f.json',
      'HTTPS://site.example:443/x/../f.json',
      ' https://site.example/f.json',
    ])
      assert.equal(uidIn(base), 'UID:s@proef.site.example/f.json', base);
  });

  it('H15: is the same each time it is made from a feed that says when it was changed', () => {
    const bytes = (updated: string | undefined, at: number) =>
      feedCalendar(feedOf({ start, end }, { updated }), { now: at });
    for (const updated of ['2027-02-03', '2027-02-03T04:05+01:00', '2027-02'])
      assert.equal(bytes(updated, now), bytes(updated, now + 86_400_000), updated);
    assert.match(bytes('2027-02-03', now), /DTSTAMP:20270202T230000Z/);
    assert.match(bytes('0000-01-01', now), /DTSTAMP:20270101T100000Z/);
    assert.match(bytes(undefined, now), /DTSTAMP:20270101T100000Z\r\nLAST-MODIFIED:20270101T100000Z/);
  });

  it('H17: has coordinates without an exponent', () => {
    const geo = (lat: number, lon: number) =>
      eventOf({ start, end, place: { name: 'Nul', lat, lon } }).filter((line) => line.startsWith('GEO'));
    assert.deepEqual(geo(0.0000001, -0.00000004), ['GEO:0;0']);
    assert.deepEqual(geo(0.000001, -0.0000012), ['GEO:0.000001;-0.000001']);
    assert.deepEqual(geo(52.117, 5.11), ['GEO:52.117;5.11']);
    none(eventOf({ start, end, place: { name: 'Half', lat: 52 } }), /^GEO/);
  });

  it('H17: has no method, which would want an organizer', () => {
    assert.doesNotMatch(feedCalendar(feedOf({ start, end })), /^METHOD/m);
  });

  it('H17: has the hour of the clock of its year', () => {
    const utc = (given: string) => eventOf({ start: given, end: given })[5];
    assert.equal(utc('1985-10-05T14:00+01:00'), 'DTSTART:19851005T130000Z');
    assert.equal(utc('1965-07-01T14:00+01:00'), 'DTSTART:19650701T130000Z');
    // Without an offset it is Amsterdam's clock, which had no summer time in 1965.
    assert.equal(utc('1965-07-01T14:00'), 'DTSTART:19650701T130000Z');
    assert.equal(utc('1985-07-01T14:00'), 'DTSTART:19850701T120000Z');
    assert.equal(utc('1997-07-01T14:00'), 'DTSTART;TZID=Europe/Amsterdam:19970701T140000');
  });

  it('H17: without an end lasts an hour, and says that nobody knows', () => {
    has(
      eventOf({ start }),
      'DURATION:PT1H',
      'DESCRIPTION:De eindtijd is niet bekend.',
      'DTSTART;TZID=Europe/Amsterdam:20270921T100000',
    );
    for (const known of [
      { start, end },
      { start: '2027-09-21' },
      { start, end: '2027-09-22' },
      { start: `${start}/..` },
    ])
      none(eventOf(known), /^DURATION|^DESCRIPTION/);
  });

  it('is free, or perhaps, for Outlook too', () => {
    for (const free of [{ status: 'cancelled' }, { kind: 'break' }, { kind: 'milestone' }])
      has(eventOf({ start, ...free }), 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE');
    has(eventOf({ start, status: 'unknown' }), 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE');
    none(eventOf({ start }), /BUSYSTATUS|TRANSP/);
  });
});

describe('a feed whose address is not known', () => {
  it('H2: has no relative addresses in its calendar, and its keeper is told', () => {
    const feed = feedOf({
      start: '2027-09-21',
      online: 'kamer',
      links: [{ url: 'https://a.example/' }, { url: 'bestanden/programma.pdf', label: 'Boekje' }],
    });
    const told: string[] = [];
    const onIssue = ({ pointer, code }: FeedIssue, message: string) =>
      told.push(`${pointer} ${code} ${message}`);
    // An entry before it is left out: the place is that in the feed as it was written.
    const withBad = { ...feed, sessions: [null, ...feed.sessions] };
    assert.doesNotMatch(feedCalendar(withBad, { language: 'en', onIssue }), /invalid|programma\.pdf|kamer/);
    const links = told.filter((line) => line.includes('beside the feed'));
    assert.equal(links.length, 2);
    assert.match(links[0]!, /^\/sessions\/1\/online bad-address This address is beside the feed.*“kamer”/);
    assert.match(links[1]!, /^\/sessions\/1\/links\/1\/url bad-address .*“bestanden\/programma\.pdf”/);
    told.length = 0;
    feedCalendar(feed, { base: 'https://a.example/feed.json', onIssue });
    assert.deepEqual(told, []);
  });
});
