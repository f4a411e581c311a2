import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type {
  CealGalleryClosedEvent,
  CealGalleryFilteredEvent,
} from '../../src/enterprise-gallery/events.js';
import { act, button, choose, press } from '../support/browser/actions.js';
import { FEED, enterprise, galleryFeed } from '../support/browser/feed.js';
import { placeWith } from '../support/browser/network.js';
import { firstSight, mount, nextEvent, until } from '../support/browser/page.js';
import { all, focused, textOf } from '../support/browser/tree.js';
import {
  chip,
  chips,
  countOf,
  detailOf,
  dialogOf,
  gallery,
  linkOf,
  names,
  search,
  searchField,
  showMore,
  sortBy,
  WORDS,
  type Gallery,
} from '../support/browser/gallery.js';

const withoutFragment = () => location.pathname + location.search;
/** As if the page had been opened at this fragment. */
const arriveAt = (fragment: string) => history.replaceState(null, '', withoutFragment() + fragment);
const linked = (setting = {}) => gallery({ 'deep-link': '', ...setting });
const isOpen = (element: Gallery) => detailOf(element) !== undefined;

async function back(element: Gallery): Promise<void> {
  const gone = nextEvent(window, 'popstate');
  history.back();
  await gone;
  await element.updateComplete;
}

beforeEach(() => arriveAt(''));
after(() => arriveAt(''));

describe('E32: the number of cards', () => {
  const plans = Array.from({ length: 30 }, (_, at) => enterprise(`e${at}`, `Plan ${at}`));
  const setting = { data: galleryFeed(...plans), 'page-size': '4' };

  it('is kept in the address, and the height of so many is held at once', async () => {
    const element = await linked(setting);
    expect(location.hash).to.equal('');
    await press(element, showMore(4));
    await press(element, showMore(4));
    expect(location.hash).to.equal('#ceal-gallery.shown=12');
    const back = await firstSight<Gallery>(
      'ceal-enterprise-gallery',
      {
        ...setting,
        pageSize: 4,
        deepLink: true,
        data: undefined,
        src: placeWith(() => new Promise(() => {})).address,
      },
      'li',
    );
    expect(all(back, 'li')).to.have.length(12);
    expect(names(await linked(setting))).to.have.length(12);
  });

  it('stays when the back button closes an enterprise, and begins again with a search', async () => {
    const element = await linked(setting);
    await press(element, showMore(4));
    await act(element, () => linkOf(element, 'Plan 5').click());
    await back(element);
    expect(names(element)).to.have.length(8);
    await search(element, 'plan');
    expect(location.hash).to.equal('#ceal-gallery.q=plan');
    expect(names(element)).to.have.length(4);
  });

  it('is never more than a page can bear, nor what is no number', async () => {
    for (const shown of ['1e9', '-3', 'veel', '']) {
      arriveAt(`#ceal-gallery.shown=${shown}`);
      expect(names(await linked(setting)), shown).to.have.length(shown === '1e9' ? 30 : 4);
    }
  });

  it('is not kept without deep links', async () => {
    const element = await gallery(setting);
    await press(element, showMore(4));
    expect(location.hash).to.equal('');
  });
});

