/// <reference types="mocha" />
/** Two copies on one page: the first one stays, and a second of another version says so. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { CealFeed } from '../../src/ceal-feed/ceal-feed.js';
import { defineElement } from '../../src/element/define.js';
import { define } from '../../src/element/define-prefixed.js';
import { CealEnterpriseGallery } from '../../src/enterprise-gallery/enterprise-gallery.js';
import { VERSION } from '../../src/version.js';
import { mount, until } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { textOf } from '../support/browser/tree.js';

/** Puts an element of another copy on the page; one that is too old to say its version has none. */
function present(tag: string, version?: string): CustomElementConstructor {
  const element = class extends HTMLElement {};
  if (version) Object.defineProperty(element, Symbol.for('ceal-widgets/version'), { value: version });
  customElements.define(tag, element);
  return element;
}

it('the first copy stays, in silence where it is the same', () => {
  const told = collectConsole();
  const [first, second] = [class extends HTMLElement {}, class extends HTMLElement {}];
  defineElement('ceal-same', first);
  defineElement('ceal-same', second);
  expect(customElements.get('ceal-same') === first).to.equal(true);
  expect(told).to.deep.equal([]);
});

it('a copy of another version stays too, and ours says so once, with both versions', () => {
  const told = collectConsole();
  const older = [present('ceal-older', '0.0.1'), present('ceal-unknown')];
  defineElement('ceal-older', class extends HTMLElement {});
  defineElement('ceal-unknown', class extends HTMLElement {});
  expect(['ceal-older', 'ceal-unknown'].map((tag) => customElements.get(tag))).to.deep.equal(older);
  expect(told).to.deep.equal([
    `warn: [ceal-widgets] <ceal-older> is already there in version 0.0.1; version ${VERSION} was not used.`,
  ]);
});

describe('under a prefix', () => {
  const FEED = { version: '1.0', id: 'proef', enterprises: [{ id: 'soep', name: 'Soep van overschot' }] };

  it('a feed and a widget find each other, and none of ours is registered', async () => {
    define({ 'enterprise-gallery': CealEnterpriseGallery, feed: CealFeed }, { prefix: 'wijk' });
    const feed = await mount<CealFeed>(
      html`<wijk-feed .data=${FEED}><wijk-enterprise-gallery></wijk-enterprise-gallery></wijk-feed>`,
    );
    const gallery = feed.querySelector<CealEnterpriseGallery>('wijk-enterprise-gallery')!;
    await until(gallery, () => textOf(gallery).includes('Soep van overschot'));
    expect(['ceal-feed', 'ceal-enterprise-gallery'].map((tag) => customElements.get(tag))).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('a class may be registered more than once; a name that is taken stays', () => {
    define({ feed: CealFeed }, { prefix: 'een' });
    const first = customElements.get('een-feed');
    define({ feed: CealFeed }, { prefix: 'twee' });
    define({ feed: CealFeed }, { prefix: 'een' });
    expect([customElements.get('een-feed'), customElements.get('twee-feed') !== undefined]).to.deep.equal([
      first,
      true,
    ]);
  });

  it('a prefix that makes no name is an error for whoever calls', () => {
    expect(() => define({ feed: CealFeed }, { prefix: 'Met Spatie' })).to.throw(DOMException);
  });
});
