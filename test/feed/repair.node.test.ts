/** What does not fit goes, as little as possible of it; the rest stays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read, readEnterprise } from '../support/node/read.js';

const link = (n) => ({ url: `https://a.example/${n}` });
const BAD_LINK = { url: 'data:text/html,x' };

describe('the smallest thing goes', () => {
  it('a field that may be absent', () => {
    const { value, lines } = readEnterprise({ tagline: 3, people: -1, edition: 'Een' });
    assert.equal(value.name, 'Naam');
    for (const field of ['tagline', 'people', 'edition']) assert.ok(!(field in value), field);
    assert.deepEqual(lines, ['/tagline wrong-type', '/edition bad-id', '/people out-of-range']);
  });

  it('null is no value', () => {
    const { value, lines } = readEnterprise({ tagline: null, links: null, status: null });
    assert.deepEqual([value.tagline, value.links, value.status], [undefined, [], 'unknown']);
    assert.deepEqual(lines, ['/tagline wrong-type', '/status unknown-value', '/links wrong-type']);
  });

  it('an unknown value becomes the fallback', () => {
    const { value, issues } = readEnterprise({ status: 'booming' });
    assert.equal(value.status, 'unknown');
    assert.deepEqual(issues, [{ pointer: '/status', code: 'unknown-value', params: { value: 'booming' } }]);
  });

  it('an entry of a list, whatever its place', () => {
    const { value, lines } = readEnterprise({ links: [BAD_LINK, link(1), 3, link(2), BAD_LINK] });
    assert.deepEqual(value.links, [link(1), link(2)]);
    assert.deepEqual(lines, ['/links/0/url bad-address', '/links/2 wrong-type', '/links/4/url bad-address']);
  });

  it('a list that is none', () => {
    const { value, lines } = readEnterprise({ links: link(1) });
    assert.deepEqual(value.links, []);
    assert.deepEqual(lines, ['/links wrong-type']);
  });

  it('a group of fields whose required field is missing', () => {
    const { value, lines } = readEnterprise({
      image: { alt: 'Een tafel' },
      place: { name: 'Plein', lat: 91, lon: 5 },
    });
    assert.ok(!('image' in value));
    assert.deepEqual(value.place, { name: 'Plein', lon: 5 });
    assert.deepEqual(lines, ['/image/src missing', '/place/lat out-of-range']);
  });

  it('and deep inside', () => {
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
    assert.equal(feed.oasis.steps.length, 1);
    assert.deepEqual(feed.oasis.steps[0].activities, [
      { id: 'kijken', title: 'Kijken', hints: [{ text: 'Kijk' }] },
    ]);
    assert.deepEqual(lines, [
      '/oasis/steps/0/activities/0/title missing',
      '/oasis/steps/0/activities/1/minutes/min out-of-range',
      '/oasis/steps/0/activities/1/hints/0/text bad-text',
      '/oasis/steps/1/id bad-id',
    ]);
  });

  it('the entry itself where a required field is missing, with everything that is wrong', () => {
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

  it('the object where it cannot stay', () => {
    const { feed, lines } = read({ programme: { summary: 'Zonder titel' } });
    assert.equal(feed.programme, undefined);
    assert.deepEqual(lines, ['/programme/title missing', '/programme item-dropped']);
  });

  it('of the same id in a list inside an entry, the first stays', () => {
    const steps = [
      { id: 'een', name: 'Eerste' },
      { id: 'een', name: 'Tweede' },
    ];
    const { feed, issues } = read({ oasis: { title: 'Oasis', steps } });
    assert.deepEqual(
      feed.oasis.steps.map(({ name }) => name),
      ['Eerste'],
    );
    assert.deepEqual(issues, [{ pointer: '/oasis/steps/1', code: 'duplicate-id', params: { id: 'een' } }]);
  });
});

describe('what is too long is cut', () => {
  it('a text, to its limit with the mark of a cut', () => {
    const { value, issues } = readEnterprise({ name: 'n'.repeat(201) });
    assert.equal(value.name, `${'n'.repeat(199)}…`);
    assert.equal(issues[0].code, 'too-long');
    assert.equal(issues[0].params.max, 200);
  });

  it('not a text of just that length', () => {
    const { value, lines } = readEnterprise({ name: 'n'.repeat(200), description: 'd'.repeat(5_000) });
    assert.equal(value.name.length, 200);
    assert.deepEqual(lines, []);
  });

  it('only the language that is too long', () => {
    const { value } = readEnterprise({ name: { nl: 'n'.repeat(201), en: 'Short' } });
    assert.deepEqual(value.name, { nl: `${'n'.repeat(199)}…`, en: 'Short' });
  });

  it('never through the middle of a sign', () => {
    const { value } = readEnterprise({ name: `${'n'.repeat(198)}😀😀` });
    assert.equal(value.name, `${'n'.repeat(198)}…`);
  });

  it('a list, and it still loses what does not fit', () => {
    const links = [BAD_LINK, ...Array.from({ length: 60 }, (_, n) => link(n))];
    const { value, lines } = readEnterprise({ links });
    assert.deepEqual(value.links, links.slice(1, 50));
    assert.deepEqual(lines, ['/links too-many', '/links/0/url bad-address']);
  });
});
