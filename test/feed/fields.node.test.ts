/** The field schemas that sections are made of, as feeds are read with them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeUrl } from '../../src/feed/fields.js';
import { BASE, first, read, readEnterprise } from '../support/node/read.js';

/** The name of the scheme alone, so that no tool takes it for an address. */
const SCRIPT = 'javascript';
const SAFE = new Set(['https:', 'http:', 'mailto:', 'tel:']);

describe('an id', () => {
  for (const id of ['a', '0', 'ex-repareertafel', 'a-', `a${'-1'.repeat(31)}b`])
    it(`may be ${JSON.stringify(id)}`, () =>
      assert.equal(read({ themes: [{ id, label: 'Thema' }] }).feed.themes[0]?.id, id));

  for (const id of ['', '-a', 'A', 'é', 'a b', 'a_b', 'a'.repeat(65), 'a\n', '__proto__', 3, ['a'], { a: 1 }])
    it(`may not be ${JSON.stringify(id)}`, () => {
      const { feed, lines } = read({ themes: [{ id, label: 'Thema' }] });
      assert.deepEqual(feed.themes, []);
      assert.deepEqual(lines, ['/themes/0/id bad-id', '/themes/0 item-dropped']);
    });

  it('that is null is missing', () =>
    assert.deepEqual(read({ themes: [{ id: null, label: 'Thema' }] }).lines, [
      '/themes/0/id missing',
      '/themes/0 item-dropped',
    ]));
});

describe('a language', () => {
  for (const language of ['nl', 'en-GB', 'zgh-Tfng-MA', 'NL'])
    it(`may be ${language}`, () => assert.equal(read({ language }).feed.head.language, language));

  for (const language of ['n', 'nl_NL', 'Nederlands', 'nl-', '-nl', 'nl-toolongtag', 'C', 31])
    it(`may not be ${language}`, () => {
      const { feed, lines } = read({ language });
      assert.ok(!('language' in feed.head));
      assert.deepEqual(lines, ['/language bad-language']);
    });
});

describe('a text', () => {
  const nameOf = (name: unknown) => readEnterprise({ name }).value.name;

  it('is one string, trimmed', () => assert.equal(nameOf(' \n Repareertafel\t'), 'Repareertafel'));

  it('is plain: markup stays characters', () =>
    assert.equal(nameOf('<b>x</b> & <script>'), '<b>x</b> & <script>'));

  it('keeps lines, and tabs', () =>
    assert.equal(
      readEnterprise({ description: 'Een\n\nTwee\tDrie' }).value.description,
      'Een\n\nTwee\tDrie',
    ));

  it('loses what turns the direction of the text around it, and control characters', () =>
    assert.equal(nameOf('a\u202eb\u2066c\u2069\u202ad\u0000e\u001ff\u007f'), 'abcdef'));

  it('keeps every script, with the marks that belong in it', () => {
    for (const text of ['مثال', 'İlk ışık', 'می\u200cخواهم', '👩‍🔧 Reparatie', 'a\u200eb'])
      assert.equal(nameOf(text), text);
  });

  it('may be a string for each language', () =>
    assert.deepEqual(nameOf({ nl: ' Tafel ', 'en-GB': 'Table' }), { nl: 'Tafel', 'en-GB': 'Table' }));

  it('passes over what is no language, and languages without text', () => {
    const { value, lines } = readEnterprise({
      name: { nl: 'Tafel', en: '', de: null, nl_BE: 'x', note: 'y' },
    });
    assert.deepEqual(value.name, { nl: 'Tafel' });
    assert.deepEqual(lines, []);
  });

  it('ignores the properties that every object inherits', () => {
    const name: unknown = JSON.parse('{"nl":"Tafel","__proto__":"x","constructor":"y"}');
    const { value } = readEnterprise({ name });
    assert.deepEqual(Object.entries(value.name), [['nl', 'Tafel']]);
    assert.equal(Object.getPrototypeOf(value.name), Object.prototype);
  });

  for (const name of [
    '',
    '   ',
    '\u0000\u202e',
    ' \u200b\u2060\u2063\ufeff ',
    {},
    { nl: '' },
    { nl: 3 },
    { nl_NL: 'x' },
  ])
    it(`is not ${JSON.stringify(name)}`, () =>
      assert.deepEqual(readEnterprise({ name }).lines, ['/name bad-text', 'item-dropped']));

  for (const name of [3, true, ['Tafel']])
    it(`is not ${JSON.stringify(name)}`, () =>
      assert.deepEqual(readEnterprise({ name }).lines, ['/name wrong-type', 'item-dropped']));

  it('that is null is missing', () =>
    assert.deepEqual(readEnterprise({ name: null }).lines, ['/name missing', 'item-dropped']));
});

