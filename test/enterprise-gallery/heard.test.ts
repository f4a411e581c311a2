/** The gallery as it was heard with a screen reader; the numbers are those of the list of what was heard. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { act, choose, facet, facetButton, openFacet } from '../support/browser/actions.js';
import { stopClock } from '../support/browser/clock.js';
import { FEED, PICTURE } from '../support/browser/feed.js';
import {
  cardOf,
  countOf,
  detailOf,
  dialogOf,
  gallery,
  linkOf,
  nameOf,
  open,
  opened,
  search,
  showMore,
  sortBy,
  WORDS,
} from '../support/browser/gallery.js';
import { silentPlace } from '../support/browser/network.js';
import { mount, until } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';

const SOUP = 'Soep van overschot';
const said = () => one(document, 'ceal-announcer').textContent?.trim();
/** Text of an element without what only the eye gets. */
const heard = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
};

describe('a gallery as it is heard', () => {
  it('heard 1: an option of a filter stays the one with the focus when another comes before it', async () => {
    const element = await gallery();
    await openFacet(element, WORDS.theme);
    const [box] = all<HTMLInputElement>(facet(element, WORDS.theme), 'input');
    box!.focus();
    const [first, ...rest] = FEED.enterprises;
    const themes = [{ id: 'nieuw', label: 'Nieuw thema' }, ...FEED.themes];
    element.data = {
      ...FEED,
      themes,
      enterprises: [{ ...first, themes: ['nieuw', ...first!.themes] }, ...rest],
    };
    await until(element, () => textOf(facet(element, WORDS.theme)).includes('Nieuw thema'));
    await element.updateComplete;
    expect(focused() === box).to.equal(true);
    expect(textOf(box!.closest('label')!)).to.match(/^Eten/);
    expect(all(facet(element, WORDS.theme), 'label').map(textOf)[0]).to.contain('Nieuw thema');
  });

  it('heard 1: a link of an enterprise that is open stays the one with the focus', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const link = all<HTMLAnchorElement>(detailOf(element)!, 'a[href*="example.org/soep"]')[0]!;
    link.focus();
    const [first, ...rest] = FEED.enterprises;
    const links = [{ url: 'https://example.org/eerder', label: 'Eerder' }, ...(first!.links ?? [])];
    element.data = { ...FEED, enterprises: [{ ...first, links }, ...rest] };
    await until(element, () => textOf(detailOf(element)!).includes('Eerder'));
    expect(focused() === link).to.equal(true);
    expect(link.href).to.equal('https://example.org/soep');
  });

  it('heard 5: a closed dialog keeps what it held until another enterprise opens', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const heading = focused()!;
    await act(element, () => element.close());
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(false);
    expect(focused() === linkOf(element, SOUP)).to.equal(true);
    expect(dialogOf(element).contains(heading)).to.equal(true);
    expect(heading.textContent).to.include(SOUP);
    await open(element, 'Repareertafel');
    expect(nameOf(focused()!)).to.equal('Repareertafel');
    expect(textOf(dialogOf(element))).not.to.include(SOUP);
  });

  it('heard 5: going on in the dialog says which one it is, and of how many', async () => {
    const element = await gallery();
    const clock = stopClock();
    await open(element, SOUP);
    await clock.pass(400);
    const next = one<HTMLButtonElement>(dialogOf(element), '.walk button:last-of-type');
    next.focus();
    await act(element, () => next.click());
    await clock.pass(400);
    const region = one(dialogOf(element), '[role=status]');
    const position = textOf(one(dialogOf(element), '.position'));
    expect(textOf(region)).to.equal(`${opened(element)}, Voorbeeld, ${position}`);
  });

  it('a picture says its words in their own language', async () => {
    const [first, ...rest] = FEED.enterprises;
    const image = { src: PICTURE, alt: { en: 'A pan of soup' } };
    const data = { ...FEED, enterprises: [{ ...first, image }, ...rest] };
    const picture = one<HTMLImageElement>(await gallery({ data }), '[part~=image]');
    expect([picture.alt, picture.lang]).to.deep.equal(['A pan of soup', 'en']);
  });

  it('heard 5: what closes in place is hidden, and goes when the next one closes', async () => {
    const element = await gallery({ detail: 'inline' });
    await open(element, SOUP);
    const first = detailOf(element)!;
    await open(element, 'Repareertafel');
    expect(nameOf(focused()!)).to.equal('Repareertafel');
    expect(first.isConnected).to.equal(true);
    expect(first.checkVisibility()).to.equal(false);
    expect(first.textContent).to.include(SOUP);
    expect(opened(element)).to.equal('Repareertafel');
    const second = detailOf(element)!;
    await act(element, () => element.close());
    expect([first.isConnected, second.isConnected]).to.deep.equal([false, true]);
    expect(opened(element)).to.equal('');
    await open(element, 'Repareertafel');
    expect(opened(element)).to.equal('Repareertafel');
  });

  it('heard 5: the options of a filter stay behind, hidden, when it closes', async () => {
    const element = await gallery();
    await openFacet(element, WORDS.theme);
    const option = all(facet(element, WORDS.theme), 'label')[0]!;
    await act(element, () => facetButton(element, WORDS.theme).click());
    expect(option.isConnected).to.equal(true);
    expect(option.checkVisibility()).to.equal(false);
    await openFacet(element, WORDS.status);
    expect(option.isConnected).to.equal(false);
  });

  it('heard 5: the button for more cards stays behind, hidden, when there are no more', async () => {
    const element = await gallery({ 'page-size': '3' });
    const more = all<HTMLButtonElement>(element, '[part~=button]').find((it) => textOf(it) === showMore(2))!;
    more.focus();
    await act(element, () => more.click());
    await element.updateComplete;
    expect(focused() === linkOf(element, 'Crème de la rue')).to.equal(true);
    expect(more.isConnected).to.equal(true);
    expect(more.checkVisibility()).to.equal(false);
  });

  it('heard 9: what a search finds is marked for the eye only', async () => {
    const element = await gallery();
    await search(element, 'soep');
    expect(textOf(linkOf(element, SOUP))).to.equal(SOUP);
    expect(all(element, 'mark').map(({ role }) => role)).to.deep.equal(['none', 'none']);
  });

  it('heard 12: a heading says that it is made up, once, after the name', async () => {
    const element = await gallery();
    expect(heard(linkOf(element, SOUP).closest('h3')!)).to.equal(`${SOUP}, Voorbeeld`);
    await open(element, SOUP);
    expect(heard(focused()!)).to.equal(`${SOUP}, Voorbeeld`);
  });

  it('heard 12: a card says its name before its picture, and what its status is the status of', async () => {
    const card = cardOf(await gallery(), SOUP);
    const picture = one(card, 'svg, img');
    const following = one(card, 'h3').compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(following).to.be.above(0);
    expect(picture.getBoundingClientRect().top).to.be.below(one(card, 'h3').getBoundingClientRect().top);
    expect(textOf(one(card, '[part~=facts]'))).to.match(/^Fase: Actief/);
  });

  it('heard 13 and 14: a gallery is one landmark, and its search names it', async () => {
    const regions = (element: Element) => all(element, '[role=region]').map(({ ariaLabel }) => ariaLabel);
    const ideas = await gallery({ heading: 'Ideeën' });
    expect(regions(ideas)).to.deep.equal(['Ideeën']);
    expect(one(ideas, 'search').ariaLabel).to.equal('Zoek een onderneming: Ideeën');
    expect(regions(await gallery({ heading: 'none' }))).to.deep.equal(['Sociale ondernemingen']);
  });

  it('heard 15: the dialog is no scroller; what it holds is', async () => {
    const element = await gallery();
    await open(element, SOUP);
    const [dialog, detail] = [dialogOf(element), detailOf(element)!];
    const text = detail.appendChild(document.createElement('p'));
    text.style.blockSize = '3000px';
    expect(dialog.scrollHeight).to.equal(dialog.clientHeight);
    expect(getComputedStyle(dialog).overflowY).to.equal('hidden');
    expect(detail.scrollHeight).to.be.above(detail.clientHeight);
    expect(dialog.getBoundingClientRect().height).to.be.below(innerHeight);
  });

  it('heard 16: typing letter by letter, a count is said after a second, and only when it is another', async () => {
    const element = await gallery();
    const clock = stopClock();
    await search(element, 'x');
    await clock.pass(6_000);
    await search(element, 'so');
    await clock.pass(999);
    expect(said()).not.to.equal('1 onderneming');
    await clock.pass(1);
    expect(said()).to.equal('1 onderneming');
    await clock.pass(5_000);
    await search(element, 'soe');
    await clock.pass(1_000);
    expect(said()).to.equal('');
    await act(element, () => one(element, '[part~=chip]').click());
    await clock.pass(1_000);
    await search(element, 'soep');
    await clock.pass(1_000);
    expect(said()).to.equal('1 onderneming');
  });

  it('heard 16: of nothing found it is said how to go on', async () => {
    const element = await gallery();
    const clock = stopClock();
    await search(element, 'xxq');
    await clock.pass(2_000);
    expect(said()).to.equal(`Niets gevonden. ${WORDS.nothingFoundHelp}`);
  });

  it('heard 17: the count is said once where the focus goes to it', async () => {
    const element = await gallery();
    await choose(element, WORDS.theme, 'Eten');
    const clock = stopClock();
    await clock.pass(6_000);
    await act(element, () => one(element, '[part~=chip]').click());
    await clock.pass(6_000);
    expect(textOf(focused()!)).to.equal('5 ondernemingen');
    expect(said()).to.equal('');
    // Of a paragraph with the focus Chromium makes a name of its text, and both are said.
    expect(focused()!.matches('p')).to.equal(false);
    expect(textOf(focused()!.closest('p')!)).to.equal('5 ondernemingen');
  });

  it('heard 18: an order is said to be one', async () => {
    const element = await gallery();
    const clock = stopClock();
    await sortBy(element, 'name');
    await clock.pass(400);
    expect(said()).to.equal('Gesorteerd: Naam (A–Z)');
  });

  it('heard 19: after word that loading takes long, what has come is said, once', async () => {
    const clock = stopClock();
    const place = silentPlace();
    const element = document.createElement('ceal-enterprise-gallery');
    element.src = place.address;
    element.lang = 'nl';
    (await mount(html`<div></div>`)).append(element);
    await clock.pass(4_400);
    expect(said()).to.equal(WORDS.loadingLong);
    place.respond(Response.json(FEED));
    while (countOf(element) !== '5 ondernemingen') {
      await clock.pass(1);
      await new Promise(requestAnimationFrame);
    }
    await clock.pass(400);
    expect(said()).to.equal('5 ondernemingen');
    await clock.pass(5_000);
    element.requestUpdate();
    await clock.pass(1_000);
    expect(said()).to.equal('');
  });

  it('heard 21: nothing in the dialog is called clickable, for nothing listens to clicks there', async () => {
    const heardOn: string[] = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
      if (this instanceof Element && !this.matches('button, a, input'))
        heardOn.push(`${this.localName} ${args[0]}`);
      addEventListener.apply(this, args);
    };
    try {
      const element = await gallery();
      await open(element, SOUP);
      expect(heardOn.filter((name) => /click|mouse/.test(name))).to.deep.equal([]);
      expect(heardOn).to.include('dialog pointerdown');
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
  });

  it('heard 22: what a dialog has not said when it closes is not said at all', async () => {
    const element = await gallery();
    const clock = stopClock();
    await clock.pass(6_000);
    await open(element, SOUP);
    await act(element, () => element.close());
    await clock.pass(6_000);
    expect([said(), one(dialogOf(element), '[role=status]').textContent]).to.deep.equal(['', '']);
  });

  it('heard 22: a dialog tells its place among what was found', async () => {
    const element = await gallery();
    const clock = stopClock();
    await open(element, SOUP);
    await clock.pass(400);
    expect(textOf(one(dialogOf(element), '[role=status]'))).to.equal('1 van 5');
  });

  it('heard 24: a number behind an option says of what', async () => {
    const element = await gallery();
    await openFacet(element, WORDS.theme);
    const [label] = all(facet(element, WORDS.theme), 'label');
    expect(textOf(label!)).to.match(/^Eten \d+ ?, \d+ onderneming(en)?$/);
    expect(count(label!, '[aria-hidden=true]')).to.equal(1);
  });
});
