/**
 * For the end-to-end tests of the form: the partner pages with a stand-in for the receiver, a browser, and a form as its
 * visitor has it.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { startHosts } from '../../hosts/server.js';
import { until } from './visit.js';
import { launch, openPage } from './browser.js';
import { standIn } from './stand-in.js';

const FORM = 'ceal-signup-form';
export const UNSURE = 'We weten niet of je aanmelding is aangekomen';
export const DONE = 'Gelukt, je bent aangemeld';

/** A site, a browser, and for every test a receiver that holds nothing yet and a page. */
export function signupSite({ path = '/gemeente/', ...options } = {}) {
  const site = {
    open: (at = path, more = options) => open(site, at, more),
    /** What is stored in the end, when the visitor is told that it is. */
    async storedOnce() {
      await site.visit.says(DONE);
      assert.equal(site.receiver.stored.size, 1);
    },
    async nothingLost() {
      assert.equal(await site.visit.value('name'), 'Noor Voorbeeld');
      assert.equal(await site.visit.value('email'), 'noor@example.org');
    },
  };
  before(async () => {
    const receiver = (...exchange) => site.receiver.handle(...exchange);
    [site.hosts, site.browser] = await Promise.all([startHosts({ port: 0, receiver }), launch()]);
  });
  beforeEach(async () => {
    site.receiver = standIn();
    site.visit = await site.open();
  });
  afterEach(() => site.visit?.close());
  after(() => Promise.all([site.browser?.close(), site.hosts?.close()]));
  return site;
}

/** A page with a form, as its visitor has it. */
async function open({ browser, hosts }, path, options) {
  const { page, seen } = await openPage(browser, hosts.url + path, options);
  const visitor = { page, seen, ...visitorOf(page), close: () => page.browserContext().close() };
  await visitor.ready();
  return visitor;
}

/** What a visitor does and sees in a form; `place` is a page or a frame. */
export function visitorOf(place) {
  const part = (selector) => place.$(`${FORM} >>> ${selector}`);
  const words = () =>
    place.$eval(FORM, (form) =>
      (form.shadowRoot?.querySelector('[part~=root]')?.innerText ?? '').replace(/\s+/g, ' '),
    );
  const click = async (selector) => (await part(selector)).click();
  const type = async (name, text) => (await part(`[name="${name}"]`)).type(text);
  return {
    part,
    words,
    click,
    type,
    ready: () => until(() => part('[part~=form]'), 'the form'),
    says: (text) => until(async () => (await words()).includes(text), `“${text}”`),
    value: (name) => place.$eval(`${FORM} >>> [name="${name}"]`, (input) => input.value),
    set: (name, value) => place.$eval(FORM, (form, ...pair) => form.setAttribute(...pair), name, value),
    async fill() {
      await type('name', 'Noor Voorbeeld');
      await type('email', 'noor@example.org');
      await click('[name=roles]');
      await click('[name=oldEnough]');
    },
    send: () => click('[part~=send]'),
    press: async (name) =>
      (await (await place.$(FORM)).$(`::-p-aria([role="button"][name="${name}"])`)).click(),
  };
}
