/** Calendar files, read back by two parsers that know nothing of each other, on machines in three time zones. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import type { FeedIssue } from '../../src/feed/issues.js';
import { feedCalendar, type FeedCalendarOptions } from '../../src/programme-timeline/calendar-feed.js';

const ZONES = ['Europe/Amsterdam', 'America/Paramaribo', 'Pacific/Auckland'];
const ownZone = process.env['TZ'];
const now = Date.parse('2026-11-24T12:00Z');

const feedOf = (...sessions: object[]) => ({
  version: 1,
  id: 'test',
  language: 'nl',
  title: 'Voorbeeldprogramma',
  editions: [{ id: 'e', title: 'Groep' }],
  parts: [{ id: 'een', title: 'Deel 1' }],
  sessions: sessions.map((session, index) => ({ id: `s${index}`, title: `S${index}`, ...session })),
});

/** The calendar file of a feed, which must have one. */
function calendarOf(feed: object, options: FeedCalendarOptions = {}): string {
  const file = feedCalendar(feed, { now, ...options });
  assert.ok(file);
  return file;
}

const fileOf = (...sessions: object[]) => calendarOf(feedOf(...sessions));
const linesOf = (file: string) => file.replace(/\r\n /g, '').split('\r\n');

/** An event as a parser reads it, with instants and days as texts. */
interface ReadEvent {
  readonly uid: string;
  readonly title: unknown;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly sequence: number;
  readonly status: unknown;
  readonly place: unknown;
  readonly text: unknown;
}

function readByICAL(file: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone), String(zone.getFirstPropertyValue('tzid')));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const written = (time: ICAL.Time) =>
      time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
    return {
      uid: event.uid,
      title: event.summary,
      start: written(event.startDate),
      end: component.hasProperty('dtend') ? written(event.endDate) : undefined,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      place: event.location ?? undefined,
      text: event.description ?? undefined,
    };
  });
}

