import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { act, choose, hasButton, press } from '../support/browser/actions.js';
import { stopClock } from '../support/browser/clock.js';
import { FEED, enterprise, galleryFeed, type Raw } from '../support/browser/feed.js';
import { placeOf, placeWith } from '../support/browser/network.js';
import { firstSight, mount, nextEvent, until } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  cards,
  countOf,
  gallery,
  linkOf,
  nameOf,
  names,
  search,
  showMore,
  sortBy,
  WORDS,
  type Gallery,
} from '../support/browser/gallery.js';

const many = (count: number, rest: (at: number) => object = () => ({})) =>
  galleryFeed(
    ...Array.from({ length: count }, (_, at) => enterprise(`e${at}`, `Plan ${at}`, { ...rest(at) })),
  );

describe('the order', () => {
  const ordered = galleryFeed(
    enterprise('b', 'Zaagtand 10', { founded: '2020' }),
    enterprise('c', 'Éclair', { edition: 'nieuw' }),
    enterprise('d', 'zaagtand 9', { founded: '2020-06-01' }),
    enterprise('e', 'ijs', {}),
    enterprise('f', 'Egel', { edition: 'oud', founded: '2025-11' }),
  );
  const feed = {
    ...ordered,
    editions: [
      { id: 'oud', title: 'Oud', start: '2011-01-01' },
      { id: 'nieuw', title: 'Nieuw', start: '2024-01-01' },
    ],
  };

  it('is that of the feed at first', async () => {
    const element = await gallery({ data: feed });
    expect(names(element)).to.deep.equal(['Zaagtand 10', 'Éclair', 'zaagtand 9', 'ijs', 'Egel']);
    expect(one<HTMLSelectElement>(element, '[part~=sort]').value).to.equal('feed');
  });

  it('by name is that of the language, numbers by their value', async () => {
    const element = await gallery({ data: feed });
    await sortBy(element, 'name');
    expect(names(element)).to.deep.equal(['Éclair', 'Egel', 'ijs', 'zaagtand 9', 'Zaagtand 10']);
  });

  it('by newest goes by when it was founded, else by its edition; what has neither comes last', async () => {
    const element = await gallery({ data: feed });
    await sortBy(element, 'newest');
    expect(names(element)).to.deep.equal(['Egel', 'Éclair', 'zaagtand 9', 'Zaagtand 10', 'ijs']);
  });

  it('is what the page asks for at first', async () => {
    expect(names(await gallery({ data: feed, sort: ' Name ' }))[0]).to.equal('Éclair');
    expect(names(await gallery({ data: feed, sort: 'nonsense' }))[0]).to.equal('Zaagtand 10');
  });

  it('tells the page when the visitor changes it', async () => {
    const element = await gallery({ data: feed });
    const event = nextEvent(document, 'ceal-gallery-filtered');
    await sortBy(element, 'newest');
    expect(await event).to.include({ count: 5 });
  });

  it('of the feed is called the best match in a search', async () => {
    const element = await gallery({ data: feed });
    expect(one(element, 'option').textContent).to.equal('Gewone volgorde');
    await search(element, 'e');
    expect(one(element, 'option').textContent).to.equal('Past het beste');
  });
});

