import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { act, button, choose } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { stopClock } from '../support/browser/clock.js';
import { PICTURE, enterprise, galleryFeed } from '../support/browser/feed.js';
import { eventually, mount, nextEvent, until } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
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

const SOUP = 'Soep van overschot';
/** What is given the focus comes into sight at once, or with the next frame. */
const untilFocusIsInSight = (element: Gallery) =>
  eventually(
    () => focused()!.getBoundingClientRect().bottom <= dialogOf(element).getBoundingClientRect().bottom,
  );
const isModal = (element: Gallery) => dialogOf(element).matches(':modal');

const links = Array.from({ length: 40 }, (_, n) => ({ url: `https://example.org/${n}`, label: `Link ${n}` }));
const long = galleryFeed(
  ...[1, 2].map((n) =>
    enterprise(`lang-${n}`, `Lang ${n}`, { description: 'Een lange tekst. '.repeat(200), links }),
  ),
);

for (const detail of ['dialog', 'inline'])
  it(`what has the focus is not behind the bar of an enterprise (${detail})`, async () => {
    const element = await gallery({ data: long, detail });
    await open(element, 'Lang 1');
    await element.updateComplete;
    const shown = all<HTMLElement>(detailOf(element)!, 'a');
    const bar = button(detailOf(element)!, WORDS.close).parentElement!;
    shown.at(-1)!.focus();
    const hidden: string[] = [];
    await sendKeys({ down: 'Shift' });
    for (let left = shown.length; left > 1; left--) {
      await sendKeys({ press: 'Tab' });
      const { top } = focused()!.getBoundingClientRect();
      if (top < bar.getBoundingClientRect().bottom) hidden.push(textOf(focused()!));
    }
    await sendKeys({ up: 'Shift' });
    expect(focused() === shown[0]).to.equal(true);
    expect(hidden).to.deep.equal([]);
  });

