/** The parameters of a frame page, and the addresses that a site allows in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowedAddress, OWN_ORIGIN, readAllowed } from '../../../src/embed/frame/files/allowed.js';
import { framedAttributes, readParameters } from '../../../src/embed/frame/page/parameters.js';

const KNOWN = ['src', 'page-size', 'heading', 'scheme'];
const attributesOf = (search: string) => Object.fromEntries(readParameters(search, KNOWN).attributes);

describe('the parameters of a frame page', () => {
  for (const [what, search, expected] of [
    [
      'are the attributes that the widget has',
      '?src=/feed.json&page-size=6',
      { src: '/feed.json', 'page-size': '6' },
    ],
    ['are none without a query', '', {}],
    ['take the first of two', '?src=/a.json&src=/b.json&SRC=/c.json', { src: '/a.json' }],
    ['may be written in capitals, with blanks around', '?%20Page-Size=%206%20', { 'page-size': '6' }],
    ['may be empty', '?heading', { heading: '' }],
    ['keep markup as text', '?heading=%3Cimg%20src%3Dx%3E', { heading: '<img src=x>' }],
    ['are not what no widget has', '?onclick=alert(1)&style=x&id=y&innerHTML=z', {}],
    ['are not what every object has', '?__proto__=x&constructor=y&toString=z', {}],
    ['are not far too long', `?heading=${'x'.repeat(10_000)}&page-size=6`, { 'page-size': '6' }],
    ['bear a damaged query', '?src=%E0%A4%A&heading=%', { src: '\ufffd%A', heading: '%' }],
  ] as const)
    it(what, () => assert.deepEqual(attributesOf(search), expected));

  it('say the language and the direction apart', () => {
    const { lang, dir, attributes } = readParameters('?lang=en&dir=RTL&src=x', KNOWN);
    assert.deepEqual([lang, dir, [...attributes]], ['en', 'rtl', [['src', 'x']]]);
    assert.deepEqual(
      [readParameters('?dir=up&lang=', KNOWN).dir, readParameters('?lang=', KNOWN).lang],
      [undefined, undefined],
    );
  });

  it('are nothing by which a page speaks in the name of the site', () =>
    assert.deepEqual(
      framedAttributes([
        'src',
        'data',
        'labels',
        'controller',
        'controller-contact',
        'hidden-fields',
        'endpoint',
      ]),
      ['src', 'endpoint'],
    ));
});

const PAGE = 'https://site.example/ceal/embed/signup-form.html?lang=nl';
const allowedIn = (feeds: readonly string[], name: string, address: string) =>
  allowedAddress(name, address, { feeds, forms: [] }, PAGE);

describe('an address in a parameter', () => {
  for (const [feeds, address, expected] of [
    [['/'], '/feed.json', 'https://site.example/feed.json'],
    [['/'], ' ../feed.json ', 'https://site.example/ceal/feed.json'],
    [['../feeds/'], '../feeds/a.json', 'https://site.example/ceal/feeds/a.json'],
    [['../feeds'], '../feeds/a.json', 'https://site.example/ceal/feeds/a.json'],
    [['../feed.json'], '../feed.json?v=2', 'https://site.example/ceal/feed.json?v=2'],
    [['https://data.example'], 'https://data.example/a/b.json', 'https://data.example/a/b.json'],
    [['https://data.example:443/a/'], 'https://DATA.example/a/b.json', 'https://data.example/a/b.json'],
  ] as const)
    it(`is allowed: ${address} by ${feeds.join()}`, () =>
      assert.equal(allowedIn(feeds, 'src', address), expected));

  for (const [feeds, address] of [
    [['/'], 'https://elsewhere.example/feed.json'],
    [['/'], '//elsewhere.example/feed.json'],
    [['/'], '\\\\elsewhere.example/feed.json'],
    [['/'], 'http://site.example/feed.json'],
    [['/'], 'https://site.example:8443/feed.json'],
    [['/'], 'https://site.example@elsewhere.example/feed.json'],
    [['/'], 'https://name:word@site.example/feed.json'],
    [['/'], 'https://site.example.elsewhere.example/feed.json'],
    [['/'], 'javascript:alert(1)'],
    [['/'], 'java\nscript:alert(1)'],
    [['/'], 'data:application/json,{}'],
    [['/'], 'blob:https://site.example/0'],
    [['/'], 'https://'],
    [['/'], ''],
    [['../feeds/'], '../feeds/../uploads/a.json'],
    [['../feeds/'], '../feeds/%2e%2e/uploads/a.json'],
    [['../feeds/'], '../feeds/..%2fuploads/a.json'],
    [['../feeds/'], '../feeds/..%5Cuploads/a.json'],
    [['../feeds/'], '../feeds/..%252fuploads/a.json'],
    [['../feeds/'], '../feeds/%252e%252e/uploads/a.json'],
    [['../feeds/'], '../feeds/..;/uploads/a.json'],
    [['../feeds'], '../feeds-of-others/a.json'],
    [['javascript:'], 'javascript:alert(1)'],
    [['mailto:a@site.example'], 'mailto:a@site.example'],
    [[], '/feed.json'],
  ] as const)
    it(`is not allowed: ${JSON.stringify(address)} by “${feeds.join()}”`, () =>
      assert.equal(allowedIn(feeds, 'src', address), undefined));

  it('of a form is allowed by the list for forms', () => {
    const lists = { feeds: ['https://data.example/'], forms: ['https://desk.example/signups'] };
    const ask = (name: string, address: string) => allowedAddress(name, address, lists, PAGE);
    for (const name of ['endpoint', 'availability', 'privacy-href']) {
      assert.equal(ask(name, 'https://desk.example/signups'), 'https://desk.example/signups');
      assert.equal(ask(name, 'https://data.example/signups'), undefined);
    }
    assert.equal(ask('calendar-src', 'https://data.example/p.ics'), 'https://data.example/p.ics');
  });

  it('in an attribute that holds none is not looked at', () =>
    assert.equal(allowedAddress('__proto__', '/x', OWN_ORIGIN, PAGE), undefined));
});

describe('allowed.json', () => {
  it('holds two lists, of which each may be left out', () => {
    assert.deepEqual(readAllowed('{"feeds":["/"]}'), { feeds: ['/'], forms: [] });
    assert.deepEqual(readAllowed('{}'), { feeds: [], forms: [] });
  });

  for (const text of ['', 'null', '[]', '["/"]', '{"feeds":"/"}', '{"feeds":[1]}', '<!doctype html>'])
    it(`is damaged: ${text}`, () => assert.equal(readAllowed(text), undefined));
});