describe('the preset', () => {
  it('is what is chosen at first', async () => {
    const element = await gallery({ filter: ' theme=maken&theme=eten&status=idea&q=straat&sort=name ' });
    expect(names(element)).to.deep.equal(['Crème de la rue']);
    expect(searchField(element).value).to.equal('straat');
    expect(chips(element)).to.deep.equal(['“straat”', 'Maken', 'Eten', 'Idee']);
    expect(location.hash).to.equal('');
  });

  it('passes over what it does not know', async () => {
    const element = await gallery({ filter: '?&=&theme=&colour=red&sort=upwards&q=&open=ex-soep' });
    expect(chips(element).filter(Boolean)).to.deep.equal([]);
    expect(isOpen(element)).to.equal(false);
  });

  for (const [facet, value] of [
    ['status', 'bloeiend'],
    ['status', 'constructor'],
    ['theme', '__proto__'],
    ['edition', 'Bel 0900-1234 en win'],
    ['neighbourhood', '\u202eknil'],
  ] as const)
    it(`passes over a value that the feed does not know (${facet}=${value})`, async () => {
      const element = await gallery({ filter: `theme=maken&${facet}=${encodeURIComponent(value)}` });
      expect(chips(element)).to.deep.equal(['Maken']);
      expect(names(element)).to.have.length(2);
      const event = nextEvent<CealGalleryFilteredEvent>(element, 'ceal-gallery-filtered');
      await act(element, () => chip(element, 'Maken').click());
      expect(chips(element)).to.deep.equal([]);
      expect(Object.values((await event).choices).flat()).to.deep.equal([]);
    });

  it('can be taken away by the visitor, and comes back with clearFilters()', async () => {
    const element = await gallery({ filter: 'theme=maken' });
    await act(element, () => chip(element, 'Maken').click());
    expect(names(element)).to.have.length(5);
    await search(element, 'soep');
    await act(element, () => element.clearFilters());
    expect(chips(element)).to.deep.equal(['Maken']);
  });

  it('is followed when the page changes it', async () => {
    const element = await gallery({ filter: 'theme=maken' });
    await act(element, () => element.setAttribute('filter', 'theme=groen'));
    expect(chips(element)).to.deep.equal(['Groen']);
  });

  it('yields to what the address says', async () => {
    arriveAt('#ceal-gallery.theme=eten');
    expect(chips(await linked({ filter: 'theme=maken' }))).to.deep.equal(['Eten']);
  });
});

