/** Every road by which a feed comes to a widget, which of them wins, and that changes are followed. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { mount } from '../support/browser/page.js';
import { placeOf } from '../support/browser/network.js';
import { textOf } from '../support/browser/tree.js';
import { create, put, putInFeed, renamed, says, script, WORDS, type Subject } from './subject.js';

export function dataContract(subject: Subject): void {
  const { feed, shows } = subject;

  describe('takes its feed', () => {
    it('as an object', async () => {
      await says(await put(subject, { data: feed }), shows);
    });

    it('as JSON text', async () => {
      const widget = await put(subject);
      widget.data = JSON.stringify(feed);
      await says(widget, shows);
    });

    it('as JSON in an attribute', async () => {
      await says(await put(subject, { data: ` ${JSON.stringify(feed)}\n` }), shows);
    });

    it('from an address', async () => {
      await says(await put(subject, { src: ` ${placeOf(feed).address} ` }), shows);
    });

    it('from a script inside it', async () => {
      await says(await put(subject, {}, script(feed)), shows);
    });

    it('from the <ceal-feed> around it', async () => {
      await says((await putInFeed(subject, { data: feed })).widget, shows);
    });

    it('from the nearest <ceal-feed>', async () => {
      const { widget, feed: near } = await putInFeed(subject, { data: feed });
      const far = await mount<HTMLElement>(
        html`<ceal-feed .data=${renamed(subject, 'Ver weg')}></ceal-feed>`,
      );
      far.append(near);
      await says(widget, shows);
      expect(textOf(widget)).not.to.include('Ver weg');
    });

    it('from a <ceal-feed> across a shadow root', async () => {
      const { feed: outer } = await putInFeed(subject, { data: feed });
      const inner = document.createElement('div');
      outer.append(inner);
      const widget = create(subject);
      inner.attachShadow({ mode: 'open' }).append(widget);
      await widget.updateComplete;
      await says(widget, shows);
    });
  });

  it('prefers data to src, src to a script, and a script to <ceal-feed>', async () => {
    const { widget } = await putInFeed(subject, { data: renamed(subject, 'Van de context') });
    await says(widget, 'Van de context');
    const inline = script(renamed(subject, 'Van het script'));
    widget.append(inline);
    await says(widget, 'Van het script');
    widget.src = placeOf(renamed(subject, 'Van het adres')).address;
    await says(widget, 'Van het adres');
    widget.data = renamed(subject, 'Van de data');
    await says(widget, 'Van de data');
    widget.data = undefined;
    await says(widget, 'Van het adres');
    widget.removeAttribute('src');
    widget.src = undefined;
    await says(widget, 'Van het script');
    inline.remove();
    await says(widget, 'Van de context');
  });

  describe('follows', () => {
    it('new data', async () => {
      const widget = await put(subject, { data: feed });
      widget.data = renamed(subject, 'Iets nieuws');
      await says(widget, 'Iets nieuws');
      widget.data = undefined;
      await says(widget, WORDS.noFeed);
    });

    it('another address', async () => {
      const widget = await put(subject, { src: placeOf(feed).address });
      await says(widget, shows);
      widget.setAttribute('src', placeOf(renamed(subject, 'Elders')).address);
      await says(widget, 'Elders');
    });

    it('what is new at the same address, when asked again', async () => {
      const place = placeOf(feed);
      const widget = await put(subject, { src: place.address });
      await says(widget, shows);
      place.answer = () => Response.json(renamed(subject, 'Vers'));
      await widget.refresh();
      await says(widget, 'Vers');
    });

    it('a script that changes', async () => {
      const inline = script(feed);
      const widget = await put(subject, {}, inline);
      await says(widget, shows);
      inline.textContent = JSON.stringify(renamed(subject, 'Herschreven'));
      await says(widget, 'Herschreven');
    });

    it('a <ceal-feed> that changes', async () => {
      const { widget, feed: around } = await putInFeed(subject, { data: feed });
      await says(widget, shows);
      around.data = renamed(subject, 'Iets nieuws');
      await says(widget, 'Iets nieuws');
    });

    it('the <ceal-feed> it is moved to, and none', async () => {
      const { widget } = await putInFeed(subject, { data: feed });
      const { feed: other } = await putInFeed(subject, { data: renamed(subject, 'Hiernaast') });
      await says(widget, shows);
      other.append(widget);
      await says(widget, 'Hiernaast');
      other.parentElement!.append(widget);
      await says(widget, WORDS.noFeed);
    });
  });

  it('asks an address once, however many widgets want it', async () => {
    const place = placeOf(feed);
    const widgets = await Promise.all([1, 2, 3].map(() => put(subject, { src: place.address })));
    await Promise.all(widgets.map((widget) => says(widget, shows)));
    expect(place.asked).to.equal(1);
  });
}
