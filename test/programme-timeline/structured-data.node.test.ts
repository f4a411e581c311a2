/** Data for search engines, made in Node by the code that writes it in the browser. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  feedStructuredData,
  type StructuredDataOptions,
} from '../../src/programme-timeline/publish/structured-data-feed.js';

type Node = Readonly<Record<string, unknown>>;

const start = '2027-11-04T13:30+01:00';
const end = '2027-11-04T17:00+01:00';
const base = 'https://site.example/feed.json';

const feedOf = (session: object, rest: object = {}) => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  programme: { title: 'Ondernemen' },
  editions: [
    { id: 'hier', title: 'Hier', place: { name: 'Buurthuis', lat: 52.1, lon: 5.1 } },
    { id: 'ergens', title: 'Ergens' },
  ],
  organisations: [
    { id: 'vroeger', name: 'Wijk&Co', until: '2018' },
    { id: 'nu', name: 'Juntos', url: 'https://juntos.example/', logo: { src: 'logo.png', alt: '' } },
  ],
  ...rest,
  sessions: [{ id: 's', title: 'Feest', ...session }],
});

const graphOf = (feed: object, options: StructuredDataOptions = { base }) =>
  (JSON.parse(feedStructuredData(feed, options)) as { '@graph': Node[] })['@graph'];
const ofType = (graph: readonly Node[], type: string) => graph.filter((node) => node['@type'] === type);
const eventOf = (session: object, options?: StructuredDataOptions) =>
  ofType(graphOf(feedOf(session), options), 'Event')[0]!;

const schema = (name: string) => `https://schema.org/${name}`;

describe('structured data', () => {
  it('H11: has the place of the edition, or none and then no mode', () => {
    const at = (session: object) => {
      const event = eventOf({ start, end, ...session });
      const places = event['location'] as Node[] | undefined;
      const mode = ((event['eventAttendanceMode'] as string | undefined) ?? '').replace(schema(''), '');
      return [mode, places?.map((place) => place['name'] ?? place['url'])];
    };
    const place = { name: 'Zaal' };
    const online = 'https://meet.example/';
    assert.deepEqual(at({}), ['', undefined]);
    assert.deepEqual(at({ edition: 'ergens' }), ['', undefined]);
    assert.deepEqual(at({ edition: 'hier' }), ['OfflineEventAttendanceMode', ['Buurthuis']]);
    assert.deepEqual(at({ edition: 'hier', place }), ['OfflineEventAttendanceMode', ['Zaal']]);
    assert.deepEqual(at({ edition: 'hier', online }), ['OnlineEventAttendanceMode', [online]]);
    assert.deepEqual(at({ place, online }), ['MixedEventAttendanceMode', ['Zaal', online]]);
    for (const call of ['tel:+31301234567', 'mailto:a@example.org']) {
      assert.deepEqual(at({ edition: 'hier', online: call }), ['', undefined]);
      assert.deepEqual(at({ place, online: call }), ['OfflineEventAttendanceMode', ['Zaal']]);
    }
  });

  it('H11: leads to the session, and names it for all of the web', () => {
    const page = 'https://site.example/programma';
    const event = eventOf({ start, end }, { base, page });
    assert.equal(event['url'], `${page}#ceal-timeline.session=s`);
    assert.equal(event['@id'], `${base}#session-s`);
    const bare = eventOf({ start, end }, {});
    assert.deepEqual([bare['url'], bare['@id']], [undefined, undefined]);
  });

  it('H11: has the organisations of its time as organizer, with a picture, and those of today as provider', () => {
    const [course] = ofType(graphOf(feedOf({ start, end })), 'Course');
    const juntos = {
      '@type': 'Organization',
      '@id': `${base}#organisation-nu`,
      name: 'Juntos',
      url: 'https://juntos.example/',
      logo: 'https://site.example/logo.png',
    };
    assert.deepEqual(course!['provider'], [juntos]);
    const event = eventOf({ start, end });
    assert.deepEqual([event['organizer'], event['image']], [[juntos], 'https://site.example/logo.png']);
    const names = (eventOf({ start: '2017-05-01' })['organizer'] as Node[]).map(({ name }) => name);
    assert.deepEqual(names, ['Wijk&Co', 'Juntos']);
    const alone = graphOf(feedOf({ start, end }, { organisations: [] }));
    for (const node of alone)
      for (const key of ['organizer', 'provider', 'image']) assert.ok(!(key in node), key);
    assert.doesNotMatch(feedStructuredData(feedOf({ start }), {}), /invalid/);
  });

  it('H1, H11: has a session that was put off at its old time', () => {
    const movedFrom = { start: '2027-09-06T10:00', place: { name: 'Zaal' } };
    const event = eventOf({ status: 'moved', movedFrom });
    assert.deepEqual(
      [event['eventStatus'], event['startDate'], event['previousStartDate']],
      [schema('EventPostponed'), '2027-09-06T10:00:00+02:00', undefined],
    );
    assert.equal((event['location'] as Node[])[0]!['name'], 'Zaal');
    const moved = eventOf({ status: 'moved', start, end, movedFrom });
    assert.deepEqual(
      [moved['eventStatus'], moved['startDate'], moved['previousStartDate']],
      [schema('EventRescheduled'), '2027-11-04T13:30:00+01:00', '2027-09-06T10:00:00+02:00'],
    );
    const place = { name: 'Buurthuis' };
    for (const elsewhere of [{ place: { name: 'Zaal' } }, { start, place: { name: 'Zaal' } }]) {
      const other = eventOf({ status: 'moved', start, end, place, movedFrom: elsewhere });
      assert.deepEqual(
        [other['eventStatus'], other['previousStartDate']],
        [schema('EventScheduled'), undefined],
      );
      const call = { status: 'moved', start, end, online: 'https://meet.example/', movedFrom: elsewhere };
      assert.equal(eventOf(call)['eventStatus'], schema('EventMovedOnline'));
    }
    const off = eventOf({ status: 'cancelled', movedFrom });
    assert.equal(off['eventStatus'], schema('EventCancelled'));
  });

  it('H11: has one edition or kind on request, and can stand in a script', () => {
    const feed = feedOf({ start, kind: 'field', edition: 'hier', title: '</script><b>' });
    assert.equal(ofType(graphOf(feed, { kind: 'studio' }), 'Event').length, 0);
    assert.equal(ofType(graphOf(feed, { edition: 'hier', kind: 'field' }), 'Event').length, 1);
    const [course] = graphOf(feed, { edition: 'hier' });
    assert.deepEqual(
      (course!['hasCourseInstance'] as Node[]).map(({ name }) => name),
      ['Hier'],
    );
    assert.equal((graphOf(feed)[0]!['hasCourseInstance'] as Node[]).length, 2);
    assert.doesNotMatch(feedStructuredData(feed), /[<>&\u2028\u2029]/);
    assert.throws(() => feedStructuredData('<p>'), /This is no feed/);
  });
});