describe('a page of cards', () => {
  it('holds 24, and as many more at each press', async () => {
    const element = await gallery({ data: many(60) });
    expect(cards(element)).to.have.length(24);
    expect(countOf(element)).to.equal('60 ondernemingen');
    await press(element, showMore(24));
    expect(cards(element)).to.have.length(48);
    await press(element, showMore(12));
    expect(cards(element)).to.have.length(60);
    expect(hasButton(element, showMore(1))).to.equal(false);
  });

  it('comes in steps: what is in sight, then as many each time when those before have been painted', async () => {
    const setting = { data: many(60) };
    const element = await firstSight<Gallery>('ceal-enterprise-gallery', setting, '[part~=card]');
    expect(cards(element)).to.have.length(8);
    await until(element, () => cards(element).length > 8);
    expect(cards(element)).to.have.length(16);
    await element.updateComplete;
    expect(cards(element)).to.have.length(24);
  });

  it('comes before the controls, whose place is held; not where these tell what is active', async () => {
    const data = many(60);
    const top = ({ shadowRoot }: Gallery) =>
      one(shadowRoot!.host, '[part~=card]').getBoundingClientRect().top;
    const plain = await firstSight<Gallery>('ceal-enterprise-gallery', { data }, '[part~=card]');
    expect(count(plain, '[part~=search]')).to.equal(0);
    const before = top(plain);
    await plain.updateComplete;
    expect(count(plain, '[part~=search]')).to.equal(1);
    expect(top(plain)).to.equal(before);
    const setting = { data, filter: 'q=plan' };
    const asking = await firstSight<Gallery>('ceal-enterprise-gallery', setting, '[part~=card]');
    expect(count(asking, '[part~=chip]')).to.equal(1);
  });

  it('changes in steps while a visitor types, and nothing blinks', async () => {
    const plans = Array.from({ length: 60 }, (_, at) => `${at % 2 ? 'Soep' : 'Brood'} ${at}`);
    const element = await gallery({
      data: galleryFeed(...plans.map((name, at) => enterprise(`e${at}`, name))),
    });
    const before = names(element);
    const soups = plans.filter((name) => name.startsWith('Soep'));
    const whole = search(element, 'soep');
    await until(element, () => names(element)[0] === soups[0]);
    expect(names(element)).to.deep.equal([...soups.slice(0, 4), ...before.slice(4)]);
    await until(element, () => names(element)[4] === soups[4]);
    expect(names(element)).to.deep.equal([...soups.slice(0, 8), ...before.slice(8)]);
    await whole;
    expect(names(element)).to.deep.equal(soups.slice(0, 24));
  });

  it('holds as many as the page asks for, at least one', async () => {
    for (const [size, shown] of Object.entries({ '3': 3, ' 2.9 ': 2, '0': 1, '-4': 24, veel: 24 }))
      expect(names(await gallery({ data: many(30), 'page-size': size })), size).to.have.length(shown);
  });

  it('says how many of how many there are', async () => {
    const element = await gallery({ data: many(5), 'page-size': '3' });
    expect(textOf(element)).to.include('Je ziet er 3 van 5.');
  });

  it('moves the focus to the first new card', async () => {
    const element = await gallery({ data: many(5), 'page-size': '2' });
    await press(element, showMore(2));
    expect(nameOf(focused()!)).to.equal('Plan 2');
    await press(element, showMore(1));
    expect(textOf(focused()!)).to.equal('Plan 4');
  });

  it('moves the focus to its name where the card is no link', async () => {
    const element = await gallery({ data: many(5), 'page-size': '2', detail: 'none' });
    await press(element, showMore(2));
    expect(nameOf(focused()!)).to.equal('Plan 2');
  });

  it('changes its length without taking the search away', async () => {
    const element = await gallery({ data: many(30) });
    await search(element, 'plan');
    await act(element, () => element.setAttribute('page-size', '4'));
    expect(cards(element)).to.have.length(4);
    expect(hasButton(element, WORDS.clear)).to.equal(true);
  });

  it('stays as long as it was when the feed is refreshed', async () => {
    const place = placeOf(many(8));
    const element = await gallery({ data: undefined, src: place.address, 'page-size': '3' });
    await press(element, showMore(3));
    place.answer = () => Response.json(many(9));
    await element.refresh();
    await until(element, () => countOf(element) === '9 ondernemingen');
    expect(cards(element)).to.have.length(6);
  });
});

