/**
 * For the end-to-end tests of the form: the partner pages with a stand-in for the receiver, a browser, and a form as its
 * visitor has it.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { nl } from '../../../src/signup-form/submission/locales/nl.js';
import { startHosts } from '../../hosts/server.js';
import { launch, openPage, reopenPage } from './browser.js';
import { standIn, type StandIn } from './stand-in.js';
import { until } from './visit.js';

const FORM = 'ceal-signup-form';

type Hosts = Awaited<ReturnType<typeof startHosts>>;
type OpenOptions = NonNullable<Parameters<typeof openPage>[2]>;
type Opened = Awaited<ReturnType<typeof openPage>>;

/** A visitor on a page of their own. */
export interface Visit extends Visitor {
  readonly page: Page;
  readonly seen: Opened['seen'];
  close(): Promise<void>;
}

export interface SignupSite {
  hosts: Hosts;
  browser: Browser;
  /** Holds nothing yet when a test begins. */
  receiver: StandIn;
  visit: Visit;
  open(path?: string, options?: OpenOptions): Promise<Visit>;
  /** Waits until the visitor is told that it is stored; then it is stored once. */
  storedOnce(): Promise<void>;
  nothingLost(): Promise<void>;
}

/** A site and a browser, and for every test a receiver and a page with nothing in it. */
export function signupSite({
  path = '/gemeente/',
  ...options
}: OpenOptions & { path?: string } = {}): SignupSite {
  const site = {
    open: (at = path, more = options) => open(site, at, more),
    async storedOnce() {
      await site.visit.says(nl.done);
      assert.equal(site.receiver.stored.size, 1);
    },
    async nothingLost() {
      assert.equal(await site.visit.value('name'), 'Noor Voorbeeld');
      assert.equal(await site.visit.value('email'), 'noor@example.org');
    },
  } as SignupSite;
  before(async () => {
    const receiver: StandIn['handle'] = (...exchange) => site.receiver.handle(...exchange);
    [site.hosts, site.browser] = await Promise.all([startHosts({ port: 0, receiver }), launch()]);
  });
  beforeEach(async () => {
    site.receiver = standIn();
    if (!site.visit) return void (site.visit = await site.open());
    await site.visit.page.setOfflineMode(false);
    await reopenPage(site.visit, site.hosts.url + path);
    await site.visit.ready();
  });
  after(() => Promise.all([site.browser?.close(), site.hosts?.close()]));
  return site;
}

/** A page with a form, as its visitor has it. */
async function open({ browser, hosts }: SignupSite, path: string, options: OpenOptions): Promise<Visit> {
  const { page, seen } = await openPage(browser, hosts.url + path, options);
  const visit = { page, seen, ...visitorOf(page), close: () => page.browserContext().close() };
  await visit.ready();
  return visit;
}

export interface Visitor {
  /** A handle on a part of the form; it must be there. */
  part(selector: string): Promise<ElementHandle>;
  /** The text of the form in sight. */
  words(): Promise<string>;
  click(selector: string): Promise<void>;
  type(name: string, text: string): Promise<void>;
  ready(): Promise<unknown>;
  /** Waits until the form says something. */
  says(text: string): Promise<unknown>;
  value(name: string): Promise<string>;
  /** Sets an attribute of the form. */
  set(name: string, value: string): Promise<void>;
  fill(): Promise<void>;
  send(): Promise<void>;
  /** Presses a button by its name. */
  press(name: string): Promise<void>;
}

/** A visitor of the form in a page or a frame. */
export function visitorOf(place: Page | Frame): Visitor {
  // One message to the page: a handle found by a selector of Puppeteer takes ten.
  const find = async (selector: string) => {
    const handle = await place.evaluateHandle(
      (form, wanted) => document.querySelector(form)?.shadowRoot?.querySelector(wanted),
      FORM,
      selector,
    );
    return handle.asElement() as ElementHandle<Element> | null;
  };
  const part = async (selector: string) => {
    const found = await find(selector);
    assert.ok(found, `There is no ${selector}.`);
    return found;
  };
  const words = () =>
    place.evaluate((form) => {
      const root = document.querySelector(form)?.shadowRoot?.querySelector<HTMLElement>('[part~=root]');
      return (root?.innerText ?? '').replace(/\s+/g, ' ');
    }, FORM);
  const click = async (selector: string) => (await part(selector)).click();
  const type = async (name: string, text: string) => (await part(`[name="${name}"]`)).type(text);
  /** Enters a text in one go, as a browser that fills in a form does. */
  const insert = async (name: string, text: string) => {
    const field = await part(`[name="${name}"]`);
    await field.focus();
    await field.frame.page().keyboard.sendCharacter(text);
  };
  return {
    part,
    words,
    click,
    type,
    ready: () => until(() => find('[part~=form]'), 'the form'),
    says: (text) => until(async () => (await words()).includes(text), `“${text}”`),
    value: async (name) =>
      (await part(`[name="${name}"]`)).evaluate((input) => (input as HTMLInputElement).value),
    set: (name, value) =>
      place.$eval(FORM, (form, ...attribute) => form.setAttribute(...attribute), name, value),
    async fill() {
      await insert('name', 'Noor Voorbeeld');
      await insert('email', 'noor@example.org');
      await click('[name=roles]');
      await click('[name=oldEnough]');
    },
    send: () => click('[part~=send]'),
    async press(name) {
      const form = await place.$(FORM);
      const button = await form?.$(`::-p-aria([role="button"][name="${name}"])`);
      assert.ok(button, `There is no button “${name}”.`);
      await button.click();
    },
  };
}
