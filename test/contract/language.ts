/** The language of a widget: the page's, whatever it writes there, the page's own words, and the visitor's choice. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { expectAccessible } from '../support/browser/accessible.js';
import { mount, until } from '../support/browser/page.js';
import { all, one, textOf } from '../support/browser/tree.js';
import {
  create,
  EMPTY_FEED,
  put,
  putReady,
  rootOf,
  script,
  WORDS,
  type Subject,
  type Widget,
} from './subject.js';

const ENGLISH_EMPTY = 'There is nothing to see yet.';
const languageOf = (widget: Widget) => rootOf(widget).lang;

export function languageContract(subject: Subject): void {
  const putIn = async (parent: Element | ShadowRoot, setting = {}): Promise<Widget> => {
    const widget = create(subject, { data: EMPTY_FEED, ...setting });
    parent.append(widget);
    await widget.updateComplete;
    return widget;
  };

  describe('speaks', () => {
    it('its own language first', async () => {
      const place = await mount(html`<div lang="nl"></div>`);
      expect(textOf(await putIn(place, { lang: 'en-GB' }))).to.include(ENGLISH_EMPTY);
    });

    it('the nearest one around it', async () => {
      const place = await mount(html`<div lang="nl"><p lang="en"></p></div>`);
      expect(textOf(await putIn(one(place, 'p')))).to.include(ENGLISH_EMPTY);
    });

    it('the one beyond the shadow roots that it stands in', async () => {
      const outer = await mount(html`<div lang="en"></div>`);
      const inner = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).append(inner);
      const widget = await putIn(inner.attachShadow({ mode: 'closed' }));
      expect(languageOf(widget)).to.equal('en');
    });

    it('the one of the document', async () => {
      document.documentElement.lang = 'en';
      const place = await mount(html`<div></div>`);
      const widget = await putIn(place);
      expect(languageOf(widget)).to.equal('en');
      document.documentElement.removeAttribute('lang');
      await until(widget, () => languageOf(widget) === 'nl');
    });

    for (const tag of ['nl_NL', ' nl ', 'NL', 'nl-Latn-NL-u-ca-gregory'])
      it(`Dutch where the page says "${tag}"`, async () => {
        expect(languageOf(await putReady(subject, { lang: tag }))).to.equal('nl');
      });

    for (const tag of ['en_GB', 'EN-us', 'en-GB-oxendict'])
      it(`English where the page says "${tag}"`, async () => {
        expect(languageOf(await putReady(subject, { lang: tag }))).to.equal('en');
      });

    for (const tag of [
      '',
      ' ',
      'C',
      'x',
      'nl-',
      '---',
      'constructor',
      '<nl>',
      '\u0000',
      'i-klingon',
      'q'.repeat(500),
    ])
      it(`a language it has where the page says "${tag.slice(0, 12)}"`, async () => {
        const place = await mount(html`<div lang="en"></div>`);
        const widget = await putIn(place, { lang: tag, data: subject.feed });
        expect(['nl', 'en']).to.include(languageOf(widget));
        expect(textOf(widget)).to.include(subject.shows);
      });

    it('the language of the feed where the page has one that we do not speak', async () => {
      expect(
        languageOf(await putReady(subject, { lang: 'tr', data: { ...EMPTY_FEED, language: 'en' } })),
      ).to.equal('en');
      expect(
        languageOf(await putReady(subject, { lang: 'tr', data: { ...EMPTY_FEED, language: 'ar' } })),
      ).to.equal('nl');
    });

    it('another language as soon as the page does', async () => {
      const place = await mount<HTMLElement>(html`<div lang="nl"></div>`);
      const widget = await putIn(place);
      place.lang = 'en';
      await until(widget, () => textOf(widget).includes(ENGLISH_EMPTY));
      widget.lang = 'nl';
      await until(widget, () => textOf(widget).includes(WORDS.empty));
    });

    it('the language of where it is moved to', async () => {
      const place = await mount(
        html`<div>
          <p lang="nl"></p>
          <section lang="en"></section>
        </div>`,
      );
      const widget = await putIn(one(place, 'p'));
      one(place, 'section').append(widget);
      await until(widget, () => textOf(widget).includes(ENGLISH_EMPTY));
    });
  });

  it('says of words in another language which one it is', async () => {
    const widget = await putReady(subject, { lang: 'en' });
    const holders = all(widget, '*').filter(({ childNodes }) =>
      [...childNodes].some((node) => node instanceof Text && node.data.includes(subject.shows)),
    );
    expect(holders.length).to.be.above(0);
    for (const holder of holders) expect(holder.closest('[lang]')?.getAttribute('lang')).to.equal('nl');
  });

  describe('lets the page choose the words', () => {
    const empty = (...children: Node[]) => put(subject, { data: EMPTY_FEED }, ...children);

    it('with a property', async () => {
      const widget = await empty();
      widget.labels = { empty: 'Nog niets.', emptyHelp: 12, unknown: 'x' };
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Nog niets.').and.include(WORDS.emptyHelp);
    });

    it('with an attribute', async () => {
      const widget = await empty();
      widget.setAttribute('labels', '{"empty":"Nog niets."}');
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Nog niets.');
    });

    it('with a script inside it, which is no feed', async () => {
      const widget = await empty(script({ empty: 'Nog niets.' }, 'data-ceal-labels'));
      expect(textOf(widget)).to.include('Nog niets.');
    });

    it('with a script that changes', async () => {
      const inline = script({ empty: 'Nog niets.' }, 'data-ceal-labels');
      const widget = await empty(inline);
      inline.textContent = '{"empty":"Straks wel."}';
      await until(widget, () => textOf(widget).includes('Straks wel.'));
      inline.remove();
      await until(widget, () => textOf(widget).includes(WORDS.empty));
    });

    it('and is not rendered again when another child changes', async () => {
      const clock = document.createElement('p');
      clock.slot = 'footer';
      const widget = await empty(clock);
      clock.append('12:00');
      // The observer of the children is called before this goes on.
      await Promise.resolve();
      expect(widget.isUpdatePending).to.equal(false);
    });

    it('and keeps its own where they are no words', async () => {
      const zeroForms = [{ other: 'x', zero: 5 }, { other: 'x', zero: {} }, { zero: 'x' }, ['x']];
      const noTerms = [{}, null, ...zeroForms].map((empty) => ({ empty }));
      for (const labels of [null, [], 'x', 3, { toString: 'x' }, ...noTerms]) {
        const widget = await empty();
        widget.labels = labels;
        await widget.updateComplete;
        expect(textOf(widget)).to.include(WORDS.empty);
      }
      const places = await empty();
      places.labels = { empty: 'Niets {constructor} {__proto__} {nergens}.' };
      await places.updateComplete;
      expect(textOf(places)).to.include('Niets {constructor} {__proto__} {nergens}.');
      const broken = await empty(script('{"empty": ', 'data-ceal-labels'));
      broken.setAttribute('labels', '{');
      await broken.updateComplete;
      expect(textOf(broken)).to.include(WORDS.empty);
    });
  });

  describe('with language-switch', () => {
    const bilingual = { ...EMPTY_FEED, title: { nl: 'Leeg', en: 'Empty', tr: 'Boş' } };
    const buttons = (widget: Widget) => all<HTMLButtonElement>(widget, '[part~=languages] button');

    it('offers the languages that the feed and the widget have, each in its own name', async () => {
      const widget = await putReady(subject, { data: bilingual, 'language-switch': '' });
      expect(buttons(widget).map(textOf)).to.deep.equal(['Nederlands', 'English']);
      expect(buttons(widget).map(({ lang }) => lang)).to.deep.equal(['nl', 'en']);
      expect(buttons(widget).map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['true', 'false']);
      await expectAccessible(widget);
    });

    it('speaks the language that is chosen, whatever the page then says', async () => {
      const widget = await putReady(subject, { data: bilingual, 'language-switch': '' });
      buttons(widget)[1]!.click();
      await widget.updateComplete;
      expect(textOf(widget)).to.include(ENGLISH_EMPTY);
      expect(buttons(widget).map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['false', 'true']);
      widget.lang = 'nl';
      await widget.updateComplete;
      expect(languageOf(widget)).to.equal('en');
    });

    const offered = async (setting: object) => buttons(await putReady(subject, { ...setting }));

    it('offers nothing where there is nothing to choose', async () => {
      for (const title of ['Leeg', { nl: 'Leeg' }, { nl: 'Leeg', tr: 'Boş' }])
        expect((await offered({ data: { ...EMPTY_FEED, title }, 'language-switch': '' })).length).to.equal(0);
      expect((await offered({ data: bilingual })).length).to.equal(0);
    });
  });
}