describe('the count', () => {
  it('has words for one, several and thousands', async () => {
    expect(countOf(await gallery({ data: many(1) }))).to.equal('1 onderneming');
    expect(countOf(await gallery({ data: many(2) }))).to.equal('2 ondernemingen');
    expect(countOf(await gallery({ data: many(2), lang: 'en' }))).to.equal('2 enterprises');
  });

  it('is told to voices once things are quiet', async () => {
    const element = await gallery();
    const clock = stopClock();
    const said = () => one(document, 'ceal-announcer').textContent?.trim();
    await search(element, 's');
    await clock.pass(999);
    await search(element, 'so');
    await search(element, 'soep');
    await clock.pass(999);
    expect(said()).not.to.equal('1 onderneming');
    await clock.pass(1);
    expect(said()).to.equal('1 onderneming');
    await choose(element, WORDS.theme, 'Maken');
    await clock.pass(400);
    expect(said()).to.equal(`Niets gevonden. ${WORDS.nothingFoundHelp}`);
  });

  it('audit 20: is not told again where the focus goes to it, nor for an order', async () => {
    const element = await gallery();
    await search(element, 'soep');
    const clock = stopClock();
    const said = () => one(document, 'ceal-announcer').textContent?.trim();
    await sortBy(element, 'name');
    await clock.pass(400);
    expect(said()).to.equal('Gesorteerd: Naam (A–Z)');
    await act(element, () => one(element, '[part~=chip]').click());
    await clock.pass(400);
    expect(textOf(focused()!)).to.equal('5 ondernemingen');
    expect(said()).to.equal('');
  });

  it('is not told when the page comes, nor when code changes it', async () => {
    const clock = stopClock();
    const told: string[] = [];
    const element = document.createElement('ceal-enterprise-gallery');
    element.addEventListener('ceal-gallery-filtered', ({ type }) => told.push(type));
    (await mount(html`<div></div>`)).append(element);
    element.data = FEED;
    await clock.pass(1_000);
    one(document, 'ceal-announcer').textContent = '';
    element.filter = 'q=soep';
    await element.updateComplete;
    await clock.pass(1_000);
    expect(countOf(element)).to.equal('1 onderneming');
    element.filter = undefined;
    element.clearFilters();
    await clock.pass(1_000);
    expect(countOf(element)).to.equal('5 ondernemingen');
    expect(one(document, 'ceal-announcer').textContent).to.equal('');
    expect(told).to.deep.equal([]);
  });
});

it('audit 11a: the empty shapes of a list are a list', async () => {
  const { address } = placeWith(() => new Promise(() => {}));
  const setting = { src: address };
  const element = await firstSight<Gallery>('ceal-enterprise-gallery', setting, 'li');
  expect(new Set(all(element, 'li').map((item) => item.parentElement!.localName))).to.deep.equal(
    new Set(['ul']),
  );
});

describe('the layout', () => {
  const columns = async (layout: string, width: number): Promise<number> => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    place.style.inlineSize = `${width}px`;
    const element = await gallery({ data: many(6), layout }, place);
    return new Set(cards(element).map((card) => Math.round(card.getBoundingClientRect().left))).size;
  };

  it('follows the width of the place', async () => {
    expect(await columns('auto', 320)).to.equal(1);
    expect(await columns('auto', 640)).to.equal(2);
    expect(await columns('auto', 900)).to.equal(3);
  });

  it('is a list or a grid where the page says so', async () => {
    expect(await columns('list', 900)).to.equal(1);
    expect(await columns('grid', 640)).to.equal(2);
    expect(await columns('nonsense', 640)).to.equal(2);
  });

  it('puts the picture beside the words in a list that has room', async () => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    place.style.inlineSize = '640px';
    const element = await gallery({ layout: 'list' }, place);
    const picture = one(element, '[part~=image], [part~=tile]').getBoundingClientRect();
    const name = one(element, '[part~=name]').getBoundingClientRect();
    expect(name.left).to.be.at.least(picture.right);
  });
});

