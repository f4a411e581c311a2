import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { enterprise, galleryFeed } from '../support/browser/feed.js';
import { firstSight, nextEvent, until } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  chips,
  countOf,
  gallery,
  names,
  search,
  searchField,
  sortBy,
  type Gallery,
} from '../support/browser/gallery.js';

const found = async (element: Gallery, text: string): Promise<string[]> => {
  await search(element, text);
  return count(element, '[part~=list]') > 0 ? names(element) : [];
};

const listOf = (...texts: readonly (readonly [name: string, tagline?: string, description?: string])[]) =>
  gallery({
    data: galleryFeed(
      ...texts.map(([name, tagline, description], at) =>
        enterprise(`e${at}`, name, { tagline, description }),
      ),
    ),
  });

describe('searching', () => {
  it('narrows the cards with every key', async () => {
    const element = await gallery();
    searchField(element).focus();
    const counts: string[] = [];
    for (const press of ['t', 'u', 'i', 'n']) {
      await sendKeys({ press });
      await element.updateComplete;
      counts.push(countOf(element));
    }
    expect(counts.at(-1)).to.equal('1 onderneming');
    expect(names(element)).to.deep.equal(['Tuin van de buren']);
    expect(document.activeElement === element).to.equal(true);
  });

  it('does not look at case and accents', async () => {
    const element = await gallery();
    for (const text of ['creme', 'CRÈME', 'crÉme de', 'Crème'])
      expect(await found(element, text)).to.deep.equal(['Crème de la rue']);
  });

  it('wants every word somewhere', async () => {
    const element = await gallery();
    expect(await found(element, 'soep straat')).to.deep.equal(['Soep van overschot']);
    expect(await found(element, 'soep lamp')).to.deep.equal([]);
  });

  it('looks in every text that a reader sees', async () => {
    const element = await gallery();
    for (const text of ['dinsdag', 'proefkeuken', 'eten soep', 'proefnoord soep', 'eerste proefgroep soep'])
      expect(await found(element, text), text).to.deep.equal(['Soep van overschot']);
    expect(await found(element, 'knutselhoek')).to.deep.equal(['Repareertafel']);
  });

  it('takes blanks and punctuation for nothing', async () => {
    const element = await gallery();
    for (const text of ['', '   ', ' , ', '"', '—']) expect(await found(element, text)).to.have.length(5);
    expect(await found(element, ' "soep", ')).to.deep.equal(['Soep van overschot']);
  });

  it('takes any characters for what they are', async () => {
    const element = await listOf(['C++ (in de buurt)'], ['[a-z]*'], ['\\d.$^']);
    expect(await found(element, '(in')).to.deep.equal(['C++ (in de buurt)']);
    expect(await found(element, 'a-z')).to.deep.equal(['[a-z]*']);
    expect(await found(element, '.*')).to.have.length(3);
  });

  it('puts the name before the tagline, that before the rest, and the start of a word before its middle', async () => {
    const element = await listOf(
      ['Rest', 'Niets', 'Over groen'],
      ['Tagline', 'Iets met groen'],
      ['Immergroen'],
      ['Groen moet je doen'],
    );
    expect(await found(element, 'groen')).to.deep.equal([
      'Groen moet je doen',
      'Immergroen',
      'Tagline',
      'Rest',
    ]);
  });

  it('keeps the order that the visitor has chosen', async () => {
    const element = await listOf(['Zee groen'], ['Boom', 'groen']);
    await sortBy(element, 'name');
    expect(await found(element, 'groen')).to.deep.equal(['Boom', 'Zee groen']);
  });

  it('says so when nothing is found, and how to go on', async () => {
    const element = await gallery();
    await search(element, 'bestaat niet');
    expect(countOf(element)).to.equal('Niets gevonden');
    expect(textOf(one(element, '[part~=state]'))).to.equal(
      'We vinden geen onderneming die hierbij past. Zoek met een ander woord of haal een filter weg.',
    );
  });

  it('is a chip, to be taken away', async () => {
    const element = await gallery();
    await search(element, 'soep');
    expect(chips(element)).to.deep.equal(['“soep”']);
    one(element, '[part~=chip]').click();
    await element.updateComplete;
    expect(searchField(element).value).to.equal('');
    expect(names(element)).to.have.length(5);
  });

  it('tells the page', async () => {
    const element = await gallery();
    const event = nextEvent(document, 'ceal-gallery-filtered');
    await search(element, 'soep');
    expect(await event).to.deep.include({
      text: 'soep',
      choices: {},
      count: 1,
      bubbles: true,
      composed: true,
    });
  });

  it('audit 20: leaves the field at Enter where that has a keyboard on the screen', async () => {
    const element = await gallery();
    const { matchMedia } = window;
    await search(element, 'soep');
    await sendKeys({ press: 'Enter' });
    expect(focused() === searchField(element)).to.equal(true);
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: query === '(pointer: coarse)' });
    try {
      await sendKeys({ press: 'Enter' });
      expect(textOf(focused()!)).to.equal('1 onderneming');
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('is not there with search="false"', async () => {
    expect(count(await gallery({ search: 'false' }), '[part~=search]')).to.equal(0);
    expect(count(await gallery({ search: '' }), '[part~=search]')).to.equal(1);
  });

  it('has a landmark with a name; there is none without anything in it', async () => {
    const element = await gallery();
    expect(one(element, 'search').ariaLabel).to.equal('Zoek een onderneming: Sociale ondernemingen');
    const bare = await gallery({ search: 'false', facets: '' });
    expect(count(bare, 'search, [part~=controls]')).to.equal(0);
  });

  it('W5: is answered from what has been read of a long feed, and completed', async () => {
    let read = 0;
    const { now } = performance;
    // Each entry takes a millisecond to read.
    performance.now = () => read;
    try {
      const total = 600;
      const enterprises = Array.from({ length: total }, (_, at) => ({
        id: `e${at}`,
        example: true,
        get name() {
          read++;
          return `Plan ${at}`;
        },
      }));
      const data = { ...galleryFeed(), enterprises };
      const element = await firstSight<Gallery>('ceal-enterprise-gallery', { data }, '[part~=search]');
      const told: unknown[] = [];
      element.addEventListener('ceal-gallery-filtered', ({ count }) => told.push(count));
      const before = read;
      searchField(element).focus();
      expect(read).to.equal(before);
      void search(element, 'plan');
      await until(element, () => count(element, '[part~=chip]') === 1);
      expect(read - before).to.be.below(total / 2);
      expect(told).to.deep.equal([]);
      expect(names(element)).to.include('Plan 1');
      expect(countOf(element)).to.equal('Even tellen…');
      await until(element, () => countOf(element) === `${total} ondernemingen`);
      expect(told).to.deep.equal([total]);
    } finally {
      performance.now = now;
    }
  });

  it('goes on in what comes when the feed changes', async () => {
    const element = await gallery();
    await search(element, 'soep');
    element.data = galleryFeed(enterprise('n', 'Nieuwe soep'), enterprise('b', 'Brood'));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Nieuwe soep']);
    expect(searchField(element).value).to.equal('soep');
  });

  it('searches the words of the language that is spoken', async () => {
    const element = await gallery({ lang: 'en' });
    expect(await found(element, 'neighbours')).to.deep.equal(['Garden of the neighbours']);
    element.lang = 'nl';
    await element.updateComplete;
    expect(names(element)).not.to.include('Tuin van de buren');
    expect(await found(element, 'buren')).to.deep.equal(['Tuin van de buren']);
  });
});

describe('what was found', () => {
  const marks = (element: Gallery, part: string) =>
    all(element, `[part~=${part}] mark`).map((mark) => mark.textContent);

  it('is marked, letter for letter as it is written', async () => {
    const element = await gallery();
    await search(element, 'creme cafe');
    expect(marks(element, 'name')).to.deep.equal(['Crème']);
    expect(marks(element, 'tagline')).to.deep.equal(['café']);
    expect(names(element)).to.deep.equal(['Crème de la rue']);
  });

  it('is marked everywhere in a text', async () => {
    const element = await listOf(['De brug bij de dreef']);
    await search(element, 'de');
    expect(marks(element, 'name')).to.deep.equal(['De', 'de']);
  });

  it('is no longer marked when the search is gone', async () => {
    const element = await gallery();
    await search(element, 'soep');
    await search(element, '');
    expect(count(element, 'mark')).to.equal(0);
  });
});
