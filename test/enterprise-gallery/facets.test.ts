import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import {
  act,
  button,
  choose,
  facet,
  facetButton,
  facets,
  hasButton,
  press,
} from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { FEED, enterprise, feedWith, galleryFeed } from '../support/browser/feed.js';
import { mount, nextEvent } from '../support/browser/page.js';
import { count, focused, one, textOf } from '../support/browser/tree.js';
import {
  chip,
  chips,
  countOf,
  gallery,
  names,
  options,
  search,
  showMore,
  WORDS,
  type Gallery,
} from '../support/browser/gallery.js';

/** A place of so many pixels: the facets float over the cards in a wide one, and stand in line in a narrow one. */
async function placeOf(width: number): Promise<HTMLElement> {
  const place = await mount<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = `${width}px`;
  return place;
}
const wide = async (setting = {}): Promise<Gallery> => gallery(setting, await placeOf(900));

describe('the facets', () => {
  it('are those that the feed has something for', async () => {
    expect(facets(await wide())).to.deep.equal(['Thema', 'Fase', 'Groep', 'Buurt']);
    const bare = galleryFeed(enterprise('a'), enterprise('b'));
    expect(facets(await wide({ data: bare }))).to.deep.equal(['Fase']);
  });

  it('are those that the page asks for, in its order', async () => {
    expect(facets(await wide({ facets: ' status, theme nonsense' }))).to.deep.equal(['Fase', 'Thema']);
    const none = await wide({ facets: '' });
    expect(facets(none)).to.deep.equal([]);
    expect(hasButton(none, WORDS.filters)).to.equal(false);
  });

  it('offer what occurs, in the order of the feed, each with its number', async () => {
    const element = await wide();
    expect(await options(element, WORDS.theme)).to.deep.equal({ Eten: '2', Groen: '3', Maken: '2' });
    expect(await options(element, WORDS.neighbourhood)).to.deep.equal({ Proefnoord: '2', Proefzuid: '2' });
  });

  it('offer how far an enterprise is from idea to end', async () => {
    const list = ['stopped', 'idea', 'running'].map((status) => enterprise(status, status, { status }));
    const element = await wide({ data: galleryFeed(...list) });
    expect(Object.keys(await options(element, WORDS.status))).to.deep.equal(['Idee', 'Actief', 'Gestopt']);
  });

  it('say what belongs to a name in another language', async () => {
    const element = await wide({ lang: 'en' });
    await options(element, 'Theme');
    expect(one(facet(element, 'Theme'), 'label [lang]').lang).to.equal('nl');
  });

  describe('being chosen from', () => {
    it('mean or within a facet, and between facets', async () => {
      const element = await wide();
      await choose(element, WORDS.theme, 'Eten');
      expect(names(element)).to.deep.equal(['Soep van overschot', 'Crème de la rue']);
      await choose(element, WORDS.theme, 'Maken');
      expect(names(element)).to.have.length(4);
      await choose(element, WORDS.neighbourhood, 'Proefzuid');
      expect(names(element)).to.deep.equal(['Repareertafel', 'Werkplaats Zuid']);
      await choose(element, WORDS.theme, 'Maken');
      expect(countOf(element)).to.equal('Niets gevonden');
      await choose(element, WORDS.theme, 'Eten');
      expect(names(element)).to.deep.equal(['Repareertafel', 'Werkplaats Zuid']);
    });

    it('count with the other facets and the search, not with their own', async () => {
      const element = await wide();
      await choose(element, WORDS.theme, 'Eten');
      expect(await options(element, WORDS.theme)).to.deep.equal({ Eten: '2', Groen: '3', Maken: '2' });
      expect(await options(element, WORDS.neighbourhood)).to.deep.equal({ Proefnoord: '1', Proefzuid: '0' });
      await search(element, 'soep');
      expect(await options(element, WORDS.theme)).to.deep.equal({ Eten: '1', Groen: '1', Maken: '0' });
    });

    it('keep within reach what leads nowhere', async () => {
      const element = await wide();
      await choose(element, WORDS.theme, 'Eten');
      await choose(element, WORDS.neighbourhood, 'Proefzuid');
      expect(countOf(element)).to.equal('Niets gevonden');
      expect(await options(element, WORDS.neighbourhood)).to.deep.equal({ Proefnoord: '1', Proefzuid: '0' });
      await choose(element, WORDS.neighbourhood, 'Proefzuid');
      expect(countOf(element)).to.equal('2 ondernemingen');
    });

    it('stay open, with the focus where it was', async () => {
      const element = await wide();
      await options(element, WORDS.theme);
      const box = one<HTMLInputElement>(facet(element, WORDS.theme), 'input');
      box.focus();
      await sendKeys({ press: ' ' });
      await element.updateComplete;
      expect(box.checked).to.equal(true);
      expect(focused() === box).to.equal(true);
      expect(facetButton(element, WORDS.theme).ariaExpanded).to.equal('true');
    });

    it('say on the button how many are chosen', async () => {
      const element = await wide();
      await choose(element, WORDS.theme, 'Eten');
      await choose(element, WORDS.theme, 'Maken');
      expect(textOf(facetButton(element, WORDS.theme))).to.include('Thema: 2 gekozen');
      expect(facetButton(element, WORDS.theme).innerText).to.include('2');
    });

    it('tell the page', async () => {
      const element = await wide();
      const event = nextEvent(document, 'ceal-gallery-filtered');
      await choose(element, WORDS.theme, 'Eten');
      expect(await event).to.deep.include({
        text: '',
        choices: { theme: ['eten'] },
        count: 2,
        composed: true,
      });
    });

    it('start at the first cards again', async () => {
      const element = await wide({ 'page-size': '1' });
      await press(element, showMore(1));
      expect(names(element)).to.have.length(2);
      await choose(element, WORDS.theme, 'Eten');
      expect(names(element)).to.deep.equal(['Soep van overschot']);
    });
  });

  describe('in a wide place', () => {
    it('open one at a time', async () => {
      const element = await wide();
      await options(element, WORDS.theme);
      await options(element, WORDS.neighbourhood);
      expect(facetButton(element, WORDS.theme).ariaExpanded).to.equal('false');
      expect(facetButton(element, WORDS.neighbourhood).ariaExpanded).to.equal('true');
    });

    it('close at their button, at Escape, and behind whoever leaves', async () => {
      const element = await wide();
      const open = facetButton(element, WORDS.theme);
      const isOpen = () => open.ariaExpanded;
      await options(element, WORDS.theme);
      await act(element, () => open.click());
      expect(isOpen()).to.equal('false');

      await options(element, WORDS.theme);
      one(facet(element, WORDS.theme), 'input').focus();
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(isOpen()).to.equal('false');
      expect(focused() === open).to.equal(true);

      await options(element, WORDS.theme);
      one(facet(element, WORDS.theme), 'input').focus();
      one(element, '[part~=search]').focus();
      await element.updateComplete;
      expect(isOpen()).to.equal('false');

      await options(element, WORDS.theme);
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await element.updateComplete;
      expect(isOpen()).to.equal('false');
    });

    for (const dir of ['ltr', 'rtl'])
      for (const setting of [{}, { search: 'false' }])
        for (const width of [720, 760, 900])
          it(`stay inside the gallery (${width} px, ${dir}, ${JSON.stringify(setting)})`, async () => {
            const place = await placeOf(width);
            place.dir = dir;
            const element = await gallery(setting, place);
            for (const name of facets(element)) {
              await options(element, name);
              const { left, right } = one(facet(element, name), 'fieldset').getBoundingClientRect();
              const box = element.getBoundingClientRect();
              expect(left, name).to.be.at.least(box.left);
              expect(right, name).to.be.at.most(box.right);
            }
          });

    it('are accessible when open', async () => {
      const element = await wide();
      await choose(element, WORDS.theme, 'Eten');
      await choose(element, WORDS.neighbourhood, 'Proefzuid');
      await expectAccessible(element);
    });
  });

  describe('in a narrow place', () => {
    const narrow = async (setting = {}) => gallery(setting, await placeOf(320));

    it('audit 16: lead on to what is left, which is told there', async () => {
      const element = await narrow();
      await press(element, WORDS.filters);
      await choose(element, WORDS.theme, 'Eten');
      await press(element, WORDS.toResults.replace('{n}', '2'));
      expect(textOf(focused()!)).to.equal('2 ondernemingen');
      expect(one(element, '[part~=facets]').checkVisibility()).to.equal(false);
      expect(hasButton(await wide(), WORDS.toResults.replace('{n}', '5'))).to.equal(false);
    });

    it('wait behind one button', async () => {
      const element = await narrow();
      expect(facetButton(element, WORDS.theme).checkVisibility()).to.equal(false);
      await press(element, WORDS.filters);
      expect(button(element, WORDS.filters).ariaExpanded).to.equal('true');
      await choose(element, WORDS.theme, 'Eten');
      expect(names(element)).to.have.length(2);
      await expectAccessible(element);
      await press(element, 'Filters: 1 gekozen');
      expect(facetButton(element, WORDS.theme).checkVisibility()).to.equal(false);
    });
  });
});