describe('an enterprise in a dialog', () => {
  it('opens at a press on its name, and the focus goes there', async () => {
    const element = await gallery();
    await open(element, SOUP);
    expect(isModal(element)).to.equal(true);
    expect(opened(element)).to.equal(SOUP);
    expect(nameOf(focused()!)).to.equal(SOUP);
    expect(focused()!.localName).to.equal('h3');
  });

  it('opens by keyboard', async () => {
    const element = await gallery();
    linkOf(element, 'Repareertafel').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(opened(element)).to.equal('Repareertafel');
    expect(location.hash).to.equal('');
  });

  it('is named by the enterprise', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const dialog = dialogOf(element);
    expect(dialog.getAttribute('aria-labelledby')).to.equal(focused()!.id);
  });

  it('audit 14: says at once that it is made up, and after its name', async () => {
    const element = await gallery({
      data: galleryFeed(enterprise('a', 'Verzonnen'), { id: 'b', name: 'Anders' }),
    });
    await open(element, 'Verzonnen');
    const label = () => textOf(one(element, `#${dialogOf(element).getAttribute('aria-labelledby')}`));
    expect(label()).to.equal('Verzonnen , Voorbeeld Voorbeeld');
    const [heading, badge] = all(dialogOf(element), 'h3, [part~=badge]');
    expect([heading!.localName, textOf(badge!)]).to.deep.equal(['h3', 'Voorbeeld']);
    await act(element, () => button(dialogOf(element), WORDS.next).click());
    expect(label()).to.equal('Anders');
  });

  it('tells all there is to tell', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const text = textOf(detailOf(element)!);
    for (const words of [
      'Voorbeeld',
      'Beeld: Getekend voor de proef',
      'Groente die over is, wordt soep.',
      'Fase Actief',
      'Thema Eten, Groen',
      'Groep Eerste proefgroep',
      'Begonnen maart 2024',
      'Mensen 3 ondernemers',
      'Buurt Proefnoord',
      'Plek Proefkeuken (opent een andere website)',
      ', Proefstraat 2',
      'Elke dinsdag koken we voor de straat.',
      'Film (opent een andere website)',
      'Website (opent een andere website)',
      'Bron Verzonnen bron (opent een andere website)',
      'Voor de proef.',
    ])
      expect(text).to.include(words);
    expect(
      all(detailOf(element)!, 'p').filter((p) => textOf(p) === 'Iedereen mag meehelpen.').length,
    ).to.equal(1);
    const links = all<HTMLAnchorElement>(detailOf(element)!, '[part~=link]').map(({ href, rel }) => [
      href,
      rel,
    ]);
    expect(links).to.deep.equal(
      ['keuken', 'film', 'soep', 'bron'].map((page) => [`https://example.org/${page}`, 'noopener']),
    );
  });

  it('leaves out what is not known', async () => {
    const element = await gallery({ data: galleryFeed({ id: 'kaal', name: 'Kaal' }) });
    await open(element, 'Kaal');
    expect(textOf(detailOf(element)!)).to.equal('Sluiten Kaal Fase Niet bekend');
  });

  it('leaves out what the feed refers to and does not have', async () => {
    const element = await gallery({
      data: {
        ...galleryFeed(
          enterprise('a', 'Aap', {
            themes: ['naamloos', 'eten'],
            edition: 'naamloos',
            neighbourhood: 'naamloos',
            successorId: 'b',
          }),
          { id: 'b' },
        ),
        themes: [{ id: 'naamloos' }, { id: 'eten', label: 'Eten' }],
        editions: [{ id: 'naamloos' }],
        neighbourhoods: [{ id: 'naamloos' }],
      },
    });
    await open(element, 'Aap');
    const facts = all(detailOf(element)!, 'dl > div').map(textOf);
    expect(facts).to.deep.equal(['Fase Niet bekend', 'Thema Eten']);
    expect(textOf(detailOf(element)!)).not.to.include('Groeide verder als');
  });

  it('says of a link what it opens, also where the feed has no words for it', async () => {
    const links = ['https://example.org/', 'mailto:soep@example.org', 'tel:+31300000000'];
    const element = await gallery({
      data: galleryFeed(enterprise('a', 'Aap', { links: links.map((url) => ({ url })) })),
    });
    await open(element, 'Aap');
    expect(all(detailOf(element)!, 'a').map(textOf)).to.deep.equal([
      'Naar de website (opent een andere website)',
      'soep@example.org',
      '+31300000000',
    ]);
  });

  it('has the address of a link to mail or a telephone for paper, where its words are others', async () => {
    const links = [
      { url: 'mailto:soep@example.org?subject=Soep', label: 'Mail ons' },
      { url: 'tel:+31300000000', label: 'Bel ons' },
      { url: 'tel:+31300000000' },
    ];
    const element = await gallery({ data: galleryFeed(enterprise('a', 'Aap', { links })) });
    await open(element, 'Aap');
    const addresses = all(detailOf(element)!, 'a').map(({ dataset }) => dataset['address']);
    expect(addresses).to.deep.equal(['soep@example.org', '+31300000000', undefined]);
  });

  it('speaks English too', async () => {
    const element = await gallery({ lang: 'en' });
    await open(element, SOUP);
    const text = textOf(detailOf(element)!);
    for (const words of ['Stage Active', 'Started March 2024', 'People 3 entrepreneurs', 'Close'])
      expect(text).to.include(words);
    expect(focused()!.querySelector('[lang]')?.getAttribute('lang')).to.equal('nl');
  });

  it('audit 1: the Tab key goes round in it, so that every browser reaches its buttons from the name', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const reached = new Set<string>();
    const stops = all(dialogOf(element), 'a, button').map(textOf);
    for (let left = stops.length; left > 0; left--) {
      await sendKeys({ press: 'Tab' });
      reached.add(textOf(focused()!));
    }
    expect([...reached].toSorted()).to.deep.equal(stops.toSorted());
    button(dialogOf(element), WORDS.previous).focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(textOf(focused()!)).to.equal(stops.at(-1));
    await sendKeys({ press: 'Tab' });
    expect(textOf(focused()!)).to.equal(stops[0]);
  });

  it('audit 1: opened by Enter, the Tab key comes to its button to close', async () => {
    const element = await gallery();
    linkOf(element, SOUP).focus();
    await sendKeys({ press: 'Enter' });
    await until(element, () => isModal(element));
    await eventually(() => focused()?.localName === 'h3');
    for (let left = count(dialogOf(element), 'a, button'); left > 0; left--) {
      await sendKeys({ press: 'Tab' });
      if (focused() === button(dialogOf(element), WORDS.close)) break;
    }
    expect(textOf(focused()!)).to.equal(WORDS.close);
  });

  it('is accessible', async () => {
    const element = await gallery();
    await open(element, SOUP);
    await expectAccessible(element);
    await act(element, () => button(dialogOf(element), WORDS.next).click());
    await expectAccessible(element);
  });

  it('shows a tile where its picture does not come', async () => {
    const image = { src: '/package.json', width: 3, height: 2 };
    const element = await gallery({ data: galleryFeed(enterprise('a', 'Soep', { image })) });
    await open(element, 'Soep');
    const dialog = dialogOf(element);
    await until(element, () => count(dialog, '[part~=tile]') === 1);
    expect(count(dialog, 'img')).to.equal(0);
  });

  it('shows its picture in full where it comes', async () => {
    const element = await gallery();
    await open(element, SOUP);
    expect(one<HTMLImageElement>(dialogOf(element), 'img').src).to.equal(
      new URL(PICTURE, document.baseURI).href,
    );
  });

  describe('closes', () => {
    const closings: Record<string, (element: Gallery) => unknown> = {
      'at its button': (element) => button(dialogOf(element), WORDS.close).click(),
      'at Escape': () => sendKeys({ press: 'Escape' }),
      'at a press beside it': () => sendMouse({ type: 'click', position: [2, 2] }),
      'by code': (element) => element.close(),
    };
    for (const [how, close] of Object.entries(closings))
      it(`${how}, and the focus goes back to the card`, async () => {
        const element = await gallery();
        await open(element, 'Repareertafel');
        const closed = nextEvent(document, 'ceal-gallery-closed');
        await close(element);
        await element.updateComplete;
        expect(await closed).to.include({ enterpriseId: 'ex-repair', bubbles: true, composed: true });
        expect(dialogOf(element).open).to.equal(false);
        expect(opened(element)).to.equal('');
        expect(nameOf(focused()!)).to.equal('Repareertafel');
      });

    it('once', async () => {
      const element = await gallery();
      await open(element, SOUP);
      let times = 0;
      element.addEventListener('ceal-gallery-closed', () => times++);
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      element.close();
      expect(times).to.equal(1);
    });

    it('without a press on what lies below', async () => {
      const below = await mount<HTMLElement>(html`<button>Eronder</button>`);
      Object.assign(below.style, { position: 'fixed', inset: '0 auto auto 0' });
      let presses = 0;
      below.addEventListener('click', () => presses++);
      const element = await gallery();
      await open(element, SOUP);
      await sendMouse({ type: 'click', position: [5, 5] });
      await element.updateComplete;
      expect(dialogOf(element).open).to.equal(false);
      expect(presses).to.equal(0);
    });

    it('not at a press inside it', async () => {
      const element = await gallery();
      await open(element, SOUP);
      await untilFocusIsInSight(element);
      const { left, top } = focused()!.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.ceil(left) + 2, Math.ceil(top) + 2] });
      await element.updateComplete;
      expect(opened(element)).to.equal(SOUP);
    });

    it('not at a press that began inside it', async () => {
      const element = await gallery();
      await open(element, SOUP);
      await untilFocusIsInSight(element);
      const { left, top } = focused()!.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.ceil(left) + 2, Math.ceil(top) + 2] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [2, 2] });
      await sendMouse({ type: 'up' });
      await element.updateComplete;
      expect(opened(element)).to.equal(SOUP);
    });

    it('when a feed comes that does not have it', async () => {
      const element = await gallery();
      await open(element, SOUP);
      element.data = galleryFeed(enterprise('n', 'Nieuw'));
      await element.updateComplete;
      expect(dialogOf(element).open).to.equal(false);
    });
  });

  it('stays open, and modal, when the gallery is moved', async () => {
    const element = await gallery();
    await open(element, SOUP);
    (await mount(html`<div></div>`)).append(element);
    await element.updateComplete;
    expect(opened(element)).to.equal(SOUP);
    expect(isModal(element)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(false);
  });

  describe('goes on', () => {
    const step = (element: Gallery, words: string) =>
      act(element, () => button(dialogOf(element), words).click());
    const state = (element: Gallery) =>
      ['Vorige', 'Volgende'].map((words) => button(dialogOf(element), words).ariaDisabled);

    it('to the next and the previous of what was found', async () => {
      const element = await gallery();
      await choose(element, WORDS.theme, 'Groen');
      await open(element, SOUP);
      expect(state(element)).to.deep.equal(['true', 'false']);
      expect(textOf(detailOf(element)!)).to.include('1 van 3');
      await step(element, WORDS.next);
      expect(opened(element)).to.equal('Werkplaats Zuid');
      await step(element, WORDS.next);
      expect(opened(element)).to.equal('Tuin van de buren');
      expect(state(element)).to.deep.equal(['false', 'true']);
      await step(element, WORDS.next);
      expect(opened(element)).to.equal('Tuin van de buren');
      await step(element, WORDS.previous);
      expect(opened(element)).to.equal('Werkplaats Zuid');
    });

    it('beyond the page of cards that is shown', async () => {
      const element = await gallery({ 'page-size': '1' });
      await open(element, SOUP);
      await step(element, WORDS.next);
      expect(opened(element)).to.equal('Repareertafel');
      await step(element, WORDS.close);
      expect(dialogOf(element).open).to.equal(false);
    });

    it('keeps the focus on the button, and tells voices in the dialog which enterprise it is', async () => {
      const element = await gallery();
      await open(element, SOUP);
      one(document, 'ceal-announcer').textContent = '';
      const clock = stopClock();
      const next = button(dialogOf(element), WORDS.next);
      next.focus();
      await step(element, WORDS.next);
      expect(focused() === next).to.equal(true);
      await clock.pass(400);
      expect(textOf(one(dialogOf(element), '[role=status]'))).to.equal('Repareertafel, Voorbeeld, 2 van 5');
      expect(one(document, 'ceal-announcer').textContent).to.equal('');
    });

    it('begins at the top of the next one', async () => {
      const element = await gallery({ data: long });
      await open(element, 'Lang 1');
      const text = detailOf(element)!;
      text.scrollTop = 400;
      expect(text.scrollTop).to.be.above(0);
      button(text, WORDS.next).focus();
      await step(element, WORDS.next);
      expect(text.scrollTop).to.equal(0);
    });

    it('gives the voice back to the page when it closes', async () => {
      const element = await gallery();
      await open(element, SOUP);
      await sendKeys({ press: 'Escape' });
      const clock = stopClock();
      await search(element, 'lamp');
      await clock.pass(1_000);
      expect(one(document, 'ceal-announcer').textContent).to.include('1 onderneming');
    });

    it('to what it grew into, and what it grew out of', async () => {
      const element = await gallery();
      await open(element, 'Repareertafel');
      expect(textOf(detailOf(element)!)).to.include('Groeide verder als: Werkplaats Zuid');
      button(dialogOf(element), 'Werkplaats Zuid').focus();
      await step(element, 'Werkplaats Zuid');
      expect(opened(element)).to.equal('Werkplaats Zuid');
      expect(nameOf(focused()!)).to.equal('Werkplaats Zuid');
      expect(focused()!.localName).to.equal('h3');
      expect(textOf(detailOf(element)!)).to.include('Begon als: Repareertafel');
      await step(element, 'Repareertafel');
      expect(opened(element)).to.equal('Repareertafel');
    });

    it('to it even where it was not found', async () => {
      const element = await gallery();
      await search(element, 'lamp');
      await open(element, 'Repareertafel');
      await step(element, 'Werkplaats Zuid');
      expect(opened(element)).to.equal('Werkplaats Zuid');
      expect(names(element)).to.deep.equal(['Repareertafel']);
    });
  });
});
