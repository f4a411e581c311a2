/**
 * A page whose markup a server wrote and a framework makes its own: it compares each element with what it wrote, and
 * takes what is different for a mistake.
 */
import { expect } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import { mount } from '../support/browser/page.js';
import { placeOf } from '../support/browser/network.js';
import { textOf } from '../support/browser/tree.js';
import { create, idle, rootOf, says, slotted, type Subject, type Widget } from './subject.js';

/** Values that are not what an element begins with. */
const VALUES: Readonly<Record<string, string>> = {
  scheme: 'dark',
  layout: 'list',
  printAs: 'overview',
  mode: 'facilitator',
  view: 'history',
  images: 'none',
};

/** An element as a framework wrote it. */
const written = (widget: Widget) => (widget.cloneNode(true) as Element).outerHTML;

/** The element before its class is there: what a page sets then lies on the element itself. */
const beforeUpgrade = (subject: Subject) =>
  document.implementation.createHTMLDocument('').createElement(subject.tag) as Widget;

export function hydratedContract(subject: Subject): void {
  describe('E18, E19: in a page that a framework makes its own', () => {
    for (const attributes of [{}, { 'structured-data': '', 'language-switch': '', debug: '', reserve: '9' }])
      it(`changes neither its attributes nor its children (${Object.keys(attributes).join(' ')})`, async () => {
        const widget = create(subject, attributes, slotted('Bel ons.'), slotted('Vooraf', 'intro'));
        widget.setAttribute('src', placeOf(subject.feed).address);
        const before = written(widget);
        (await mount(html`<div></div>`)).append(widget);
        await says(widget, subject.shows);
        await idle();
        await widget.refresh();
        await widget.updateComplete;
        expect(written(widget)).to.equal(before);
      });

    it('changes them for no property that is set', async () => {
      const widget = create(subject, { data: subject.feed });
      const before = written(widget);
      (await mount(html`<div></div>`)).append(widget);
      const { elementProperties } = widget.constructor as typeof LitElement;
      for (const [name, value] of Object.entries(VALUES))
        if (elementProperties.has(name)) Object.assign(widget, { [name]: value });
      await widget.updateComplete;
      await idle();
      expect(written(widget)).to.equal(before);
      expect(getComputedStyle(rootOf(widget)).colorScheme).to.equal('dark');
    });

    it('takes the properties that were set before its class came', async () => {
      const widget = beforeUpgrade(subject);
      Object.assign(widget, { data: subject.feed, heading: 'Van de pagina', headingLevel: 4 });
      (await mount(html`<div></div>`)).append(document.adoptNode(widget));
      await says(widget, subject.shows);
      expect(textOf(rootOf(widget).querySelector('h4')!)).to.equal('Van de pagina');
      widget.heading = 'Iets anders';
      await says(widget, 'Iets anders');
    });
  });
}