describe('the address', () => {
  it('is left alone by default', async () => {
    arriveAt('#ceal-gallery.q=soep');
    const element = await gallery();
    expect(names(element)).to.have.length(5);
    const { href } = location;
    const { length } = history;
    await search(element, 'lamp');
    await choose(element, WORDS.theme, 'Maken');
    await act(element, () => linkOf(element, 'Repareertafel').click());
    await act(element, () => element.close());
    expect([location.href, history.length]).to.deep.equal([href, length]);
  });

  it('says what was searched, chosen and sorted', async () => {
    const element = await linked();
    await search(element, 'e & ü');
    await choose(element, WORDS.theme, 'Maken');
    await choose(element, WORDS.theme, 'Eten');
    await sortBy(element, 'name');
    expect(location.hash).to.equal(
      '#ceal-gallery.q=e+%26+%C3%BC&ceal-gallery.theme=maken&ceal-gallery.theme=eten&ceal-gallery.sort=name',
    );
    expect(location.pathname + location.search).to.equal(withoutFragment());
  });

  it('says what code does', async () => {
    const element = await linked();
    await search(element, 'soep');
    await act(element, () => element.open('ex-soep'));
    expect(location.hash).to.equal('#ceal-gallery.q=soep&ceal-gallery.open=ex-soep');
    await act(element, () => element.close());
    await act(element, () => element.clearFilters());
    expect(location.hash).to.equal('');
  });

  it('loses nothing when code opens an enterprise before all else', async () => {
    arriveAt('#ceal-gallery.q=e');
    const element = document.createElement('ceal-enterprise-gallery');
    element.deepLink = true;
    element.data = FEED;
    element.open('ex-soep');
    (await mount(html`<div></div>`)).append(element);
    await until(element, () => isOpen(element));
    expect(chips(element)).to.deep.equal(['“e”']);
    expect(location.hash).to.include('ceal-gallery.q=e');
  });

  it('brings it all back in another visit', async () => {
    arriveAt('#ceal-gallery.q=e&ceal-gallery.theme=maken&ceal-gallery.sort=name&ceal-gallery.open=ex-repair');
    const element = await linked();
    await until(element, () => isOpen(element));
    expect(chips(element)).to.deep.equal(['“e”', 'Maken']);
    expect(names(element)).to.deep.equal(['Repareertafel', 'Werkplaats Zuid']);
    expect(dialogOf(element).matches(':modal')).to.equal(true);
  });

  it('is bare again when all is taken away', async () => {
    const element = await linked();
    await search(element, 'soep');
    await press(element, WORDS.clear);
    expect(location.href).not.to.include('#');
  });

  it('keeps what belongs to others', async () => {
    arriveAt('#map=12&ceal-gallery-other.q=x&ceal-timeline.q=y');
    const element = await linked();
    await search(element, 'soep');
    expect(location.hash).to.equal('#map=12&ceal-gallery-other.q=x&ceal-timeline.q=y&ceal-gallery.q=soep');
    await search(element, '');
    expect(location.hash).to.equal('#map=12&ceal-gallery-other.q=x&ceal-timeline.q=y');
  });

  for (const fragment of ['#contact', '#/route?q=1', '#!/route', '#=', '#&'])
    it(`is never written over where it is an anchor or a route (${fragment})`, async () => {
      arriveAt(fragment);
      const { href } = location;
      const element = await linked();
      await search(element, 'soep');
      await act(element, () => linkOf(element, 'Soep van overschot').click());
      expect(location.href).to.equal(href);
      expect(isOpen(element)).to.equal(true);
      await act(element, () => element.close());
      expect(isOpen(element)).to.equal(false);
      expect(location.href).to.equal(href);
    });

  it('is that of the page, whatever its links begin at', async () => {
    const base = document.createElement('base');
    document.head.append(base);
    try {
      base.href = '/elsewhere/';
      const element = await linked();
      await search(element, 'soep');
      expect(location.href).to.equal(`${location.origin}${withoutFragment()}#ceal-gallery.q=soep`);
      expect(withoutFragment()).not.to.include('elsewhere');
      const { href } = linkOf(element, 'Soep van overschot');
      expect(href).to.equal(`${location.origin}${withoutFragment()}#ceal-gallery.open=ex-soep`);
      await search(element, '');
      expect(location.href).to.equal(location.origin + withoutFragment());
    } finally {
      base.remove();
    }
  });

  it('has a place for each gallery with an id', async () => {
    const first = await linked({ id: 'een' });
    const second = await linked({ id: 'twee' });
    await search(first, 'soep');
    await search(second, 'lamp');
    expect(location.hash).to.equal('#ceal-gallery-een.q=soep&ceal-gallery-twee.q=lamp');
    expect([first, second].map((it) => searchField(it).value)).to.deep.equal(['soep', 'lamp']);
    expect(linkOf(second, 'Repareertafel').hash).to.equal('#ceal-gallery-twee.open=ex-repair');
  });

  it('is followed when it changes under way', async () => {
    const element = await linked();
    const changed = nextEvent(window, 'hashchange');
    location.hash = '#ceal-gallery.theme=maken';
    await changed;
    await element.updateComplete;
    expect(chips(element)).to.deep.equal(['Maken']);
  });

  it('is looked at again by a gallery that was taken away and comes back', async () => {
    const element = await linked();
    const place = element.parentElement!;
    element.remove();
    await element.updateComplete;
    const changed = nextEvent(window, 'hashchange');
    location.hash = '#ceal-gallery.theme=maken';
    await changed;
    place.append(element);
    await until(element, () => chips(element).join() === 'Maken');
  });

  it('with nonsense does no harm', async () => {
    for (const text of [
      'open=bestaat-niet',
      'open=%00',
      'q=%E0%A4%A',
      'theme=__proto__',
      'status=bloeiend',
      `q=${'x'.repeat(5_000)}`,
    ]) {
      arriveAt(`#ceal-gallery.${text}`);
      const element = await linked();
      expect(isOpen(element), text).to.equal(false);
      if (!text.startsWith('q=')) expect(chips(element), text).to.deep.equal([]);
      expect(countOf(element)).not.to.equal('');
      element.remove();
    }
  });
});

