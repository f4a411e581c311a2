/** Errors thrown while a widget updates stay inside: the fallback is in sight until an update succeeds again. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/browser/accessible.js';
import { collectConsole } from '../support/browser/quiet.js';
import { textOf } from '../support/browser/tree.js';
import { put, putReady, slotted, WORDS, type Subject } from './subject.js';

/** Labels of a page that throw when they are read. */
const throwingLabels = (): object => ({
  get heading(): string {
    throw new Error('a getter of the page');
  },
});

export function guardContract(subject: Subject): void {
  describe('when an update throws', () => {
    it('shows what the page holds inside the widget, and names itself once in the console', async () => {
      const told = collectConsole();
      const widget = await putReady(subject, {}, slotted('Bel ons.'));
      widget.labels = throwingLabels();
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Bel ons.').and.not.include(subject.shows);
      widget.requestUpdate();
      await widget.updateComplete;
      expect(told).to.deep.equal([
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
