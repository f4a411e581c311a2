import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CealGalleryClosedEvent } from '../../src/enterprise-gallery/events.js';
import { act, button } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { FEED } from '../support/browser/feed.js';
import {
  detailOf,
  dialogOf,
  gallery,
  linkOf,
  nameOf,
  names,
  open,
  opened,
  search,
  WORDS,
  type Gallery,
} from '../support/browser/gallery.js';
import { eventually, mount, nextEvent, until } from '../support/browser/page.js';
import { count, focused, one, textOf } from '../support/browser/tree.js';

const SOUP = 'Soep van overschot';
const isModal = (element: Gallery) => dialogOf(element).matches(':modal');

describe('an enterprise opened in place', () => {
  const inline = (setting = {}) => gallery({ detail: 'inline', ...setting });

  it('stands after its card, and has the focus', async () => {
    const element = await inline();
    await open(element, 'Repareertafel');
    expect(opened(element)).to.equal('Repareertafel');
    expect(nameOf(focused()!)).to.equal('Repareertafel');
    expect(linkOf(element, 'Repareertafel').ariaExpanded).to.equal('true');
    const items = [...one(element, '[part~=list]').children].map((item) => item.matches('[part~=card]'));
    expect(items).to.deep.equal([true, true, false, true, true, true]);
    expect(count(element, 'dialog')).to.equal(0);
    await expectAccessible(element);
  });

  it('closes at its name and at its button, and the focus goes back', async () => {
    const element = await inline();
    await open(element, SOUP);
    await open(element, SOUP);
    expect(opened(element)).to.equal('');
    await open(element, SOUP);
    await act(element, () => button(detailOf(element)!, WORDS.close).click());
    await element.updateComplete;
    expect(opened(element)).to.equal('');
    expect(focused() === linkOf(element, SOUP)).to.equal(true);
  });

  it('goes on to the next, with the focus', async () => {
    const element = await inline();
    await open(element, SOUP);
    await act(element, () => button(detailOf(element)!, WORDS.next).click());
    await element.updateComplete;
    expect(opened(element)).to.equal('Repareertafel');
    expect(nameOf(focused()!)).to.equal('Repareertafel');
  });

  it('goes on beyond the page of cards that is shown', async () => {
    const element = await inline({ 'page-size': '1' });
    await open(element, SOUP);
    await act(element, () => button(detailOf(element)!, WORDS.next).click());
    await element.updateComplete;
    expect(opened(element)).to.equal('Repareertafel');
    expect(nameOf(focused()!)).to.equal('Repareertafel');
    expect(names(element)).to.deep.equal([SOUP]);
    await act(element, () => button(detailOf(element)!, WORDS.close).click());
    await element.updateComplete;
    expect(textOf(focused()!)).to.equal('5 ondernemingen');
  });

  it('closes when something else is looked for', async () => {
    const element = await inline();
    await open(element, SOUP);
    const event = nextEvent<CealGalleryClosedEvent>(element, 'ceal-gallery-closed');
    await search(element, 'lamp');
    expect((await event).enterpriseId).to.equal('ex-soep');
    expect(opened(element)).to.equal('');
    await search(element, '');
    expect(opened(element)).to.equal('');
  });
});

