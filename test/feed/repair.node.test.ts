/** Repairs of a feed: as little as possible of what is invalid is left out, and the rest stays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { first, read, readEnterprise } from '../support/node/read.js';

const link = (n: number) => ({ url: `https://a.example/${n}` });
const BAD_LINK = { url: 'data:text/html,x' };

describe('an invalid value', () => {
  it('in a field that may be absent is left out', () => {
    const { value, lines } = readEnterprise({ tagline: 3, people: -1, edition: 'Een' });
    assert.equal(value.name, 'Naam');
    for (const field of ['tagline', 'people', 'edition']) assert.ok(!(field in value), field);
    assert.deepEqual(lines, ['/tagline wrong-type', '/edition bad-id', '/people out-of-range']);
  });

  it('may be null, which is no value', () => {
    const { value, lines } = readEnterprise({ tagline: null, links: null, status: null });
    assert.deepEqual([value.tagline, value.links, value.status], [undefined, [], 'unknown']);
    assert.deepEqual(lines, []);
  });

  it('that is unknown becomes the fallback', () => {
    const { value, issues } = readEnterprise({ status: 'booming' });
    assert.equal(value.status, 'unknown');
    assert.deepEqual(issues, [{ pointer: '/status', code: 'unknown-value', params: { value: 'booming' } }]);
  });

  it('in a list is left out, whatever its place', () => {
    const { value, lines } = readEnterprise({ links: [BAD_LINK, link(1), 3, link(2), BAD_LINK] });
    assert.deepEqual(value.links, [link(1), link(2)]);
    assert.deepEqual(lines, ['/links/0/url bad-address', '/links/2 wrong-type', '/links/4/url bad-address']);
  });

  it('in place of a list leaves the list empty', () => {
    const { value, lines } = readEnterprise({ links: link(1) });
    assert.deepEqual(value.links, []);
    assert.deepEqual(lines, ['/links wrong-type']);
  });

  it('in an object is left out alone, and a missing required field takes the object with it', () => {
    const { value, lines } = readEnterprise({
      image: { alt: 'Een tafel' },
      place: { name: 'Plein', lat: 91, lon: 5 },
    });
    assert.ok(!('image' in value));
    assert.deepEqual(value.place, { name: 'Plein', lon: 5 });
    assert.deepEqual(lines, ['/image/src missing', '/place/lat out-of-range']);
  });

  it('deep inside an object is left out at the smallest place', () => {
    const activity = {
      id: 'kijken',
      title: 'Kijken',
      minutes: { min: -1 },
      hints: [{ text: '' }, { text: 'Kijk' }],
    };
    const { feed, lines } = read({
      oasis: {
        title: 'Oasis',
        steps: [
          { id: 'een', name: 'Kijken', activities: [{ id: 'leeg' }, activity] },
          { id: 'Twee', name: 'Dromen' },
        ],
      },
    });
    assert.equal(feed.oasis?.steps.length, 1);
    assert.deepEqual(feed.oasis?.steps[0]?.activities, [
      { id: 'kijken', title: 'Kijken', hints: [{ text: 'Kijk' }] },
    ]);
    assert.deepEqual(lines, [
      '/oasis/steps/0/activities/0/title missing',
      '/oasis/steps/0/activities/1/minutes/min out-of-range',
      '/oasis/steps/0/activities/1/hints/0/text bad-text',
      '/oasis/steps/1/id bad-id',
    ]);
  });

  it('in a required field takes the entry with it, and everything that is wrong is reported', () => {
    const { feed, lines } = read({
      enterprises: [
        { id: 'a', status: 'x' },
        { id: 'b', name: 'Blijft' },
      ],
    });
    assert.deepEqual(
      feed.enterprises.map(({ name }) => name),
      ['Blijft'],
    );
    assert.deepEqual(lines, [
      '/enterprises/0/name missing',
      '/enterprises/0/status unknown-value',
      '/enterprises/0 item-dropped',
    ]);
  });

  it('in a required field takes an object section with it', () => {
    const { feed, lines } = read({ programme: { summary: 'Zonder titel' } });
    assert.equal(feed.programme, undefined);
    assert.deepEqual(lines, ['/programme/title missing', '/programme item-dropped']);
  });

  it('may be an id that a list inside an entry has twice: the first stays', () => {
    const steps = [
      { id: 'een', name: 'Eerste' },
      { id: 'een', name: 'Tweede' },
    ];
    const { feed, issues } = read({ oasis: { title: 'Oasis', steps } });
    assert.deepEqual(
      feed.oasis?.steps.map(({ name }) => name),
      ['Eerste'],
    );
    assert.deepEqual(issues, [{ pointer: '/oasis/steps/1', code: 'duplicate-id', params: { id: 'een' } }]);
  });
});

describe('a value that is too long', () => {
  it('is cut to its limit, with an ellipsis at the end of a text', () => {
    const { value, issues } = readEnterprise({ name: 'n'.repeat(201) });
    assert.equal(value.name, `${'n'.repeat(199)}…`);
    assert.equal(first(issues).code, 'too-long');
    assert.equal(first(issues).params['max'], 200);
  });

  it('is not a text of just the limit', () => {
    const { value, lines } = readEnterprise({ name: 'n'.repeat(200), description: 'd'.repeat(5_000) });
    assert.ok(typeof value.name === 'string');
    assert.equal(value.name.length, 200);
    assert.deepEqual(lines, []);
  });

  it('is cut only in the language that is too long', () => {
    const { value } = readEnterprise({ name: { nl: 'n'.repeat(201), en: 'Short' } });
    assert.deepEqual(value.name, { nl: `${'n'.repeat(199)}…`, en: 'Short' });
  });

  it('is never cut through the middle of a character', () => {
    const { value } = readEnterprise({ name: `${'n'.repeat(198)}😀😀` });
    assert.equal(value.name, `${'n'.repeat(198)}…`);
  });

  it('may be a list, whose invalid entries are left out as well', () => {
    const links = [BAD_LINK, ...Array.from({ length: 60 }, (_, n) => link(n))];
    const { value, lines } = readEnterprise({ links });
    assert.deepEqual(value.links, links.slice(1, 50));
    assert.deepEqual(lines, ['/links too-many', '/links/0/url bad-address']);
  });
});