function readByNodeIcal(file: string): ReadEvent[] {
  const local = (date: Date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return Object.values(nodeIcal.sync.parseICS(file))
    .filter((component): component is VEvent => component?.type === 'VEVENT')
    .map((event) => {
      const written = (date: Date) => (event.datetype === 'date' ? local(date) : date.toISOString());
      return {
        uid: event.uid,
        title: event.summary,
        start: written(event.start),
        end: file.includes('DTEND') && event.end ? written(event.end) : undefined,
        sequence: Number(event.sequence),
        status: event.status,
        place: event.location,
        text: event.description,
      };
    });
}

/** Asserts that both parsers read the first event so. */
function bothRead(file: string, expected: Partial<ReadEvent>): void {
  const keys = Object.keys(expected) as (keyof ReadEvent)[];
  const pick = (event?: ReadEvent) => Object.fromEntries(keys.map((key) => [key, event?.[key]]));
  assert.deepEqual(pick(readByICAL(file)[0]), expected, 'ical.js');
  assert.deepEqual(pick(readByNodeIcal(file)[0]), expected, 'node-ical');
}

for (const zone of ZONES)
  describe(`a calendar file, made and read on a machine in ${zone}`, () => {
    before(() => (process.env['TZ'] = zone));
    after(() => {
      if (ownZone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = ownZone;
    });

    const TIMES: readonly (readonly [name: string, start: string, end: string, from: string, to: string])[] =
      [
        [
          'in winter',
          '2027-01-14T13:30+01:00',
          '2027-01-14T17:00+01:00',
          '2027-01-14T12:30',
          '2027-01-14T16:00',
        ],
        [
          'in summer',
          '2027-07-01T13:30+02:00',
          '2027-07-01T17:00+02:00',
          '2027-07-01T11:30',
          '2027-07-01T15:00',
        ],
        [
          'the day before the clock moves on',
          '2027-03-27T13:30',
          '2027-03-27T17:00',
          '2027-03-27T12:30',
          '2027-03-27T16:00',
        ],
        ['the day after it', '2027-03-29T13:30', '2027-03-29T17:00', '2027-03-29T11:30', '2027-03-29T15:00'],
        [
          'the week before the clock goes back',
          '2027-10-28T13:30',
          '2027-10-28T17:00',
          '2027-10-28T11:30',
          '2027-10-28T15:00',
        ],
        ['the week after it', '2027-11-04T13:30', '2027-11-04T17:00', '2027-11-04T12:30', '2027-11-04T16:00'],
        [
          'over the night in March',
          '2027-03-27T23:00+01:00',
          '2027-03-28T04:00+02:00',
          '2027-03-27T22:00',
          '2027-03-28T02:00',
        ],
        [
          'over the night in October',
          '2027-10-30T23:00+02:00',
          '2027-10-31T04:00+01:00',
          '2027-10-30T21:00',
          '2027-10-31T03:00',
        ],
        [
          'written in another zone',
          '2027-07-01T11:30Z',
          '2027-07-01T11:00-04:00',
          '2027-07-01T11:30',
          '2027-07-01T15:00',
        ],
        [
          'in the first of the two same hours in October',
          '2027-10-31T02:15+02:00',
          '2027-10-31T02:45+02:00',
          '2027-10-31T00:15',
          '2027-10-31T00:45',
        ],
        [
          'in the second of them',
          '2027-10-31T02:15+01:00',
          '2027-10-31T02:45+01:00',
          '2027-10-31T01:15',
          '2027-10-31T01:45',
        ],
      ];
    for (const [name, start, end, from, to] of TIMES)
      it(`has the right hours ${name}`, () =>
        bothRead(fileOf({ start, end }), { start: `${from}:00.000Z`, end: `${to}:00.000Z` }));

    it('has whole days, and an end that is exclusive', () => {
      bothRead(fileOf({ start: '2027-11-05', end: '2027-11-07' }), {
        start: '2027-11-05',
        end: '2027-11-08',
      });
      bothRead(fileOf({ start: '2027-03-28' }), { start: '2027-03-28', end: '2027-03-29' });
      bothRead(fileOf({ start: '2027-12-31' }), { start: '2027-12-31', end: '2028-01-01' });
    });

    it('lasts from an hour to the end of a last day', () => {
      bothRead(fileOf({ start: '2027-11-05T18:00', end: '2027-11-07' }), {
        start: '2027-11-05T17:00:00.000Z',
        end: '2027-11-07T23:00:00.000Z',
      });
    });

    it('holds the texts, place, status and revision of a session', () => {
      bothRead(
        fileOf({
          title: 'Koken; eten, praten \\ "samen" 🥕',
          summary: 'Eén regel.\nNog een; met, tekens.',
          start: '2027-01-14',
          place: { name: 'De Dreef', address: 'Straat 1, Utrecht' },
          status: 'cancelled',
          revision: 3,
          example: true,
        }),
        {
          uid: 's0@test.ceal-widgets',
          title: 'Gaat niet door: Voorbeeld: Koken; eten, praten \\ "samen" 🥕',
          text: 'Eén regel.\nNog een; met, tekens.',
          place: 'De Dreef, Straat 1, Utrecht',
          status: 'CANCELLED',
          sequence: 3,
        },
      );
    });
  });

describe('a calendar file', () => {
  const long = '👩‍🌾 Één hele lange naam met é, ü en 漢字 '.repeat(4);

  it('ends its lines with CRLF and folds them at 75 octets without splitting a character', () => {
    const file = fileOf({ title: long, summary: long.repeat(20), start: '2027-01-14' });
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
    for (const line of file.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
    bothRead(file, { title: long.trim(), text: long.repeat(20).trim() });
  });

  it('keeps its ids when texts, dates and the time of making change', () => {
    const uids = (file: string) => linesOf(file).filter((line) => line.startsWith('UID:'));
    const later = calendarOf(feedOf({ title: 'Anders', start: '2028-01-01' }), { now: now + 1e9 });
    assert.deepEqual(uids(fileOf({ start: '2027-01-14' })), uids(later));
  });

  it('holds the time at which it was made', () => {
    assert.ok(linesOf(fileOf({ start: '2027-01-14' })).includes('DTSTAMP:20261124T120000Z'));
  });

  it('leaves out sessions without a day', () => {
    const file = fileOf(
      {},
      { start: '2027' },
      { start: '2027-09' },
      { start: '2027-23' },
      { start: 'XXXX-09-09' },
    );
    assert.ok(!file.includes('VEVENT'));
  });

  it('13: says in the title that a session does not go on, and keeps nobody occupied with it', () => {
    const lines = linesOf(fileOf({ title: 'Wandeling', start: '2027-09-16', status: 'cancelled' }));
    for (const line of [
      'SUMMARY:Gaat niet door: Wandeling',
      'STATUS:CANCELLED',
      'TRANSP:TRANSPARENT',
      'SEQUENCE:1',
    ])
      assert.ok(lines.includes(line), line);
    const feed = {
      ...feedOf({ start: '2027-09-16', edition: 'e' }),
      editions: [{ id: 'e', title: 'E', status: 'cancelled' }],
    };
    assert.ok(linesOf(calendarOf(feed, { language: 'en' })).includes('SUMMARY:Cancelled: S0'));
  });

  it('13: gives what is moved or cancelled a higher number than what goes on as planned', () => {
    const numbers = (...sessions: object[]) =>
      readByICAL(fileOf(...sessions.map((session) => ({ start: '2027-09-16', ...session })))).map(
        ({ sequence }) => sequence,
      );
    assert.deepEqual(
      numbers(
        {},
        { status: 'moved' },
        { status: 'cancelled' },
        { status: 'moved', revision: 4 },
        { revision: 2 },
      ),
      [0, 1, 1, 4, 2],
    );
  });

  it('14: has the address of the feed in its ids, so that no other feed has them', () => {
    const uids = (base?: string, id: string | undefined = 'my-feed') =>
      readByICAL(calendarOf({ ...feedOf({ start: '2027-09-09' }), id }, base ? { base } : {})).map(
        ({ uid }) => uid,
      )[0];
    assert.equal(uids('https://one.example/feed.json'), 's0@my-feed.one.example/feed.json');
    assert.notEqual(uids('https://two.example/feed.json'), uids('https://one.example/feed.json'));
    assert.notEqual(uids('https://one.example/b/feed.json'), uids('https://one.example/a/feed.json'));
    assert.equal(uids('http://one.example/feed.json?v=2#x'), uids('https://one.example/feed.json'));
    assert.equal(uids('https://one.example/a,b;c'), 's0@my-feed.one.example/a,b;c');
    for (const base of [undefined, 'file:///srv/feed.json'])
      assert.equal(uids(base), 's0@my-feed.ceal-widgets');
  });

  it('15: has no end where that is the start, and ends at midnight', () => {
    const start = '2027-09-09T19:30+02:00';
    assert.doesNotMatch(fileOf({ start, end: start }), /DTEND/);
    bothRead(fileOf({ start, end: '2027-09-10T00:00+02:00' }), { end: '2027-09-09T22:00:00.000Z' });
  });

  it('11: says as much of a date as it knows', () => {
    const lines = (start: string, end?: string) => linesOf(fileOf({ title: 'Feest', start, end }));
    const perhaps = lines('2027-09-09?');
    for (const line of [
      'STATUS:TENTATIVE',
      'SUMMARY:Feest (misschien 9 september 2027)',
      'DTSTART;VALUE=DATE:20270909',
    ])
      assert.ok(perhaps.includes(line), line);
    assert.ok(lines('2027-09-09~').includes('SUMMARY:Feest (rond 9 september 2027)'));
    const since = lines('2027-09-09/..').join(' ');
    assert.match(since, /STATUS:CONFIRMED DTSTART;VALUE=DATE:20270909 SUMMARY/);
    assert.match(
      lines('2027-09-09T13:30+02:00/..').join(' '),
      /DTSTART;TZID=Europe\/Amsterdam:20270909T133000 SUMMARY/,
    );
    for (const date of ['2027~', '2027-09?', '2027-09/..', '../2027-09-09', '202X', '2027-09-XX', 'XXXX'])
      assert.doesNotMatch(lines(date).join(' '), /VEVENT/, date);
  });

  it('11: says about and perhaps of both ends, and is there for a start whose end is no day', () => {
    const lines = (end: string, start = '2027-09-09') => linesOf(fileOf({ title: 'Feest', start, end }));
    assert.ok(lines('2027-09-11~').includes('SUMMARY:Feest (9 september 2027 – rond 11 september 2027)'));
    for (const end of ['2027-09', '2027', '2027-23'])
      assert.match(
        lines(end).join(' '),
        /STATUS:CONFIRMED DTSTART;VALUE=DATE:20270909 DTEND;VALUE=DATE:20270910 SUMMARY:Feest END/,
      );
    assert.doesNotMatch(lines('2027-09-11', '2027-09').join(' '), /VEVENT/);
  });

  it('02: does not confirm a session of which the status is not known', () => {
    assert.ok(linesOf(fileOf({ start: '2027-09-09', status: 'unknown' })).includes('STATUS:TENTATIVE'));
  });

  it('does not keep a day off occupied', () => {
    assert.ok(linesOf(fileOf({ start: '2027-10-21', kind: 'break' })).includes('TRANSP:TRANSPARENT'));
    assert.ok(!fileOf({ start: '2027-10-21', kind: 'meeting' }).includes('TRANSP'));
  });

  it('09: breaks its lines where a text does, whatever the sign', () =>
    bothRead(fileOf({ summary: 'een\r\ntwee\u2028drie\u2029vier', start: '2027-01-14' }), {
      text: 'een\ntwee\ndrie\nvier',
    }));

  it('cannot be broken out of by a text', () => {
    const file = fileOf({ title: 'A\r\nEND:VEVENT\r\nBEGIN:VALARM\nX', start: '2027-01-14' });
    assert.equal(linesOf(file).filter((line) => /^(BEGIN|END):V(EVENT|ALARM)/.test(line)).length, 2);
  });

  it('holds the first and the last year', () => {
    bothRead(fileOf({ start: '9999-12-31' }), { start: '9999-12-31' });
    assert.ok(fileOf({ start: '0000-01-01' }).includes('DTSTART;VALUE=DATE:00000101'));
  });

  it('holds one edition, part or session on request', () => {
    const feed = feedOf(
      { start: '2027-01-01', edition: 'e', part: 'een' },
      { start: '2027-01-02', edition: 'e' },
      { start: '2027-01-03' },
    );
    const ids = (options: FeedCalendarOptions) =>
      readByICAL(calendarOf(feed, options)).map(({ uid }) => uid[1]);
    assert.deepEqual(ids({}), ['0', '1', '2']);
    assert.deepEqual(ids({ edition: 'e' }), ['0', '1']);
    assert.deepEqual(ids({ part: 'een' }), ['0']);
    assert.deepEqual(ids({ session: 's2' }), ['2']);
  });

  it('06: is asked for by ids as the feed writes them', () => {
    const feed = {
      ...feedOf({ id: 'Soep_1', start: '2027-01-01', edition: 'Groep 1', part: 254 }),
      editions: [{ id: 'Groep 1', title: 'Groep' }],
      parts: [{ id: 254, title: 'Deel' }],
    };
    for (const options of [
      { session: 'Soep_1' },
      { edition: 'Groep 1' },
      { part: '254' },
      { edition: 'groep-1' },
    ])
      assert.equal(readByICAL(calendarOf(feed, options)).length, 1, JSON.stringify(options));
    assert.equal(readByICAL(calendarOf(feed, { session: 'soep' })).length, 0);
  });

  it('16: has no links from an address that nobody has given', () => {
    const feed = feedOf({
      start: '2027-01-01',
      online: 'ontmoeten/kamer',
      links: [
        { url: 'menu.pdf', label: 'Menu' },
        { url: 'https://example.org/lees', label: 'Lees' },
      ],
    });
    const lines = linesOf(calendarOf(feed));
    assert.ok(lines.includes('DESCRIPTION:Lees: https://example.org/lees'));
    assert.doesNotMatch(lines.join(' '), /invalid|menu\.pdf|kamer/);
    assert.match(
      calendarOf(feed, { base: 'https://a.example/' }),
      /URL:https:\/\/a\.example\/ontmoeten\/kamer/,
    );
  });

  it('has the language asked for', () => {
    const feed = feedOf({ title: { nl: 'Feest', en: 'Party' }, start: '2027-01-14', example: true });
    assert.ok(calendarOf(feed, { language: 'en-GB' }).includes('SUMMARY:Example: Party'));
  });

  it('is none for what is no feed: an error says why, and where JSON is damaged', () => {
    assert.throws(() => feedCalendar('<p>'), /^Error: This is no feed\. This address gives a web page/);
    assert.throws(() => feedCalendar('{\n"version": 1,\n}'), /This is not JSON\. Line 2: a comma too many\./);
  });

  it('tells of its issues, and of a name of a section that is misspelt', () => {
    const told: string[] = [];
    const onIssue = ({ pointer, code }: FeedIssue, message: string) =>
      told.push(`${pointer} ${code} ${message}`);
    feedCalendar({ ...feedOf({ start: 'ooit' }), sesions: [] }, { language: 'en', onIssue });
    assert.equal(told.length, 2);
    assert.match(told[0]!, /^\/sessions\/0\/start bad-date This date does not exist/);
    assert.match(told[1]!, /^\/sesions unknown-key .*“sessions”/);
  });

  it('reads bytes, whatever their encoding', () => {
    const bytes = Buffer.from(JSON.stringify(feedOf({ start: '2027-01-14', title: 'Café' })), 'latin1');
    const told: string[] = [];
    const file = feedCalendar(bytes, { onIssue: ({ code }) => told.push(code) });
    assert.match(file, /SUMMARY:Café/);
    assert.deepEqual(told, ['not-utf8']);
  });
});