describe('on paper', () => {
  const print = (element: Gallery, when: 'beforeprint' | 'afterprint') => {
    dispatchEvent(new Event(when));
    return textOf(element);
  };

  it('stands all that was found, with its text, at once', async () => {
    const element = await gallery({ 'page-size': '1' });
    await search(element, 'e');
    const text = print(element, 'beforeprint');
    expect(names(element)).to.have.length(5);
    expect(text).to.include('Elke dinsdag koken we voor de straat.').and.include('Iedereen mag meehelpen.');
    expect(all<HTMLImageElement>(element, 'img').map(({ loading }) => loading)).to.deep.equal(['eager']);
    expect(hasButton(element, showMore(1))).to.equal(false);
    print(element, 'afterprint');
    await element.updateComplete;
    expect(names(element)).to.have.length(1);
  });

  it('stand no more than 500, and how many more there are', async () => {
    const element = await gallery({ data: many(503) });
    const text = print(element, 'beforeprint');
    expect(cards(element)).to.have.length(500);
    expect(text).to.include('Nog 3 ondernemingen staan niet op dit blad.');
    print(element, 'afterprint');
  });

  it('stands what had not been read yet', async () => {
    const element = document.createElement('ceal-enterprise-gallery');
    (await mount(html`<div></div>`)).append(element);
    element.data = many(300);
    await element.updateComplete;
    print(element, 'beforeprint');
    expect(cards(element)).to.have.length(300);
    print(element, 'afterprint');
  });

  it('nothing happens to a gallery that was taken away', async () => {
    const element = await gallery({ 'page-size': '1' });
    element.remove();
    print(element, 'beforeprint');
    expect(cards(element)).to.have.length(1);
    print(element, 'afterprint');
  });
});

describe('ten thousand enterprises', () => {
  it('are counted, searched, filtered and sorted', async () => {
    const feed = many(10_000, (at) => ({ status: at % 2 ? 'running' : 'idea', tagline: `Rij ${at % 100}` }));
    const text = JSON.stringify(feed);
    const place = placeWith(() => new Response(text));
    const element = document.createElement('ceal-enterprise-gallery');
    element.src = place.address;
    (await mount(html`<div></div>`)).append(element);
    await until(element, () => countOf(element) === '10.000 ondernemingen');
    expect(cards(element)).to.have.length(24);
    await search(element, 'rij 42');
    // 42 stands at one of three places in a number below 10,000, and twice in 4242.
    expect(countOf(element)).to.equal('299 ondernemingen');
    await choose(element, WORDS.status, 'Actief');
    await sortBy(element, 'name');
    expect(cards(element)).to.have.length(24);
  });
});

it('A4: leaves the words of a list their width, with text of twice the size on a telephone', async () => {
  const place = await mount<HTMLElement>(html`<div></div>`);
  Object.assign(place.style, { inlineSize: '288px', fontSize: '200%' });
  const element = await gallery({ layout: 'list' }, place);
  for (const part of ['name', 'tagline', 'facts'])
    expect(one(cards(element)[0]!, `[part~=${part}]`).getBoundingClientRect().width, part).to.be.above(250);
});

describe('O1: when the feed has more', () => {
  it('leaves the focus on the enterprise that it was on, in the same element', async () => {
    const element = await gallery({ data: many(4) });
    const link = linkOf(element, 'Plan 2');
    link.focus();
    const [first, second, ...rest] = many(4)['enterprises'] as Raw[];
    element.data = galleryFeed(enterprise('nieuw', 'Nieuw plan'), second!, first!, ...rest);
    await until(element, () => names(element)[0] === 'Nieuw plan');
    expect(names(element)).to.deep.equal(['Nieuw plan', 'Plan 1', 'Plan 0', 'Plan 2', 'Plan 3']);
    expect(focused()).to.equal(link);
    expect(textOf(link)).to.equal('Plan 2');
  });
});