describe('a link to an enterprise whose card is not shown', () => {
  it('opens it, and leaves the focus at the count when it closes', async () => {
    arriveAt('#ceal-gallery.open=ex-tuin');
    const element = await linked({ 'page-size': '1' });
    await until(element, () => isOpen(element));
    const gone = nextEvent(element, 'ceal-gallery-closed');
    await sendKeys({ press: 'Escape' });
    await gone;
    await element.updateComplete;
    expect(textOf(focused()!)).to.equal('5 ondernemingen');
  });

  it('opens it in place before the cards', async () => {
    arriveAt('#ceal-gallery.open=ex-tuin');
    const element = await linked({ 'page-size': '1', detail: 'inline' });
    await until(element, () => isOpen(element));
    expect(names(element)).to.have.length(1);
    expect(textOf(detailOf(element)!)).to.include('Tuin van de buren');
  });
});

describe('the back button', () => {
  it('closes an enterprise that was opened in place, tells the page, and the focus goes back', async () => {
    const element = await linked({ detail: 'inline' });
    await act(element, () => linkOf(element, 'Repareertafel').click());
    await element.updateComplete;
    const told = nextEvent<CealGalleryClosedEvent>(element, 'ceal-gallery-closed');
    await back(element);
    expect((await told).enterpriseId).to.equal('ex-repair');
    await element.updateComplete;
    expect(focused() === linkOf(element, 'Repareertafel')).to.equal(true);
  });

  it('does not take the focus from where a visitor has it', async () => {
    const element = await linked({ detail: 'inline' });
    await act(element, () => linkOf(element, 'Repareertafel').click());
    await element.updateComplete;
    const field = document.createElement('input');
    element.after(field);
    field.focus();
    await back(element);
    await element.updateComplete;
    expect(focused() === field).to.equal(true);
  });

  it('closes an enterprise that was opened, and the focus goes back', async () => {
    const element = await linked();
    await act(element, () => linkOf(element, 'Repareertafel').click());
    expect(location.hash).to.equal('#ceal-gallery.open=ex-repair');
    await back(element);
    expect(isOpen(element)).to.equal(false);
    expect(dialogOf(element).open).to.equal(false);
    expect(location.hash).to.equal('');
  });

  it('opens it again when it goes forward', async () => {
    const element = await linked();
    await act(element, () => linkOf(element, 'Repareertafel').click());
    await back(element);
    const gone = nextEvent(window, 'popstate');
    history.forward();
    await gone;
    await element.updateComplete;
    expect(isOpen(element)).to.equal(true);
  });

  it('is not wanted twice after an enterprise was closed otherwise', async () => {
    const element = await linked();
    const { length } = history;
    await act(element, () => linkOf(element, 'Repareertafel').click());
    const gone = nextEvent(window, 'popstate');
    await sendKeys({ press: 'Escape' });
    await gone;
    await element.updateComplete;
    expect(isOpen(element)).to.equal(false);
    expect(location.hash).to.equal('');
    await act(element, () => linkOf(element, 'Repareertafel').click());
    expect(history.length).to.be.at.most(length + 1);
    const goneToo = nextEvent(window, 'popstate');
    element.close();
    await goneToo;
  });

  it('takes one choice back at a time, but not each letter of a search', async () => {
    const element = await linked();
    await choose(element, WORDS.theme, 'Maken');
    await search(element, 's');
    await search(element, 'so');
    await choose(element, WORDS.neighbourhood, 'Proefzuid');
    await back(element);
    expect(chips(element)).to.deep.equal(['“so”', 'Maken']);
    await back(element);
    expect(chips(element)).to.deep.equal([]);
    expect(names(element)).to.have.length(5);
  });

  it('does not walk through the enterprises that were looked at in the dialog', async () => {
    const element = await linked();
    await act(element, () => linkOf(element, 'Soep van overschot').click());
    await act(element, () => button(dialogOf(element), WORDS.next).click());
    expect(location.hash).to.equal('#ceal-gallery.open=ex-repair');
    await back(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('leaves the search alone that the dialog was opened from', async () => {
    const element = await linked();
    await search(element, 'lamp');
    await act(element, () => linkOf(element, 'Repareertafel').click());
    await back(element);
    expect(chips(element)).to.deep.equal(['“lamp”']);
    expect(all(element, 'mark').length).to.be.above(0);
  });
});