describe('the chips', () => {
  it('are not there when nothing is chosen', async () => {
    expect(count(await wide(), '[part~=chips]')).to.equal(0);
  });

  it('say what is chosen, and can each be taken away', async () => {
    const element = await wide();
    await search(element, 'e');
    await choose(element, WORDS.theme, 'Eten');
    await choose(element, WORDS.status, 'Idee');
    expect(chips(element)).to.deep.equal(['“e”', 'Eten', 'Idee']);
    await act(element, () => chip(element, 'Eten').click());
    expect(chips(element)).to.deep.equal(['“e”', 'Idee']);
    expect(Object.values(await options(element, WORDS.theme))).to.deep.equal(['1', '0', '0']);
  });

  it('say in words what they do', async () => {
    const element = await wide();
    await choose(element, WORDS.theme, 'Eten');
    expect(chip(element, 'Eten').ariaLabel).to.equal('Haal filter weg: Eten');
  });

  it('leave the focus at the number found', async () => {
    const element = await wide();
    await choose(element, WORDS.theme, 'Eten');
    await act(element, () => chip(element, 'Eten').click());
    expect(textOf(focused()!)).to.equal('5 ondernemingen');
  });

  it('go all at once', async () => {
    const element = await wide();
    await search(element, 'soep');
    await choose(element, WORDS.theme, 'Eten');
    const event = nextEvent(element, 'ceal-gallery-filtered');
    await press(element, WORDS.clear);
    expect(chips(element)).to.deep.equal([]);
    expect(names(element)).to.have.length(5);
    expect(await event).to.deep.include({ text: '', choices: {}, count: 5 });
    expect(hasButton(element, WORDS.clear)).to.equal(false);
  });

  it('of a value that the feed no longer has go with it', async () => {
    const element = await wide();
    await choose(element, WORDS.theme, 'Eten');
    await act(element, () => {
      element.data = feedWith({ themes: FEED.themes.slice(1) });
    });
    expect(chips(element)).to.deep.equal([]);
    expect(names(element)).to.have.length(5);
  });

  it('of a value that no enterprise has say that it leads nowhere', async () => {
    const element = await gallery({ filter: 'theme=ongebruikt' });
    expect(chips(element)).to.deep.equal(['Ongebruikt']);
    expect(names(element)).to.deep.equal([]);
  });
});