describe('an address', () => {
  const urlOf = (url: unknown) => first(readEnterprise({ links: [{ url }] }).value.links).url;

  const GOOD = {
    'https://a.example': 'https://a.example/',
    'HTTP://A.example/x': 'http://a.example/x',
    ' https://a.example/ ': 'https://a.example/',
    'mailto:info@a.example': 'mailto:info@a.example',
    'tel:+31301234567': 'tel:+31301234567',
    'foto/tafel.jpg': 'https://feeds.example/wijk/foto/tafel.jpg',
    '../x?y#z': 'https://feeds.example/x?y#z',
    '/x': 'https://feeds.example/x',
    '//a.example/x': 'https://a.example/x',
    '#stap-2': `${BASE}#stap-2`,
    '?q=a@b': `${BASE}?q=a@b`,
    'https://a.example/@b': 'https://a.example/@b',
    'https://xn--caf-dma.example/é': 'https://xn--caf-dma.example/%C3%A9',
  };
  for (const [url, resolved] of Object.entries(GOOD))
    it(`${JSON.stringify(url)} is ${resolved}`, () => assert.equal(urlOf(url), resolved));

  const SCRIPTS = [
    `${SCRIPT}:alert(1)`,
    `${SCRIPT.toUpperCase()}:alert(1)`,
    ` ${SCRIPT}:alert(1)`,
    `\u0000${SCRIPT}:alert(1)`,
    `\u001f${SCRIPT}:alert(1)`,
    'java\nscript:alert(1)',
    'java\tscript\r:alert(1)',
    `${SCRIPT}://a.example/%0aalert(1)`,
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'about:blank',
    'ftp://a.example/',
    'ws://a.example/',
    'view-source:https://a.example',
    'x:y',
  ];
  const CREDENTIALS = [
    'https://u@a.example',
    'https://u:p@a.example',
    'https://:p@a.example',
    '//u@a.example',
    'mailto://u@a.example',
  ];
  const BROKEN = [
    '',
    ' ',
    'https://',
    'https://a b',
    'https://[1',
    'http://a.example:99999',
    `https://a.example/${'x'.repeat(2_000)}`,
  ];
  for (const url of [...SCRIPTS, ...CREDENTIALS, ...BROKEN, 3, { nl: 'https://a.example' }])
    it(`may not be ${JSON.stringify(url).slice(0, 50)}`, () => {
      const { value, lines } = readEnterprise({ links: [{ url }] });
      assert.deepEqual(value.links, []);
      assert.deepEqual(lines, ['/links/0/url bad-address']);
    });

  it('that is null is missing', () =>
    assert.deepEqual(readEnterprise({ links: [{ url: null }] }).lines, ['/links/0/url missing']));

  it('is quoted, shortened, in the issue where it is refused', () => {
    const { issues } = readEnterprise({ links: [{ url: `javascript:${'x'.repeat(100)}` }] });
    assert.equal(first(issues).params['value'], `javascript:${'x'.repeat(69)}`);
  });

  it('is safe, absolute, without credentials and the same when read again, for any text', () => {
    const scheme = fc.constantFrom('javascript', 'https', 'http', 'data', 'mailto', 'tel', 'vbscript', '');
    const signs = fc.string({ unit: fc.constantFrom(...'aA1:/\\@?#.%[]\t\n\r \u0000\u202e') });
    const address = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.tuple(signs, scheme, signs).map((parts) => parts.join('')),
      fc.tuple(signs, scheme, fc.constant(':'), signs).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(address, (text) => {
        const safe = safeUrl(text, BASE);
        if (safe === undefined) return;
        const { protocol, username, password } = new URL(safe);
        assert.ok(SAFE.has(protocol), safe);
        assert.equal(username + password, '');
        assert.equal(safeUrl(safe, 'https://elsewhere.example/'), safe);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a number', () => {
  const peopleOf = (people: unknown) => readEnterprise({ people });
  for (const people of [0, 46, 100_000, -0])
    it(`may be ${people}`, () => assert.equal(peopleOf(people).value.people, people));

  for (const [people, code] of [
    [-1, 'out-of-range'],
    [100_001, 'out-of-range'],
    [1.5, 'wrong-type'],
    [NaN, 'wrong-type'],
    [Infinity, 'wrong-type'],
    ['46', 'wrong-type'],
    [true, 'wrong-type'],
  ])
    it(`may not be ${JSON.stringify(people)}`, () => {
      const { value, lines } = peopleOf(people);
      assert.ok(!('people' in value));
      assert.deepEqual(lines, [`/people ${code}`]);
    });

  it('may have decimals where it measures', () => {
    const place = { name: 'Plein', lat: 52.117, lon: -180 };
    assert.deepEqual(readEnterprise({ place }).value.place, place);
  });
});

describe('a flag', () => {
  it('is true or false', () => assert.equal(readEnterprise({ example: false }).value.example, false));
  for (const flag of ['true', 1, 0])
    it(`may not be ${JSON.stringify(flag)}: an example shows its badge, a draft is hidden`, () => {
      const { value, lines } = readEnterprise({ example: flag });
      assert.equal(value.example, true);
      assert.deepEqual(lines, ['/example wrong-type']);
      assert.deepEqual(read({ enterprises: [{ id: 'a', name: 'A', draft: flag }] }).feed.enterprises, []);
    });
});

describe('a field', () => {
  it('that is absent has its default', () => {
    const { value, lines } = readEnterprise({});
    assert.deepEqual(value, {
      id: 'a',
      name: 'Naam',
      alternateNames: [],
      themes: [],
      status: 'unknown',
      links: [],
      sources: [],
    });
    assert.deepEqual(lines, []);
  });

  it('that is not known is ignored', () => {
    const { value, lines } = readEnterprise({ colour: 'red', 'ceal-own': { a: [1] } });
    assert.ok(!('colour' in value) && !('ceal-own' in value));
    assert.deepEqual(lines, []);
  });
});