describe('a press on a name', () => {
  const pressed = (link: HTMLElement, init: MouseEventInit) => {
    const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init });
    // The browser must not follow the link on this page.
    addEventListener('click', (it) => it.preventDefault(), { once: true });
    let left = true;
    addEventListener('click', (it) => (left = !it.defaultPrevented), { once: true, capture: true });
    const root = link.getRootNode();
    root.addEventListener('click', (it) => (left = !it.defaultPrevented), { once: true });
    link.dispatchEvent(event);
    return left;
  };

  for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])
    it(`is the browser's with ${JSON.stringify(init)}`, async () => {
      const element = await gallery();
      expect(pressed(linkOf(element, SOUP), init)).to.equal(true);
      await element.updateComplete;
      expect(opened(element)).to.equal('');
    });

  it('is the gallery’s otherwise', async () => {
    const element = await gallery();
    expect(pressed(linkOf(element, SOUP), {})).to.equal(false);
  });

  it('asks the page first, which can refuse', async () => {
    const element = await gallery();
    const heard: unknown[] = [];
    document.addEventListener(
      'ceal-gallery-open',
      (event) => {
        heard.push((event as Event & { enterpriseId: string }).enterpriseId, event.composed);
        event.preventDefault();
      },
      { once: true },
    );
    element.addEventListener('ceal-gallery-opened', () => heard.push('opened'));
    await open(element, SOUP);
    expect(opened(element)).to.equal('');
    expect(heard).to.deep.equal(['ex-soep', true]);
  });

  it('tells the page afterwards', async () => {
    const element = await gallery();
    const told = nextEvent(document, 'ceal-gallery-opened');
    await open(element, SOUP);
    expect(await told).to.include({ enterpriseId: 'ex-soep', composed: true, cancelable: false });
  });

  it('can be refused too where it leads to another page', async () => {
    const element = await gallery({ detail: 'link' });
    element.addEventListener('ceal-gallery-open', (event) => event.preventDefault());
    expect(pressed(linkOf(element, SOUP), {})).to.equal(false);
  });
});

describe('open() and close()', () => {
  it('show and hide an enterprise without a word to the page', async () => {
    const element = await gallery();
    const told: string[] = [];
    for (const name of ['ceal-gallery-open', 'ceal-gallery-opened'])
      element.addEventListener(name, () => told.push(name));
    element.open('ex-tuin');
    await element.updateComplete;
    expect(opened(element)).to.equal('Tuin van de buren');
    expect(isModal(element)).to.equal(true);
    element.close();
    await element.updateComplete;
    expect(opened(element)).to.equal('');
    expect(told).to.deep.equal([]);
  });

  it('can follow each other at once: what the dialog tells late of its closing closes nothing anew', async () => {
    const element = await gallery();
    await act(element, () => element.open('ex-tuin'));
    const closed = nextEvent(dialogOf(element), 'close');
    await act(element, () => element.close());
    await act(element, () => element.open('ex-tuin'));
    await closed;
    await element.updateComplete;
    expect(opened(element)).to.equal('Tuin van de buren');
    expect(isModal(element)).to.equal(true);
  });

  it('do nothing for what is not there', async () => {
    const element = await gallery();
    element.close();
    element.open('bestaat-niet');
    await element.updateComplete;
    expect(opened(element)).to.equal('');
    element.close();
    await element.updateComplete;
  });

  it('wait for a feed that is still to come', async () => {
    const element = document.createElement('ceal-enterprise-gallery');
    (await mount(html`<div></div>`)).append(element);
    element.open('ex-tuin');
    element.data = FEED;
    await until(element, () => opened(element) !== '');
    expect(opened(element)).to.equal('Tuin van de buren');
  });
});

describe('what another feed has not', () => {
  const without = (name: string) => ({
    ...FEED,
    enterprises: FEED.enterprises.filter((enterprise) => enterprise.name !== name),
  });

  for (const detail of ['dialog', 'inline'])
    it(`closes (${detail}), has the count in focus, and does not open when the next feed has it again`, async () => {
      const element = await gallery({ detail });
      await open(element, SOUP);
      await act(element, () => (element.data = without(SOUP)));
      await element.updateComplete;
      expect(opened(element)).to.equal('');
      await eventually(() => focused()?.id === 'count');
      const field = document.createElement('input');
      element.after(field);
      field.focus();
      await act(element, () => (element.data = FEED));
      await element.updateComplete;
      expect(names(element)).to.include(SOUP);
      expect(opened(element)).to.equal('');
      expect(focused() === field).to.equal(true);
    });

  it('hands the focus to the heading where a card had it', async () => {
    const element = await gallery();
    linkOf(element, SOUP).focus();
    await act(element, () => (element.data = without(SOUP)));
    await eventually(() => focused()?.localName === 'h2');
  });
});
