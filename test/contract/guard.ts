/** Errors thrown while a widget updates stay inside: the fallback is in sight until an update succeeds again. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { expectAccessible } from '../support/browser/accessible.js';
import { mount } from '../support/browser/page.js';
import { silentPlace } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { textOf } from '../support/browser/tree.js';
import { create, idle, put, putReady, says, slotted, WORDS, type Subject } from './subject.js';

/** Labels of a page that throw when they are read. */
const throwingLabels = (): object => ({
  get heading(): string {
    throw new Error('a getter of the page');
  },
});

/** Built-ins that old libraries replace, or that a browser has wrong: on the way from the feed to the page. */
const BROKEN: Readonly<Record<string, () => () => void>> = {
  'performance.now': () => replace(Performance.prototype, 'now', thrower),
  'Intl.PluralRules': () => replace(Intl, 'PluralRules', Thrower),
  'Intl.DateTimeFormat': () => replace(Intl, 'DateTimeFormat', Thrower),
  'Intl.DisplayNames': () => replace(Intl, 'DisplayNames', Thrower),
  Intl: () => replace(window, 'Intl', undefined),
  MutationObserver: () => replace(window, 'MutationObserver', Thrower),
  ResizeObserver: () => replace(window, 'ResizeObserver', Thrower),
};

const thrower = (): never => {
  throw new Error('a broken built-in');
};

class Thrower {
  constructor() {
    thrower();
  }
}

/** Replaces a member of an object; the function that comes back undoes it. */
function replace(object: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(object, name)!;
  Object.defineProperty(object, name, { ...before, value });
  return () => void Object.defineProperty(object, name, before);
}

export function guardContract(subject: Subject): void {
  for (const [name, breakIt] of Object.entries(BROKEN))
    it(`R27: with a broken ${name} shows its feed or its fallback, and its feed once that is whole`, async () => {
      const told = collectConsole();
      const widget = create(subject, {}, slotted('Bel ons.'));
      const place = await mount(html`<div></div>`);
      const mend = breakIt();
      try {
        place.append(widget);
        await widget.updateComplete;
        widget.data = subject.feed;
        await widget.updateComplete;
        await idle();
        await widget.updateComplete;
      } finally {
        mend();
      }
      const words = textOf(widget);
      expect(words.includes(subject.shows) !== words.includes('Bel ons.'), words).to.equal(true);
      expect(words).not.to.include(WORDS.loading);
      for (const line of told)
        expect(line).to.match(
          new RegExp(`^error: \\[ceal-widgets\\] <${subject.tag}> could not be rendered: `),
        );
      expect(told.length).to.be.at.most(1);
      widget.parentElement!.append(widget);
      widget.data = { ...subject.feed };
      await says(widget, subject.shows);
      expect(textOf(widget)).not.to.include('Bel ons.');
    });

  it('R27: shows its fallback when reading a feed that has come throws, and the feed when it comes again', async () => {
    const told = collectConsole();
    const place = silentPlace();
    const widget = await put(subject, { src: place.address }, slotted('Bel ons.'));
    expect(textOf(widget)).to.include(WORDS.loading);
    const mend = replace(Array.prototype, 'every', thrower);
    place.respond(Response.json(subject.feed));
    await widget.refresh();
    await new Promise((resolve) => setTimeout(resolve));
    mend();
    expect(textOf(widget)).to.include('Bel ons.').and.not.include(WORDS.loading);
    expect(told).to.have.length(1);
    place.answer = () => Response.json({ ...subject.feed, updated: '2026-01-06' });
    await widget.refresh();
    await says(widget, subject.shows);
  });

  describe('when an update throws', () => {
    it('shows what the page holds inside the widget, and names itself once in the console', async () => {
      const told = collectConsole();
      const widget = await putReady(subject, {}, slotted('Bel ons.'));
      widget.labels = throwingLabels();
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Bel ons.').and.not.include(subject.shows);
      widget.requestUpdate();
      await widget.updateComplete;
      expect(told.filter((line) => line.startsWith('error'))).to.deep.equal([
        `error: [ceal-widgets] <${subject.tag}> could not be rendered: Error: a getter of the page`,
      ]);
    });

    it('says so in the language of the page where the page holds nothing', async () => {
      collectConsole();
      const widget = await putReady(subject, { lang: 'nl', labels: throwingLabels() });
      expect(textOf(widget)).to.equal(WORDS.failed);
      await expectAccessible(widget);
    });

    it('shows its feed again with the next update that succeeds', async () => {
      collectConsole();
      const widget = await put(subject, { labels: throwingLabels() }, slotted('Bel ons.'));
      widget.data = subject.feed;
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Bel ons.');
      widget.labels = undefined;
      await widget.updateComplete;
      expect(textOf(widget)).to.include(subject.shows).and.not.include('Bel ons.');
    });
  });
}
