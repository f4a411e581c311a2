/// <reference types="mocha" />
/** Two copies on one page: the first one stays, and a second of another version says so. */
import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/element/define.js';
import { VERSION } from '../../src/version.js';
import { collectConsole } from '../support/browser/quiet.js';

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
